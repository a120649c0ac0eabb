import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();
const lastWordsTo = async (who: string) => JSON.stringify((await bot.as(who).dm()).messages.at(-1)?.blocks ?? []);

test('a request that cannot be posted ends, and the requester hears why, with a reference that the log has', async () => {
  bot.world.slack.answerNext('chat.postMessage', { error: 'not_in_channel' }, 1);
  const { id } = await bot.submit('U0AIKO');
  await bot.ended(id);
  expect(await lastWordsTo('U0AIKO')).toMatch(new RegExp(`could not be carried out.*not_in_channel.*${id}`));
  await until('the failure in the log', () => new RegExp(`"request":"${id}".*task failed`).test(bot.log()));
});

test('a request whose message was deleted still ends, and the requester hears of it', async () => {
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  bot.world.slack.answerNext('chat.update', { error: 'message_not_found' }, 2);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect(await lastWordsTo('U0AIKO')).toContain('Done: 1 person has access');
});

test('an answer that Step Functions did not take is given again, without a second message', async () => {
  const before = (await bot.as('U0KEN').messagesIn(CHANNEL)).length;
  bot.world.aws.failNext('states:SendTaskSuccess', 'InternalFailure', 3);
  const { id } = await bot.submit('U0AIKO', { people: ['U0HIRO'] });
  await bot.open(id);
  expect((await bot.as('U0KEN').messagesIn(CHANNEL)).length).toBe(before + 1);
});

test('when Slack asks one connection to leave, as it does every few hours, the other is there; when it asks both, the bot comes back by itself', async () => {
  const { slack } = bot.world;
  await until('both connections', () => slack.seen.connections() === 2);
  const back = slack.hold('apps.connections.open', 2);
  slack.disconnect('refresh_requested', 'oldest');
  await until('one to be gone', () => slack.seen.connections() === 1);
  await bot.openForm(bot.as('U0LENA'));
  expect(slack.seen.connections()).toBe(1);

  slack.disconnect('refresh_requested');
  await until('the bot to be gone', () => slack.seen.connections() === 0);
  back.release();
  await until('the bot to be back', () => slack.seen.connections() > 0);
  await bot.openForm(bot.as('U0MARIA'));
  await until('both connections again', () => slack.seen.connections() === 2);
});

test('a listener that fails tells who waited, with a reference that the log has', async () => {
  bot.expectTrouble();
  bot.world.slack.answerNext('views.open', { error: 'expired_trigger_id' }, 1);
  await bot.as('U0HIRO').command();
  const words = await bot.ephemeralOrDm('U0HIRO');
  const [reference = 'none'] = /[0-9a-f]{8}$/.exec(words) ?? [];
  await until('the reference in the log', () => bot.log().includes(`"reference":"${reference}"`));
});

test('a requester who was deactivated meanwhile does not make a finished request fail', async () => {
  const request = await bot.request({ people: ['U0OMAR'] }, 'U0LENA');
  const { id } = request;
  await bot.approveAnd('U0KEN', request, () => bot.world.slack.changePerson('U0LENA', { deleted: true }));
  expect((await bot.ended(id)).status).toBe('SUCCEEDED');
  await until('the audit line', () =>
    new RegExp(`"audit":"ended","request":"${id}".*"outcome":"boarded"`).test(bot.log()),
  );
  bot.world.slack.changePerson('U0LENA', { deleted: undefined });
});

test('throttling by SES and trouble in Slack are waited out: nobody is left with a user and no message', async () => {
  bot.world.aws.failNext('ses:SendEmail', 'Throttling', 4);
  bot.world.slack.answerNext('users.lookupByEmail', { error: 'internal_error' }, 1);
  bot.world.aws.failNext('secretsmanager:getRandomPassword', 'SecretsManager.SecretsManagerException', 6);
  const { people } = await bot.onboard({ people: [], others: 'kim kim@partner.example' });
  expect(people).toMatchObject([{ userName: 'kim', status: 'told' }]);
});

test.each([
  ['team_added_to_org', '333344446666'],
  ['org_login_required', '444455556666'],
  ['ekm_access_denied', '444455557777'],
])('while Slack answers %s, as it does for a while, a request waits and then goes on', async (error, account) => {
  bot.world.slack.answerNext('chat.postMessage', { error }, 2);
  bot.world.slack.answerNext('chat.update', { error }, 2);
  const { people } = await bot.onboard({ people: ['U0HIRO'], accounts: [account] });
  expect(people).toMatchObject([{ status: 'told' }]);
});

test('an edit that fails within Slack is tried again', async () => {
  bot.world.slack.answerNext('chat.update', { error: 'update_failed' }, 2);
  const { people } = await bot.onboard({ people: ['U0HIRO'], accounts: ['111122224444'] });
  expect(people).toMatchObject([{ status: 'told' }]);
});

test('where whoever audits cannot be notified nobody is created; the execution fails, and is told of once', async () => {
  bot.world.aws.failNext('sns:publish', 'SNS.KMSDisabledException', 9);
  const { id, ts } = await bot.request({ people: ['U0MARIA'] });
  const before = (await bot.as('U0AIKO').dm()).messages.length;
  await bot.approve('U0KEN', ts);

  expect(await bot.ended(id)).toMatchObject({ status: 'FAILED', error: 'NotNotified' });
  await until('the end of the task', () => bot.log().includes(`"task":"execution-ended","request":"${id}","ms"`));

  await bot.post(id, (text) => text.includes('Your auditors could not be notified'));
  const news = (await bot.as('U0AIKO').dm()).messages
    .slice(before)
    .filter(({ text }) => text.includes('nobody is all set'));
  expect(news).toHaveLength(1);
  expect((await bot.users()).map(({ userName }) => userName)).not.toContain('maria@kumoworks.example');
});
