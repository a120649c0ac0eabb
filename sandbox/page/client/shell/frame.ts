import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';

type Props = {
  name: 'left' | 'middle' | 'right';
  /** `main` for what the page is about; alone on a narrow screen, any of them. */
  role: 'main' | 'complementary' | undefined;
  isShown: boolean;
  label?: string;
  children?: ComponentChildren;
};

/** The place of one pane; out of sight, and when it takes another role, it keeps what was typed in it. */
export function Frame({ name, role, isShown, label, children }: Props): VNode {
  return html`
    <div class=${`shell-frame shell-${name}`} role=${role} hidden=${!isShown} aria-label=${label}
      tabindex=${role === 'main' ? -1 : undefined}>
      ${children}
    </div>
  `;
}

export const focusMain = (): void => document.querySelector<HTMLElement>('[role=main]:not([hidden])')?.focus();
