import type { WebSocket } from 'ws';
import type { Viewer } from './read/sources.ts';
import { type Snapshot, sliceNames } from './snapshots.ts';

/** One open page: it is sent the slices that are not as it has them. Slow ones skip what is out of date by the time they can read. */
export function createConnection(socket: WebSocket, viewer: Viewer, takeSnapshot: () => Snapshot) {
  const sent = new Map<string, string>();
  let isSending = false;
  let isBehind = false;

  function tell(snapshot: Snapshot): void {
    isBehind = isSending;
    if (isSending) return;
    const changed = sliceNames
      .map((name) => ({ name, json: snapshot(name, viewer) }))
      .filter(({ name, json }) => sent.get(name) !== json);
    if (changed.length === 0) return;
    for (const { name, json } of changed) sent.set(name, json);
    isSending = true;
    socket.send(`{${changed.map(({ name, json }) => `"${name}":${json}`).join(',')}}`, onSent);
  }

  function onSent(): void {
    isSending = false;
    if (isBehind) tell(takeSnapshot());
  }

  return { tell, close: () => socket.terminate() };
}
