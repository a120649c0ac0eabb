import type { Viewer } from './read-slices.ts';
import { type Snapshot, sliceNames } from './snapshots.ts';

/** One open page: it is sent the slices that are not as it has them. Slow ones skip what is out of date by the time they can read. */
export function createConnection(viewer: Viewer, takeSnapshot: () => Snapshot, onEnd: () => void) {
  const sent = new Map<string, string>();
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let isBehind = true;

  const say = (text: string): void => controller.enqueue(encoder.encode(text));

  function tell(snapshot: Snapshot): void {
    isBehind = (controller.desiredSize ?? 0) <= 0;
    if (isBehind) return;
    const changed = sliceNames
      .map((name) => ({ name, json: snapshot(name, viewer) }))
      .filter(({ name, json }) => sent.get(name) !== json);
    for (const { name, json } of changed) sent.set(name, json);
    if (changed.length > 0) say(changed.map(({ name, json }) => `event: ${name}\ndata: ${json}\n\n`).join(''));
  }

  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
      say('retry: 1000\n\n');
    },
    pull() {
      if (isBehind) tell(takeSnapshot());
    },
    cancel: onEnd,
  });

  return {
    stream,
    tell,
    keepAlive(): void {
      if ((controller.desiredSize ?? 0) > 0) say(': still here\n\n');
    },
    close: () => controller.close(),
  };
}
