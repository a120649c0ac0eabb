import { NotAtRest, type Rest } from './at-rest.ts';
import { createBots } from './bots.ts';
import { processClock } from './process-clock.ts';

/** The queue of the bot's tasks, as far as the clock asks about it. */
export type QueueLook = {
  /** How many messages there are, received or not. */
  size(): number;
  /** Whoever waits for messages looks again: some may be visible by now. */
  lookAgain(): void;
};

export type WorldClock = ReturnType<typeof createWorldClock>;

/** The clock of a world: that of the local Slack and the local AWS, which are this process, and of every bot. */
export function createWorldClock(rest: Rest, longestPause: number) {
  const clock = processClock();
  const bots = createBots(clock.ahead);
  let last: Promise<unknown> = Promise.resolve();

  const settle = ({ size }: QueueLook): Promise<void> =>
    rest.reached({ tasks: () => (bots.areAtWork() ? size() : 0), turn: bots.haveTheTime, longestPause });

  /**
   * From one moment at which something is due to the next: what follows from it happens before time goes on. Between them nothing
   * would have happened but calls that find nothing.
   */
  async function forward(ms: number, queue: QueueLook): Promise<void> {
    const goal = clock.ahead() + ms;
    while (clock.ahead() < goal) {
      await settle(queue);
      const untilDue = Math.max(0, (clock.nextDue() ?? Infinity) - clock.now());
      clock.set(Math.min(goal, clock.ahead() + untilDue));
      await bots.hearTheTime();
      await clock.catchUp();
      queue.lookAgain();
    }
    // Whoever asked sees what came of it. Should that take long, the time has been moved on all the same.
    await settle(queue).catch((err: unknown) => {
      if (!(err instanceof NotAtRest)) throw err;
    });
  }

  return {
    now: clock.now,
    /** Milliseconds by which it was moved on. */
    ahead: clock.ahead,
    /** A bot of this world has the world's time. */
    keep: bots.keep,

    /**
     * Moves it on; one move after the other.
     * @throws NotAtRest, with the time as far as it has come, where something is under way that does not end
     */
    forward(ms: number, queue: QueueLook): Promise<void> {
      const move = last.then(() => forward(ms, queue));
      last = move.catch(() => {});
      return move;
    },

    /** With the world ends its time: this process has the machine's again. */
    stop: () => clock.set(0),
  };
}
