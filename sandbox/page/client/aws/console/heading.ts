import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The heading of a page of the console, from where a screen reader goes on. */
export function Heading({ children }: { children?: ComponentChildren }): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return html`<h3 class="aws-sign-in-title" ref=${heading} tabindex="-1">${children}</h3>`;
}
