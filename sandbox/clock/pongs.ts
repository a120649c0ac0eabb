import { channel } from 'node:diagnostics_channel';

type Pong = { websocket: WebSocket; payload: Uint8Array };

/**
 * Whoever remembers by the clock when a connection last answered would take it for dead once the clock has been moved on. So the last
 * answer of each comes again: no more time has passed on the line. https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md
 */
export function keepPongs(): { comeAgain(): void } {
  const pongs = channel('undici:websocket:pong');
  const last = new Map<WebSocket, Pong>();
  pongs.subscribe((message) => {
    const pong = message as Pong;
    for (const { websocket } of last.values()) if (websocket.readyState === websocket.CLOSED) last.delete(websocket);
    last.set(pong.websocket, pong);
  });
  return {
    comeAgain() {
      for (const pong of [...last.values()]) pongs.publish(pong);
    },
  };
}
