import type { ConfirmationDialog } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Dialog } from '../dialog.ts';
import { PlainText, Text } from '../text/text.ts';
import { slackWords } from '../words.ts';

type Props = { confirm: ConfirmationDialog; onYes(): void; onNo(): void };

/** Asks once more before something is done. */
export function ConfirmDialog({
  confirm: { title, text, confirm, deny, style = 'primary' },
  onYes,
  onNo,
}: Props): VNode {
  const { elements: words } = useWords(slackWords);
  const id = useId();
  return html`
    <${Dialog} labelledBy=${id} look="slack-modal slack-confirm" onClose=${onNo}>
      <h2 id=${id} class="slack-modal-title">${title ? html`<${PlainText} text=${title} />` : words.confirm}</h2>
      <div class="slack-confirm-text"><${Text} text=${text} /></div>
      <div class="slack-modal-buttons">
        <button type="button" class="slack-button" onClick=${onNo}>
          ${deny ? html`<${PlainText} text=${deny} />` : words.no}
        </button>
        <button type="button" class="slack-button slack-button-${style}" onClick=${onYes}>
          ${confirm ? html`<${PlainText} text=${confirm} />` : words.yes}
        </button>
      </div>
    <//>
  `;
}

/** Does something at once, or after the dialog was said yes to: `ask` begins it, `dialog` is what to show. */
export function useConfirmed<Given = void>(confirm: ConfirmationDialog | undefined, act: (given: Given) => unknown) {
  const [asking, setAsking] = useState<{ given: Given }>();
  const onNo = () => setAsking(undefined);
  const dialog: Props | undefined = asking &&
    confirm && {
      confirm,
      onNo,
      onYes: () => {
        onNo();
        act(asking.given);
      },
    };
  return { ask: (given: Given) => (confirm ? setAsking({ given }) : act(given)), dialog };
}
