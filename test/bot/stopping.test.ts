import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { goodForm, hasButton, useWorld } from './world.ts';

const world = useWorld();

/** Asks the bot to stop, and waits until it says that it does. */
async function askToStop(): Promise<{ status: number; stopping: boolean }> {
  const { process, healthUrl } = world.world.bot;
  process.kill('SIGTERM');
  return until('stopping', async () => {
    const answer = await fetch(`${healthUrl}/readyz`);
    const told = { status: answer.status, ...((await answer.json()) as { stopping: boolean }) };
    return told.stopping && told;
  });
}

test('asked to stop during a delivery, it is not ready, but alive until the person has their message, once', async () => {
  const { slack, bot } = world.world;
  const { id, ts } = await world.request();
  // The requester hears of the approval, and then the person of their access.
  slack.answerNext('chat.postMessage', { none: true });
  const welcome = slack.hold('chat.postMessage');
  await world.approve('U0KEN', ts);
  await welcome.reached;

  expect(await askToStop()).toMatchObject({ status: 503, stopping: true });
  expect((await fetch(`${bot.healthUrl}/healthz`)).status).toBe(200);
  welcome.release();
  expect(await bot.exited).toBe(0);
  await expect(fetch(`${bot.healthUrl}/healthz`)).rejects.toThrow();
  const { messages } = await world.as('U0YUKI').dm();
  expect(messages.filter(({ blocks }) => hasButton('show-password')(JSON.stringify(blocks)))).toHaveLength(1);

  await world.startAgain();
  expect(await world.ended(id)).toMatchObject({ status: 'SUCCEEDED' });
  const welcomes = (await world.as('U0YUKI').dm()).messages.filter(({ blocks }) =>
    hasButton('show-password')(JSON.stringify(blocks)),
  );
  expect(welcomes).toHaveLength(1);
});

test('asked to stop while it answers somebody, it answers them first', async () => {
  const hiro = world.as('U0HIRO');
  const view = await world.openForm(hiro);
  await hiro.suggest(view.id, '');
  // The next process does not know him yet, and asks Slack who he is before it answers.
  await world.restart('SIGTERM');
  const { slack, bot } = world.world;
  const question = slack.hold('users.info');
  const shown = hiro.submit(view.id, { ...goodForm, others: 'ada@elsewhere' });
  await question.reached;
  await askToStop();
  question.release();
  // The form says what is wrong; without an answer Slack's client would say that the app did not respond.
  expect((await shown).errors).toBeDefined();
  expect(await bot.exited).toBe(0);
  await world.startAgain();
});

test('the signal that opens Node’s debugger, through which everything could be read, opens none', async () => {
  const { process, healthUrl } = world.world.bot;
  process.kill('SIGUSR1');
  // A signal is taken before the next one.
  process.kill('SIGTERM');
  expect(await world.world.bot.exited).toBe(0);
  expect(world.log()).not.toContain('Debugger listening');
  await expect(fetch(`${healthUrl}/healthz`)).rejects.toThrow();
  await world.startAgain();
});
