import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../../sandbox/acting/until.ts';
import type { Slices } from '../../../sandbox/page/slices.ts';

/**
 * An open page, as far as its stream goes: the slices as it has them, and the names of those that came, in order.
 * @param url of the sandbox
 */
export function listen(url: string, query = '', origin?: string) {
  const slices: Partial<Slices> = {};
  const came: string[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/page/events${query}`, origin ? { origin } : {});
  let refusal: string | undefined;

  socket.on('message', (data) => {
    const changed: Partial<Slices> = JSON.parse(String(data));
    Object.assign(slices, changed);
    came.push(...Object.keys(changed));
  });
  socket.on('error', ({ message }) => {
    refusal = message;
  });
  const ended = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: refusal ?? String(reason) })),
  );
  onTestFinished(() => socket.terminate());

  return {
    slices,
    came,
    ended,
    close(): Promise<unknown> {
      socket.close();
      return ended;
    },
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
export const all: (keyof Slices)[] = [
  'world',
  'time',
  'people',
  'me',
  'activity',
  'executions',
  'accounts',
  'identityCenter',
  'mails',
];
