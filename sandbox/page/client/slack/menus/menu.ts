import { html } from 'htm/preact';
import type { TargetedInputEvent, TargetedMouseEvent, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { type ControlProps, fieldAttributes } from '../controls/held.ts';
import { isOfInputMethod } from '../ime.ts';
import { slackWords } from '../words.ts';
import { Chips } from './chips.ts';
import { type Choice, type ChoiceGroup, without } from './choice.ts';
import { ChoicePopup } from './choice-popup.ts';
import { useCombobox } from './use-combobox.ts';
import { usePlaced } from './use-placed.ts';

export type MenuProps = Omit<ControlProps<unknown>, 'element' | 'held' | 'onHold'> & {
  placeholder: string | undefined;
  focusOnLoad: boolean | undefined;
  chosen: Choice[];
  onChosen(chosen: Choice[]): void;
  /** Several may be chosen, up to `most`. */
  isMany: boolean;
  most?: number | undefined;
  /** What is searched for. */
  text: string;
  onText(text: string): void;
  /** Somebody opened the menu, or typed another text. */
  onSearch?(text: string): void;
  /** What was found; nothing of it can be chosen while the rest is on its way. */
  groups: ChoiceGroup[];
  isLoading?: boolean;
  /** Said below the choices, or instead of them. */
  note?: string | undefined;
};

/** A text field that finds choices and takes one or several of them. */
export function Menu(props: MenuProps): VNode {
  const { chosen, onChosen, isMany, most = Number.POSITIVE_INFINITY, text, isLoading = false } = props;
  const { form: words } = useWords(slackWords);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const values = useRef<HTMLDivElement>(null);
  const { anchor, popup } = usePlaced(isOpen);
  const isFull = isMany && chosen.length >= most;
  const groups = isFull ? [] : props.groups.map((group) => without(group, isMany ? chosen : []));

  const { search, open, choose } = choosing(props, isOpen, setOpen);
  const drop = (choice: Choice) => {
    onChosen(chosen.filter(({ id }) => id !== choice.id));
    // With the chip goes the button that may have the focus.
    if (anchor.current?.contains(document.activeElement)) input.current?.focus();
  };
  const note = () => {
    if (isFull) return words.atMost(most);
    if (isLoading) return words.loading;
    return props.note ?? (items.length === 0 ? words.none : undefined);
  };
  const items = isLoading ? [] : groups.flatMap(({ choices }) => choices);
  const combobox = useCombobox({ items, text, isOpen, onOpen: open, onChoose: choose });

  const onKey = (event: KeyboardEvent) => {
    if (combobox.takeKey(event) || isOfInputMethod(event)) return;
    const last = chosen.at(-1);
    if (event.key === 'Backspace' && isMany && text === '' && last) drop(last);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    open(true);
  };
  const onInput = ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement>) => {
    search(value);
    setOpen(true);
  };
  /** All around the chips, and where the arrow is, it is the field as well. A button takes no focus from it, so that the list stays. */
  const onMouseDown = (event: TargetedMouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.target === input.current) return;
    event.preventDefault();
    if (event.target.closest('button')) return;
    input.current?.focus();
    open(!isOpen);
  };
  // Of many chips the field shows the last, and where the next one is typed.
  useEffect(() => values.current?.scrollTo({ top: values.current.scrollHeight }), [chosen.at(-1)?.id]);
  const [first] = chosen;
  const isClearable = !isMany && !props.isRequired && first;

  return html`
    <div class="slack-field slack-menu" ref=${anchor} onMouseDown=${onMouseDown}>
      <div class="slack-menu-values" ref=${values}>
        ${isMany && html`<${Chips} labelledBy=${props.labelledBy} chosen=${chosen} onDrop=${drop} />`}
        <input ...${fieldAttributes(props)} ...${combobox.field} ref=${input} type="text" dir="auto"
          value=${isMany || isOpen ? text : (first?.text ?? '')}
          placeholder=${isMany && first ? undefined : (first?.text ?? props.placeholder)}
          data-focus-on-load=${props.focusOnLoad} onInput=${onInput} onKeyDown=${onKey} onClick=${() => open(true)}
          onBlur=${() => open(false)} />
      </div>
      ${
        isClearable &&
        html`<button type="button" class="slack-clear" aria-label=${words.clear} onClick=${() => onChosen([])}>×</button>`
      }
    </div>
    ${
      isOpen &&
      html`
        <${ChoicePopup} popup=${popup} labelledBy=${props.labelledBy} ...${{ groups, combobox, isLoading }}
          note=${note()} />
      `
    }
  `;
}

/** How the menu is searched, opened, and chosen from. */
function choosing(
  { chosen, onChosen, isMany, text, onText, onSearch }: MenuProps,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
) {
  const search = (wanted: string) => {
    onText(wanted);
    onSearch?.(wanted);
  };
  const open = (wanted: boolean) => {
    if (wanted && !isOpen) search('');
    if (!wanted) onText('');
    setOpen(wanted);
  };
  const choose = (choice: Choice) => {
    onChosen(isMany ? [...chosen, choice] : [choice]);
    if (!isMany) open(false);
    else if (text !== '') search('');
  };
  return { search, open, choose };
}
