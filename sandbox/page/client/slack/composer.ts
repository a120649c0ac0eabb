import { html } from 'htm/preact';
import type { TargetedInputEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../language.ts';
import { commandsLike } from './command-line.ts';
import { CommandList } from './command-list.ts';
import { useCombobox } from './menus/use-combobox.ts';
import { Refused } from './refused.ts';
import { type Sending, useSend } from './use-send.ts';
import { slackWords } from './words.ts';

type Props = Sending & { title: string };

/** The field to write in. It takes commands, and lists them as soon as somebody types a slash. */
export function Composer(props: Props): VNode {
  const { title, commands } = props;
  const { composer: words } = useWords(slackWords);
  const { text, setText, send, isSending, refusal } = useSend(props);
  const [isClosed, setClosed] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const items = commandsLike(text, commands).map((item) => ({ id: item.command, ...item }));
  const isOpen = !isClosed && items.length > 0;
  const complete = ({ command }: (typeof items)[number]) => {
    setText(`${command} `);
    input.current?.focus();
  };
  const combobox = useCombobox({ items, text, isOpen, onOpen: (isOpen) => setClosed(!isOpen), onChoose: complete });

  /** Enter on a command that is typed out sends it, by the form. */
  const onKey = (event: KeyboardEvent) => {
    const active = combobox.activeItem;
    if (event.key === 'Tab' && !event.shiftKey && active) {
      event.preventDefault();
      complete(active);
    } else if (event.key !== 'Enter' || active?.command !== text) {
      combobox.takeKey(event);
    }
  };
  const onInput = ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement>) => {
    setText(value);
    setClosed(false);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setClosed(true);
    send();
  };

  return html`
    <form class="slack-composer" onSubmit=${onSubmit}>
      ${refusal && html`<${Refused} refusal=${refusal} />`}
      ${isOpen && html`<${CommandList} ...${{ items, combobox }} />`}
      <div class="slack-composer-field">
        <input ...${combobox.field} ref=${input} type="text" dir="auto" aria-label=${words.label(title)}
          placeholder=${words.placeholder} value=${text} onInput=${onInput} onKeyDown=${onKey}
          onBlur=${() => setClosed(true)} />
        <button type="submit" class="slack-button slack-button-primary" aria-disabled=${isSending}
          aria-busy=${isSending}>${words.send}</button>
      </div>
    </form>
  `;
}
