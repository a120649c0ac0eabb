/** What the sandbox starts the bot with (`node --import`): its clock goes with that of its world, it ends with it, and the bot knows nothing of either. */

import { keepPongs } from './pongs.ts';
import { processClock } from './process-clock.ts';

const clock = processClock();
clock.set(Number(new URL(import.meta.url).searchParams.get('ahead')));
const pongs = keepPongs();

/** Answered once everything that is due has begun; where the clock stays as it is, that says that the process has had its turn. */
process.on('message', async ({ ahead }: { ahead: number }) => {
  if (ahead !== clock.ahead()) {
    clock.set(ahead);
    pongs.comeAgain();
    await clock.catchUp();
  }
  process.send?.({ ahead });
});
// Its world is gone, however it was ended: the bot would look for its Slack for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Nothing to stay for.
process.channel?.unref();
