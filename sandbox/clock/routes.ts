import { Hono } from 'hono';
import { NotAtRest } from './at-rest.ts';
import { readMove } from './read-move.ts';

/** The time of a world, and how to move it on. */
export type Time = {
  now(): number;
  /** Milliseconds by which it has been moved on. */
  ahead(): number;
  /**
   * Moves it on by so many milliseconds, for the local Slack, the local AWS and every bot: what becomes due happens, in order.
   * @throws NotAtRest where something is under way that does not end
   */
  forward(ms: number): Promise<void>;
};

/** `time` is undefined where half of the world is real: its clock is nobody's to move. */
export function timeRoutes(time: Time | undefined): Hono {
  const routes = new Hono();
  if (!time) return routes.all('/time', (c) => c.json(halfReal, 409));

  const shown = () => ({ now: new Date(time.now()).toISOString(), aheadBySeconds: Math.round(time.ahead() / 1000) });
  return routes
    .get('/time', (c) => c.json(shown()))
    .post('/time', async (c) => {
      const move = readMove(await c.req.json().catch(() => undefined), time.now());
      if ('error' in move) return c.json({ ...move, ...shown() }, 400);
      try {
        await time.forward(move.by);
        return c.json(shown());
      } catch (err) {
        if (!(err instanceof NotAtRest)) throw err;
        const underWay = `calls: ${err.calls}, tasks of the bot: ${err.tasks}`;
        const message = `Something is still in progress (${underWay}). Wait until it has finished, then try again.`;
        return c.json({ error: 'not-at-rest', message, ...shown() }, 409);
      }
    });
}

const halfReal = {
  error: 'half-real',
  message: 'Half of this world is real, and its clock cannot be moved: start the sandbox without --only.',
};
