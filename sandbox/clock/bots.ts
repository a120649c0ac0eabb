import type { Bot } from '../bot-process.ts';

/** The bots of a world, which have its time. */
export function createBots(ahead: () => number) {
  const bots = new Set<Bot>();
  const tell = (bot: Bot) => bot.setClock(ahead());
  const awake = () => [...bots].filter(({ isAwake }) => isAwake());
  /** Of those who are awake. */
  const haveTheTime = async () => void (await Promise.all(awake().map(tell)));

  return {
    areAtWork: () => awake().length > 0,
    haveTheTime,

    /** One more, until it leaves. */
    async keep(bot: Bot): Promise<Bot> {
      bots.add(bot);
      void bot.exited.then(() => bots.delete(bot));
      await tell(bot);
      return bot;
    },

    /** The time is another one now. Who is frozen hears of it when it is thawed. */
    async hearTheTime(): Promise<void> {
      for (const bot of bots) if (!bot.isAwake()) void tell(bot);
      await haveTheTime();
    },
  };
}
