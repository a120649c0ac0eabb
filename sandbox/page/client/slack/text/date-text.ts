import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useReader } from '../reader.ts';
import { formatDate } from './date-format.ts';
import { Link } from './link.ts';
import type { DateNode } from './nodes.ts';

export function DateText({ date }: { date: DateNode }): VNode {
  const { locale } = useReader();
  const text = formatDate(date, { locale });
  return date.url === undefined
    ? html`<span title=${date.fallback}>${text}</span>`
    : html`<${Link} url=${date.url}>${text}<//>`;
}
