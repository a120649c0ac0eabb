import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';

/** A line of a `<dl>`. */
export function Fact({ name, title, children }: { name: string; title?: string; children?: ComponentChildren }): VNode {
  return html`<div class="aws-fact" title=${title}><dt>${name}</dt><dd dir="auto">${children}</dd></div>`;
}
