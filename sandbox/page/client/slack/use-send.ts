import { useState } from 'preact/hooks';
import type { WorldSlice } from '../../slices.ts';
import type { Act } from '../act.ts';
import { readTyped } from './command-line.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { type Failure, failureOf, type Outcome } from './trouble.ts';

export type Sending = {
  /** Whose draft it is, and where. */
  place: string;
  channel: string;
  commands: WorldSlice['commands'];
  act: Act;
};

/** Why something was not sent. */
export type Refusal =
  | { kind: 'chat' }
  | { kind: 'unknown'; command: string }
  | { kind: 'failed'; command: string; failure: Failure };

/** What stands in the composer, and how it is sent. What was refused stays, or comes back, to be sent again. */
export function useSend({ place, channel, commands, act }: Sending) {
  const [text, setText] = useState(draftOf(place));
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const change = (next: string) => {
    keepDraft(place, next);
    setText(next);
    setRefusal(undefined);
  };

  async function run(command: string, rest: string): Promise<void> {
    change('');
    setSending(true);
    const outcome = await act<Outcome>('command', { channel, command, text: rest });
    setSending(false);
    const failure = failureOf(outcome);
    if (!failure) return;
    if (draftOf(place) === '') change(text);
    const isUnknown = failure.error === 'unknown_command';
    setRefusal(isUnknown ? { kind: 'unknown', command } : { kind: 'failed', command, failure });
  }

  function send(): void {
    const typed = readTyped(text);
    if (isSending || typed.kind === 'nothing') return;
    if (typed.kind === 'chat') {
      setRefusal(typed);
      return;
    }
    const isKnown = commands.some(({ command }) => command === typed.command);
    if (isKnown) void run(typed.command, typed.text);
    else setRefusal({ kind: 'unknown', command: typed.command });
  }

  return { text, setText: change, send, isSending, refusal };
}
