import type { Slices } from '../../slices.ts';
import { client } from '../act.ts';

const names = [
  'world',
  'time',
  'people',
  'me',
  'activity',
  'executions',
  'accounts',
  'identityCenter',
  'mails',
] as const satisfies (keyof Slices)[];

export type Listener = {
  onSlices(slices: Partial<Slices>): void;
  onLost(): void;
  onFound(): void;
  /** The sandbox does not know the person. */
  onStranger(): void;
};

/** How the sandbox closes a stream of a person that it does not know. */
const unknownPerson = 4404;

/** Milliseconds before coming back. */
const pause = 1000;

/** Listens to the sandbox in somebody's name, and comes back whenever it was lost. */
export function connect({ as, find }: { as: string | undefined; find: string }, listener: Listener): () => void {
  const query = new URLSearchParams({ client, ...(as && { as }), ...(find && { find }) });
  let retry: ReturnType<typeof setTimeout> | undefined;
  let socket = open();

  function open(): WebSocket {
    const opened = new WebSocket(`/page/events?${query}`);
    opened.addEventListener('open', listener.onFound);
    opened.addEventListener('message', ({ data }) => listener.onSlices(JSON.parse(data)));
    opened.addEventListener('close', onClose);
    return opened;
  }

  function onClose({ code }: CloseEvent): void {
    if (code === unknownPerson) {
      listener.onStranger();
      return;
    }
    listener.onLost();
    retry = setTimeout(() => {
      socket = open();
    }, pause);
  }

  return () => {
    clearTimeout(retry);
    socket.removeEventListener('close', onClose);
    socket.close();
  };
}

export const isWhole = (slices: Partial<Slices>): slices is Slices => names.every((name) => name in slices);
