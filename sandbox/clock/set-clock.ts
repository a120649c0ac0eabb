import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Tells a bot what its clock is to say, and waits until it does; who is frozen hears of it when it is thawed. */
export async function setClock(bot: ChildProcess, ahead: number): Promise<void> {
  if (!bot.connected) return;
  const answered = new AbortController();
  const { signal } = answered;
  const heard = new Promise<void>((resolve) => {
    const listen = (message: unknown) => {
      if ((message as { ahead?: number }).ahead === ahead) resolve();
    };
    bot.on('message', listen);
    signal.addEventListener('abort', () => bot.off('message', listen));
  });
  // Between two looks it may have left: then it has no clock any more.
  bot.send({ ahead }, () => {});
  await Promise.race([heard, once(bot, 'disconnect', { signal })]).finally(() => answered.abort());
}
