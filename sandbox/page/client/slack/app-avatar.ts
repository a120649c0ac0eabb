import { html } from 'htm/preact';
import type { VNode } from 'preact';

/** The app's picture: a boarding pass. */
export function AppAvatar(): VNode {
  return html`
    <svg class="slack-avatar" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1a3550" />
      <path d="M6 11h20v3a2.5 2.5 0 0 0 0 5v3H6v-3a2.5 2.5 0 0 0 0-5z" fill="#fff" />
      <path d="M19 12.5v8" stroke="#1a3550" stroke-width="1.5" stroke-dasharray="1.5 1.5" />
    </svg>
  `;
}
