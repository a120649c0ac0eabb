import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Shown } from '../../../slack/seen.ts';
import { useWords } from '../language.ts';
import { type SlackWords, slackWords } from './words.ts';

/** What an act came to. `reason` is what really happened where `error` is what Slack's client says. */
export type Outcome = Shown & { reason?: string };

export type Failure = { error: string; reason?: string };

export function failureOf({ error, reason }: Outcome): Failure | undefined {
  return error === undefined ? undefined : { error, ...(reason !== undefined && { reason }) };
}

/** Says that something went wrong, and plainly what. */
export function Trouble({ failure: { error, reason } }: { failure: Failure }): VNode {
  const { trouble } = useWords(slackWords);
  const words = reason === undefined ? wordsFor(error, trouble) : trouble.connecting;
  const detail = words === undefined || error === 'offline' ? undefined : (reason ?? error);
  return html`
    <p class="slack-trouble" role="alert">${words ?? error}${detail && html` <small>${detail}</small>`}</p>
  `;
}

const kinds: Record<string, keyof SlackWords['trouble']> = {
  offline: 'offline',
  operation_timeout: 'late',
  dispatch_unknown_error: 'unreachable',
  not_found: 'gone',
  message_not_found: 'gone',
  no_such_action: 'gone',
};

function wordsFor(error: string, words: SlackWords['trouble']): string | undefined {
  const kind = Object.hasOwn(kinds, error) ? kinds[error] : undefined;
  return kind && words[kind];
}
