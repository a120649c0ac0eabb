import { expect, test } from 'vitest';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { manifestWith } from '../sandbox/slack/start.ts';
import { useStarts } from './starts.ts';

const command = '/aws-access';
const manifest = await manifestWith((doc) => doc.setIn(['features', 'slash_commands', 0, 'command'], command));
const starts = useStarts({ slack: { manifest } });
const aiko = () => actAs(starts.world.url, 'U0MARIA');

test('a command that nobody answers is answered all the same, and logged with what to do', async () => {
  expect(await aiko().command('', { command })).toEqual({
    text: expect.stringMatching(/^I was not told to answer `\/aws-access`: type `\/onboard`\..*SLACK_COMMAND/),
  });
});

test('a command of another name opens the form where the bot is told of it, and every word says that name', async () => {
  await starts.world.bot.stop();
  const { bot } = starts.start({ environment: { SLACK_COMMAND: command } });
  const { stop } = await bot;
  expect(await aiko().command('', { command })).toEqual({});
  await until('the form', async () => (await aiko().modal())?.callback_id === 'request');
  const { text } = await aiko().command('help', { command });
  expect(text).toContain('Type `/aws-access`');
  expect(text).not.toContain('/onboard');
  await stop();
});
