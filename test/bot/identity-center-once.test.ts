import { expect, test } from 'vitest';
import { atPortal, found, LISBON, messagesOf, PORTAL, SEARCH, useCenter } from './identity-center.ts';
import { CHANNEL, DEV } from './world.ts';

const bot = useCenter();

const PEOPLE = ['U0YUKI', 'U0OMAR', 'U0LENA'];
const calls = (wanted: string) => bot.world.aws.seen.calls().filter(({ action }) => action === wanted).length;
const aboutPortal = async (user: string) => (await messagesOf(bot, user)).filter((text) => text.includes(PORTAL));

test('kill -9 after each message that Slack has taken: nobody is told twice', async () => {
  const { id, ts } = await bot.request({
    profile: 'cloud-developer',
    accounts: [DEV, SEARCH],
    people: ['U0HIRO', 'U0YUKI'],
  });
  // The requester hears of the approval, Yuki of her access, the requester of the end. Hiro's user is disabled.
  await bot.killAtEachPost(3, () => bot.approve('U0MARIA', ts));
  const { status, output } = await bot.ended(id);
  expect(status).toBe('SUCCEEDED');
  expect(output).toMatchObject({
    people: [{ status: 'told', made: [DEV, SEARCH] }],
    setAside: [{ error: 'UserDisabled' }],
  });
  expect(await aboutPortal('U0YUKI')).toHaveLength(1);
  expect(await aboutPortal('U0HIRO')).toEqual([]);
  const ofRequest = (messages: object[]) => messages.filter((message) => JSON.stringify(message).includes(id)).length;
  expect(ofRequest(await bot.as('U0KEN').messagesIn(CHANNEL))).toBe(1);
  expect((await messagesOf(bot, 'U0AIKO')).filter((text) => text.includes('Done: 1 person has access'))).toHaveLength(
    1,
  );
  expect(calls('identitystore:createUser')).toBe(1);
  expect(calls('ssoadmin:createAccountAssignment')).toBe(2);
}, 60_000);

test('kill -9 while three people are told at once: each is told once, and nothing is given twice', async () => {
  const { slack } = bot.world;
  const before = [calls('identitystore:createUser'), calls('ssoadmin:createAccountAssignment')];
  const { id, ts } = await bot.request({ profile: 'cloud-viewer', accounts: [DEV, SEARCH], people: PEOPLE });
  slack.answerNext('chat.postMessage', { none: true });
  const posts = slack.hold('chat.postMessage', PEOPLE.length, 'answer');
  const had = await Promise.all(PEOPLE.map(aboutPortal));
  await bot.approve('U0MARIA', ts);
  await posts.reached;
  const have = await Promise.all(PEOPLE.map(aboutPortal));
  expect(have.map(({ length }) => length)).toEqual(had.map(({ length }) => length + 1));
  await bot.restart('SIGKILL');
  const { output } = await bot.ended(id);
  expect(output).toMatchObject({ people: PEOPLE.map(() => ({ status: 'told', made: [DEV, SEARCH] })) });
  for (const [i, user] of PEOPLE.entries()) expect(await aboutPortal(user)).toHaveLength((had[i]?.length ?? 0) + 1);
  // Yuki is there by now.
  expect([calls('identitystore:createUser'), calls('ssoadmin:createAccountAssignment')]).toEqual([
    (before[0] ?? 0) + 1,
    (before[1] ?? 0) + 6,
  ]);
}, 60_000);

test('a bot that dies while it mails: the mail may come twice, with the same words, and gives nothing away', async () => {
  const { id, ts } = await bot.request({
    profile: 'cloud-developer',
    accounts: [DEV],
    people: [],
    others: 'Sam Lee <sam@partner.example>',
  });
  // SES has taken it, and its answer is lost.
  bot.world.aws.failNext('ses:SendEmail', 'InternalFailure', 1, { after: true });
  await bot.approve('U0MARIA', ts);
  await bot.ended(id);
  const mails = (await bot.mails()).filter(({ to }) => to.includes('sam@partner.example'));
  expect(mails.length).toBeGreaterThan(0);
  expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
  expect(await atPortal(bot, 'sam@partner.example').signIn({})).toEqual({ codeSent: true });
});

test('kill -9 while Identity Center works: the machines go on, and the next bot tells everybody', async () => {
  const { world } = bot;
  world.aws.identityCenter.plan(...PEOPLE.map(() => ({ outcome: 'hangs' as const })));
  const questions = world.aws.hold('ssoadmin:describeAccountAssignmentCreationStatus', PEOPLE.length);
  const { id, ts } = await bot.request({ profile: 'cloud-developer', accounts: [LISBON], people: PEOPLE });
  await bot.approve('U0MARIA', ts);
  await questions.reached;
  await bot.restart('SIGKILL');
  world.aws.identityCenter.letGo();
  questions.release();
  const { output } = await bot.ended(id);
  expect(output).toMatchObject({ people: PEOPLE.map(() => ({ status: 'told', made: [LISBON] })) });
  expect(await aboutPortal('U0OMAR')).toHaveLength(2);
  expect(found(bot, 'l.fischer')?.has).toContain(`${LISBON} Developer`);
});
