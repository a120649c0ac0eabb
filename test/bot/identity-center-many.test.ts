import { expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import type { Person } from '../../sandbox/organization/organization.ts';
import { found, LISBON, linksIn, messagesOf, PORTAL, SEARCH, textOf, useCenter } from './identity-center.ts';
import { CHANNEL, DEV, isOver } from './world.ts';

const ACCOUNTS = [DEV, '111122224444', SEARCH, '222233335555', LISBON];
const crowd = Array.from({ length: 50 }, (_, i): Person => {
  const name = `person${i}`;
  return {
    id: `U0CROWD${i}`,
    name,
    realName: `Crowd Member ${i}`,
    email: `${name}@kumoworks.example`,
    locale: 'en-US',
  };
});
const people = crowd.map(({ id }) => id);
const organization = {
  ...kumoworks,
  people: [...kumoworks.people.map((person) => ({ ...person, locale: 'en-US' })), ...crowd],
};
const bot = useCenter({}, { organization });

test('50 people in 5 accounts: the bar moves batch by batch, the lists are in the thread, and each is told once of all five', async () => {
  const { id, ts } = await bot.request({ profile: 'cloud-developer', accounts: ACCOUNTS, people });
  const card = textOf(await bot.open(id));
  for (const { id: who, email } of crowd) expect(card).toContain(`• <@${who}> → \`${email}\` (DM)`);
  await bot.approve('U0MARIA', ts);
  const { output } = await bot.ended(id);
  expect(output).toMatchObject({
    people: crowd.map(({ email }) => ({ userName: email, status: 'told', made: ACCOUNTS })),
  });

  const versions = bot.world.slack.seen.messages();
  for (const done of [0, 10, 20, 30, 40]) expect(versions).toContain(`${done} of 50 people`);
  const post = await bot.post(id, isOver);
  expect(textOf(post)).toContain(':white_check_mark: Approved by <@U0MARIA>: 50 people have access.');
  const replies = (await bot.as('U0MARIA').messagesIn(CHANNEL)).filter(({ thread_ts }) => thread_ts === ts);
  expect(replies.map(({ text }) => /\*(.+) of 50 people\*/.exec(text)?.[1])).toEqual(
    [1, 11, 21, 31, 41].map((first) => `${first} to ${first + 9}`),
  );
  for (const { id: who, email } of crowd) {
    const told = (await messagesOf(bot, who)).filter((text) => text.includes(PORTAL));
    expect(told).toHaveLength(1);
    expect(linksIn(told[0] ?? '')).toHaveLength(5);
    expect(found(bot, email)?.has).toEqual(ACCOUNTS.map((account) => `${account} Developer`).toSorted());
  }
}, 120_000);
