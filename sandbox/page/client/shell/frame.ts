import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';

type Props = {
  name: 'left' | 'middle' | 'right';
  /** `main` for what the page is about; alone on a narrow screen, any of them. */
  tag: 'main' | 'aside' | 'div';
  isShown: boolean;
  label?: string;
  children?: ComponentChildren;
};

/** The place of one pane; out of sight it keeps what was typed in it. */
export function Frame({ name, tag, isShown, label, children }: Props): VNode {
  return html`
    <${tag} class=${`shell-frame shell-${name}`} hidden=${!isShown} aria-label=${label} tabindex=${tag === 'main' ? -1 : undefined}>
      ${children}
    <//>
  `;
}

export const focusMain = (): void => document.querySelector<HTMLElement>('main:not([hidden])')?.focus();
