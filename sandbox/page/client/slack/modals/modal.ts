import type { ConfirmationDialog, PlainTextElement } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SeenView } from '../../../../slack/seen.ts';
import type { Act } from '../../act.ts';
import { useWords } from '../../language.ts';
import { Blocks } from '../blocks/blocks.ts';
import { Dialog } from '../dialog.ts';
import { ConfirmDialog, useConfirmed } from '../elements/confirm-dialog.ts';
import { PressContext } from '../elements/press.ts';
import { PlainText } from '../text/text.ts';
import { Trouble } from '../trouble.ts';
import { type SlackWords, slackWords } from '../words.ts';
import { focusFirst, focusFirstError, keepFocus } from './focus.ts';
import { FormContext } from './form.ts';
import { useModalForm } from './use-modal-form.ts';
import { useTopKept } from './use-top-kept.ts';

type Props = {
  view: SeenView;
  act: Act;
  note: string | undefined;
  /** Given where the app knows the view no longer: it can be read, and put away. */
  onDone: (() => void) | undefined;
};

/** A view of an app as Slack shows it: title, blocks, and the buttons with the view's own words. */
export function Modal({ view, act, note, onDone }: Props): VNode {
  const { modal: words } = useWords(slackWords);
  const { form, press, submit, close, isTouched, isSending, failure, refusals } = useModalForm(view, act);
  const canSend = view.submit && !onDone;
  const trouble = onDone ? { error: words.outlived } : failure;
  const frame = useRef<HTMLFormElement>(null);
  const title = `slack-title-${view.id}`;
  /** What was typed is gone with the form, and Escape is soon pressed: it asks before, and so do the buttons. */
  const leaving = useConfirmed(isTouched() ? confirmLeaving(words.leave) : undefined, onDone ?? close);

  useTopKept(frame);
  useEffect(() => focusFirst(frame.current), []);
  useEffect(() => {
    if (refusals > 0) focusFirstError(frame.current);
  }, [refusals]);
  useLayoutEffect(() => keepFocus(frame.current));

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (canSend) void submit();
  };

  return html`
    <${Dialog} labelledBy=${title} look="slack-modal" onClose=${() => leaving.ask()}>
      ${note && html`<p class="slack-modal-note">${note}</p>`}
      <form class="slack-modal-form" ref=${frame} noValidate onSubmit=${onSubmit}>
        <header class="slack-modal-header">
          <h2 id=${title} class="slack-modal-title" tabindex="-1"><${PlainText} text=${view.title} /></h2>
          <button type="button" class="slack-dismiss" aria-label=${words.dismiss} onClick=${() => leaving.ask()}>×</button>
        </header>
        <div class="slack-modal-body" aria-live=${view.submit ? 'off' : 'polite'}>
          <${FormContext.Provider} value=${form}>
            <${PressContext.Provider} value=${press}>
              <${Blocks} blocks=${view.blocks} />
            <//>
          <//>
        </div>
        ${trouble && html`<${Trouble} failure=${trouble} />`}
        <footer class="slack-modal-buttons">
          <button type="button" class="slack-button" onClick=${() => leaving.ask()}>
            ${view.close ? html`<${PlainText} text=${view.close} />` : canSend ? words.cancel : words.close}
          </button>
          ${
            canSend &&
            html`
            <button type="submit" class="slack-button slack-button-primary" aria-disabled=${isSending}
              aria-busy=${isSending}>
              <${PlainText} text=${view.submit} />
            </button>
          `
          }
        </footer>
      </form>
      ${leaving.dialog && html`<${ConfirmDialog} ...${leaving.dialog} />`}
    <//>
  `;
}

function confirmLeaving({ title, text, discard, stay }: SlackWords['modal']['leave']): ConfirmationDialog {
  const plain = (words: string): PlainTextElement => ({ type: 'plain_text', text: words });
  return { title: plain(title), text: plain(text), confirm: plain(discard), deny: plain(stay), style: 'danger' };
}
