import { until } from '../../sandbox/acting/until.ts';
import type { World } from '../../sandbox/world.ts';

/** Also that it knows the accounts. */
export const isReady = ({ bot }: World) =>
  until('the bot to be ready', async () => (await fetch(`${bot.healthUrl}/readyz`)).ok);

/** The ways in which the bot of a world ends, and another one goes on. */
export function createRestarts(theWorld: () => World) {
  async function startAgain(): Promise<void> {
    const world = theWorld();
    world.bot = await world.startBot();
    await isReady(world);
  }

  /** Whatever it had received, another bot receives at once. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    const { bot, aws } = theWorld();
    bot.process.kill(signal);
    await bot.exited;
    aws.giveBack();
  }

  return {
    /** Starts the bot once more in the same world. */
    startAgain,

    /** Ends the bot by a signal and starts another one in the same world. */
    async restart(signal: NodeJS.Signals): Promise<void> {
      await end(signal);
      await startAgain();
    },

    kill: () => end('SIGKILL'),

    /** Kills the bot while it waits for Slack's answer to each of the next messages, which Slack posts all the same. */
    async killAtEachPost(messages: number, act: () => Promise<unknown>): Promise<void> {
      const world = theWorld();
      const { slack } = world;
      const newest = () => slack.look.latest().reduce((latest, { ts }) => (ts > latest ? ts : latest), '');
      let post = slack.hold('chat.postMessage');
      await act();
      for (let left = messages - 1; left >= 0; left--) {
        await post.reached;
        const earlier = newest();
        await end('SIGKILL');
        post.release();
        await until('the message', () => newest() > earlier);
        if (left > 0) post = slack.hold('chat.postMessage');
        world.bot = await world.startBot();
      }
      await isReady(world);
    },
  };
}
