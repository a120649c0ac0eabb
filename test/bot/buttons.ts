import { until } from '../../sandbox/acting/until.ts';
import type { SeenMessage } from '../../sandbox/slack/seen.ts';
import type { TestWorld } from './world.ts';

/** The token behind the buttons of a message. */
export const tokenIn = ({ blocks }: SeenMessage): string | undefined =>
  /token\\":\\"([^\\]+)/.exec(JSON.stringify(blocks))?.[1];

/** The request's message, once its buttons are others than those with this token. */
export const renewed = (bot: TestWorld, id: string, token: string | undefined): Promise<SeenMessage> =>
  until('new buttons', async () => {
    const post = await bot.post(id);
    return tokenIn(post) !== undefined && tokenIn(post) !== token && post;
  });

/** Lets the first half of the time to decide be over, once all buttons are there. */
export async function halfTime(bot: TestWorld, id: string): Promise<void> {
  await until('the end of the task', () => bot.log().includes(`"task":"await-decision","request":"${id}","ms"`));
  bot.world.aws.runOut(id);
}
