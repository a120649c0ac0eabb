import { onTestFinished } from 'vitest';
import type { Slices } from '../../../sandbox/page/slices.ts';
import { until } from '../../../sandbox/until.ts';

/** An open page, as far as its stream goes: the slices as it has them, and the names of those that came, in order. */
export function listen(answer: Response) {
  const slices: Partial<Slices> = {};
  const came: string[] = [];
  const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();

  async function read(): Promise<void> {
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) take(event);
    }
  }

  function take(event: string): void {
    const [, name, json] = /^event: (.+)\ndata: (.+)$/.exec(event) ?? [];
    if (name === undefined || json === undefined) return;
    Object.assign(slices, { [name]: JSON.parse(json) });
    came.push(name);
  }

  const ended = read().catch(() => {});
  onTestFinished(() => reader.cancel().catch(() => {}));

  return {
    slices,
    came,
    ended,
    close: () => reader.cancel(),
    /** The slice, once it is there and as wanted. */
    slice: <Name extends keyof Slices>(name: Name, isWanted: (slice: Slices[Name]) => boolean = () => true) =>
      until(`the slice ${name}`, (): Slices[Name] | undefined => {
        const slice = slices[name];
        return slice !== undefined && isWanted(slice) ? slice : undefined;
      }),
  };
}

export type OpenPage = ReturnType<typeof listen>;

/** Everything that a page is sent when it connects. */
export const all: (keyof Slices)[] = ['world', 'people', 'me', 'activity', 'executions', 'accounts', 'mails'];
