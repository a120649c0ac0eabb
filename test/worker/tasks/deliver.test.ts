import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type AccountOutcome, GROUPS } from '../../../src/contract/access.ts';
import type { IssueRefusal } from '../../../src/contract/errors.ts';
import type { Claim } from '../../../src/contract/password.ts';
import type { DeliverInput } from '../../../src/contract/tasks.ts';
import type { Mail } from '../../../src/messages/newcomer/welcome-mail.ts';
import type { Happening } from '../../../src/watch/journal.ts';
import { ALWAYS } from '../../../src/worker/held.ts';
import { deliver } from '../../../src/worker/tasks/deliver.ts';
import { deliverInput, outcomeOf, portalUrl, prod, sam } from '../../onboarding/at-portal.ts';
import { created, dev, ken, samAsPerson } from '../../onboarding/examples.ts';

/** What is sent and told when somebody is told how to sign in. */
async function delivered(
  input: DeliverInput,
  { refusal, refused = [] }: { refusal?: Error; refused?: IssueRefusal[] } = {},
) {
  const refusals = [...refused];
  const mails: Mail[] = [];
  const posts: { effect: string; channel: string; text: string }[] = [];
  const claims: Claim[] = [];
  const happenings: Happening[] = [];
  const task = deliver({
    postOnce: async (effect, { channel, text }) => {
      posts.push({ effect, channel, text });
      return { channel, ts: '1.0' };
    },
    issuePassword: async (claim) => {
      claims.push(claim);
      const refusal = refusals.shift();
      if (refusal) return refusal;
      const loginUrl = 'https://dev.signin.aws.amazon.com/console';
      return { userName: claim.userName, loginUrl, password: 'secret', madeAt: '2026-11-22T04:06:12.345Z' };
    },
    sendMail: async (mail) => {
      if (refusal) throw refusal;
      mails.push(mail);
      return 'message-id';
    },
    organization: 'Kumoworks',
    journal: { record: (happening) => happenings.push(happening) },
  });
  const context = { ...ALWAYS, token: 't', executionName: 'V1', log: pino({ level: 'silent' }) };
  const answer = await task(input, context).catch((err: Error) => err);
  return { answer, mails, posts, claims, happenings };
}

const inDev = outcomeOf('done', dev.id, 'Developer');
const soon = outcomeOf('pending', prod.id, 'Developer', { RequestId: 'r-1' });
const yuki = { ...sam, userName: 'yuki', slackUserId: 'U0YUKI', locale: 'ja-JP' };

test('who signs in at the portal gets a message in their language, and no password is made', async () => {
  const { answer, posts, mails, claims } = await delivered(deliverInput([inDev], { person: yuki }));
  expect(answer).toEqual({ via: 'slack' });
  expect(posts).toMatchObject([{ effect: 'welcome/U0YUKI', channel: 'U0YUKI' }]);
  expect(posts[0]?.text).toContain(`*AWS アクセスポータル* <${portalUrl}>`);
  expect([...mails, ...claims]).toEqual([]);
});

test('who is not in Slack gets it by mail, and no password is made', async () => {
  const { answer, posts, mails, claims } = await delivered(deliverInput([outcomeOf('done', GROUPS)]));
  expect(answer).toEqual({ via: 'mail' });
  expect(mails).toMatchObject([{ to: 'sam@partner.example', subject: 'Your access to AWS' }]);
  expect(mails[0]?.text).toContain(portalUrl);
  expect([...posts, ...claims]).toEqual([]);
});

test('a temporary password is made in the moment of sending', async () => {
  const input = { ...deliverInput([]), person: created(samAsPerson) };
  const { mails, claims } = await delivered(input);
  expect(claims).toMatchObject([{ accountId: dev.id, userName: 'sam', reissue: false }]);
  expect(mails[0]?.text).toContain('secret');
  expect(mails[0]?.text).toContain('Made at: 2026-11-22 04:06:12 UTC');
});

test('whose user has a password already is told where to sign in all the same: told is who was sent a mail', async () => {
  const input = { ...deliverInput([]), person: created(samAsPerson) };
  const { answer, mails } = await delivered(input, { refused: ['AlreadySignedIn'] });
  expect(answer).toEqual({ via: 'mail' });
  expect(mails).toMatchObject([{ to: 'sam@partner.example' }]);
  expect(mails[0]?.text).toMatch(/Temporary password: none/);
});

test.each<[IssueRefusal[], string]>([
  [['AlreadyShown', 'AlreadyShown'], 'Unavailable'],
  [['AlreadyShown', 'Overtaken'], 'Unavailable'],
  [['NotYours'], 'Failed'],
  [['UserNotFound'], 'Failed'],
])('where issue-password answers %s no mail is sent, and the task fails as %s', async (refused, name) => {
  const input = { ...deliverInput([]), person: created(samAsPerson) };
  const { answer, mails } = await delivered(input, { refused });
  expect(answer).toMatchObject({ name });
  expect(mails).toEqual([]);
});

test.each<[string, AccountOutcome[], object[], string[]]>([
  ['an account', [inDev], [{ event: 'created', account: dev.id }], [dev.id]],
  ['groups', [outcomeOf('done', GROUPS)], [{ event: 'created', account: GROUPS }], [GROUPS]],
  ['a part, of what they had one before', [inDev, outcomeOf('had', prod.id)], [{ account: dev.id }], [dev.id]],
  ['what AWS goes on preparing', [soon], [], []],
])('the journal is told of %s and that they were told', async (_what, outcomes, made, accounts) => {
  const { happenings } = await delivered(deliverInput(outcomes));
  expect(happenings).toMatchObject([
    ...made.map((one) => ({ ...one, event: 'created', userName: 'sam', approvedBy: ken.id })),
    { event: 'delivered', via: 'mail', userName: 'sam', accounts },
  ]);
});

test('a mail that is rejected is told as that, and nobody is told to have been reached', async () => {
  const refusal = Object.assign(new Error('no'), { name: 'MessageRejected' });
  const { answer, happenings } = await delivered(deliverInput([inDev]), { refusal });
  expect(answer).toMatchObject({ name: 'MailRejected' });
  expect(happenings.map(({ event }) => event)).toEqual(['created']);
});
