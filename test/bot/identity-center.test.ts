import { expect, test } from 'vitest';
import { DEV, useWorld } from './world.ts';

const bot = useWorld();
const SEARCH = '222233334444';

test('two people in two accounts: the approver sees what it means, and both are assigned and told', async () => {
  const { id, ts } = await bot.request({
    profile: 'cloud-developer',
    accounts: [DEV, SEARCH],
    people: ['U0YUKI', 'U0OMAR'],
  });
  const card = (await bot.open(id)).text;
  expect(card).toContain('*Permission set* `Developer`: `PowerUserAccess`, an inline policy, sessions of 4 hours');
  expect(card).toContain('given name `由紀`, family name `佐藤`');
  await bot.approve('U0KEN', ts);
  const { output } = await bot.ended(id);
  expect(output).toMatchObject({
    outcome: 'boarded',
    people: [
      { userName: 'yuki@kumoworks.example', status: 'told', made: [DEV, SEARCH] },
      { userName: 'omar@kumoworks.example', status: 'told', made: [DEV, SEARCH] },
    ],
  });
});
