import type { Changes } from '../changes.ts';
import { createConnection } from './connection.ts';
import type { ReadSlices, Viewer } from './read-slices.ts';
import { createSnapshots } from './snapshots.ts';

/** Milliseconds: what happens within is told at once, and how often silence is broken so that nobody hangs up. */
const pace = 60;
const silence = 15_000;

export type Events = ReturnType<typeof createEvents>;

/** Tells every open page what has changed, slice by slice, over server-sent events. */
export function createEvents(read: ReadSlices, changes: Changes) {
  const connections = new Set<ReturnType<typeof createConnection>>();
  const takeSnapshot = createSnapshots(read);
  let pulse: NodeJS.Timeout | undefined;

  const tellAll = (): void => {
    pulse = undefined;
    const snapshot = takeSnapshot();
    for (const { tell } of connections) tell(snapshot);
  };
  const unlisten = changes.listen(() => {
    if (connections.size > 0) pulse ??= setTimeout(tellAll, pace);
  });
  const timer = setInterval(() => {
    for (const { keepAlive } of connections) keepAlive();
  }, silence).unref();

  return {
    /** @param as whose Slack it is; without it, the first person who can do anything */
    open({ as = read.firstPerson(), find }: { as: string | undefined; find: string }): Response {
      if (!read.knows(as)) return Response.json({ error: 'unknown_person' }, { status: 404 });
      const viewer: Viewer = { as, find };
      const connection = createConnection(viewer, takeSnapshot, () => connections.delete(connection));
      connections.add(connection);
      return new Response(connection.stream, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      });
    },

    stop(): void {
      unlisten();
      clearTimeout(pulse);
      clearInterval(timer);
      for (const { close } of connections) close();
      connections.clear();
    },
  };
}
