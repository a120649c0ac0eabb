import type { Slices } from '../../slices.ts';

const names = [
  'world',
  'people',
  'me',
  'activity',
  'executions',
  'accounts',
  'mails',
] as const satisfies (keyof Slices)[];

export type Listener = {
  onSlice(slice: Partial<Slices>): void;
  onLost(): void;
  onFound(): void;
  /** The sandbox does not know the person. */
  onStranger(): void;
  /** It was answered by something that is not a stream, and gave up. */
  onRefused(): void;
};

/** Milliseconds before asking again after a refusal. */
const pause = 1000;

/** Listens to the sandbox in somebody's name. The browser comes back by itself unless it is refused. */
export function connect({ as, find }: { as: string | undefined; find: string }, listener: Listener): () => void {
  const address = `/page/events?${new URLSearchParams({ ...(as && { as }), ...(find && { find }) })}`;
  const source = new EventSource(address);
  let retry: ReturnType<typeof setTimeout> | undefined;

  for (const name of names) source.addEventListener(name, ({ data }) => listener.onSlice({ [name]: JSON.parse(data) }));
  source.addEventListener('open', listener.onFound);
  source.addEventListener('error', () => {
    listener.onLost();
    if (source.readyState === EventSource.CLOSED) retry = setTimeout(askWhy, pause);
  });

  /** An EventSource does not tell the status that refused it. */
  async function askWhy(): Promise<void> {
    const asking = new AbortController();
    const answer = await fetch(address, { signal: asking.signal }).catch(() => undefined);
    asking.abort();
    if (answer?.status === 404) listener.onStranger();
    else listener.onRefused();
  }

  return () => {
    clearTimeout(retry);
    source.close();
  };
}

export const isWhole = (slices: Partial<Slices>): slices is Slices => names.every((name) => name in slices);
