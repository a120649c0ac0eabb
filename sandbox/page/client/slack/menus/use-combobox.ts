import { useEffect, useId, useState } from 'preact/hooks';
import { isOfInputMethod } from '../ime.ts';

type Given<Item> = {
  /** What can be chosen now. */
  items: Item[];
  /** What was searched for: another list begins at its top. In one of which a choice was taken the next moves up to its place. */
  text: string;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onChoose(item: Item): void;
};

/**
 * The keyboard and the roles of a text field with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. Arrows walk,
 * Enter chooses, Escape closes. While somebody composes with an IME the keys are the IME's.
 */
export function useCombobox<Item extends { id: string }>({ items, text, isOpen, onOpen, onChoose }: Given<Item>) {
  const id = useId();
  const list = `${isOpen} ${text}`;
  const [walked, setWalked] = useState({ to: 0, list });
  if (walked.list !== list) setWalked({ to: 0, list });
  const active = walked.list === list ? Math.max(0, Math.min(walked.to, items.length - 1)) : 0;
  const optionId = (index: number) => `${id}-${index}`;
  const walk = (to: number) => setWalked({ to: (to + items.length) % Math.max(items.length, 1), list });

  useEffect(() => {
    if (isOpen) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  });

  /** Whether the key was for the list. */
  const takeKey = (event: KeyboardEvent): boolean => {
    if (isOfInputMethod(event)) return false;
    const item = items[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) walk(active + (event.key === 'ArrowDown' ? 1 : -1));
      else onOpen(true);
    } else if (event.key === 'Escape' && isOpen) {
      onOpen(false);
    } else if (event.key === 'Enter' && isOpen && item !== undefined) {
      onChoose(item);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    takeKey,
    activeItem: isOpen ? items[active] : undefined,
    field: {
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-activedescendant': isOpen && items.length > 0 ? optionId(active) : undefined,
    },
    list: { id: `${id}-list`, role: 'listbox', tabIndex: -1 },
    option: (index: number) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === active,
      onMouseMove: () => index !== active && walk(index),
      onClick: () => items[index] !== undefined && onChoose(items[index]),
    }),
  };
}
