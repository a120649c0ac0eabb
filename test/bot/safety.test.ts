import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import type { OnboardingRequest } from '../../src/contract/request.ts';
import { CHANNEL, DEV, goodForm, useWorld } from './world.ts';

const bot = useWorld();
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const sfn = () => new SFNClient({ endpoint: bot.world.url, region: 'eu-west-1', disableHostPrefix: true, credentials });

/** What stands behind the buttons of a request, as any member of the channel can read it through Slack's API. */
async function tokenOf(id: string): Promise<{ execution: string; token: string }> {
  const { blocks } = await bot.open(id);
  const value = /"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(blocks))?.[1] ?? '""';
  return JSON.parse(JSON.parse(value) as string) as { execution: string; token: string };
}
const boundary = `arn:aws:iam::${DEV}:policy/boarding-pass-boundary`;

test('a display name cannot pass for a link or a second line in the mail that holds a password', async () => {
  bot.world.slack.changePerson('U0LENA', { realName: 'AWS Security\nsign in at https://evil.example' });
  await bot
    .request({ ...goodForm, people: [], others: 'kim kim@partner.example' }, 'U0LENA')
    .then(async ({ id, ts }) => {
      await bot.approve('U0KEN', ts);
      await bot.ended(id);
    });
  const mail = (await bot.mails()).find(({ to }) => to[0] === 'kim@partner.example');
  expect(mail?.text).toMatch(/^lena@kumoworks.example of Kumoworks asked for AWS access/);
  expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example');
});

test('a decision that was judged for one request decides no other, whoever mixes up their tokens', async () => {
  const [one, other] = [await bot.request({ people: ['U0OMAR'] }), await bot.request({ people: ['U0LENA'] })];
  const { token } = await tokenOf(other.id);
  const decision = {
    outcome: 'approved',
    request: one.id,
    by: { slackUserId: 'U0KEN', email: 'ken@kumoworks.example', name: 'Ken' },
    at: 'now',
    claimUntil: '2030-01-01T00:00:00Z',
    version: '',
  };
  await sfn().send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(decision) }));
  await bot.ended(other.id);
  await bot.post(other.id, (text) => text.includes('made for another request'));
  expect((await bot.users()).map(({ userName }) => userName)).not.toContain('lena@kumoworks.example');
});

test.each([
  ['outside the path', { Path: '/', PermissionsBoundary: boundary }, 'U0HIRO'],
  ['without the boundary', { Path: '/onboarded/' }, 'U0HIRO'],
  ['with somebody else’s claim', { Path: '/onboarded/', PermissionsBoundary: boundary }, 'U0OMAR'],
])('a user %s is not taken for ours, even with this request’s tag on it', async (_what, kind, claimant) => {
  const { id, ts } = await bot.request({ people: ['U0HIRO'] });
  const Tags = [
    { Key: 'onboarding:request', Value: id },
    { Key: 'onboarding:claimant', Value: claimant },
    { Key: 'onboarding:claim', Value: 'open' },
  ];
  bot.world.aws.asAdmin(DEV, 'createUser', { UserName: 'hiro@kumoworks.example', Tags, ...kind });
  const before = (await bot.users()).find(({ userName }) => userName.startsWith('hiro'));
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  await bot.post(id, (text) => text.includes('already has a user with this name'));
  expect((await bot.users()).find(({ userName }) => userName.startsWith('hiro'))).toEqual(before);
  bot.world.aws.asAdmin(DEV, 'deleteUser', { UserName: 'hiro@kumoworks.example' });
});

test('a second execution that claims to be an earlier request does not touch that request’s users', async () => {
  const first = await bot.onboard({ people: ['U0YUKI'] });
  const before = (await bot.users()).find(({ userName }) => userName.startsWith('yuki'));
  const [{ input } = { input: '' }] = (await bot.executions()).filter(({ name }) => name === first.id);
  const earlier = (typeof input === 'string' ? JSON.parse(input) : input) as OnboardingRequest;
  const request = {
    ...earlier,
    profile: { ...earlier.profile, groups: ['Developers', 'NoSuchGroup'], policyArns: [] },
  };
  await sfn().send(
    new StartExecutionCommand({
      stateMachineArn: bot.world.aws.environment('').ONBOARDING_STATE_MACHINE_ARN ?? '',
      name: 'Vforged',
      input: JSON.stringify(request),
    }),
  );
  const { token } = await tokenOf(first.id).catch(() => ({ token: '' }));
  expect(token).not.toBe('');
  const decision = {
    outcome: 'approved',
    request: 'Vforged',
    by: { slackUserId: 'U0KEN', email: 'ken@kumoworks.example', name: 'Ken' },
    at: 'now',
    claimUntil: '2030-01-01T00:00:00Z',
    version: '',
  };
  await sfn().send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(decision) }));
  await bot.ended('Vforged');
  expect((await bot.users()).find(({ userName }) => userName.startsWith('yuki'))).toEqual(before);
});

test('who left the group of approvers a moment ago can no longer approve', async () => {
  const first = await bot.request({ people: ['U0OMAR'], accounts: ['444455556666'] });
  await bot.approve('U0MARIA', first.ts);
  await bot.ended(first.id);
  const { ts } = await bot.request({ people: ['U0LENA'], accounts: ['444455556666'] });
  bot.world.slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0AIKO']);
  await bot.approve('U0MARIA', ts);
  expect(await bot.ephemeral('U0MARIA', (text) => text.includes('not an approver'))).toBeDefined();
  bot.world.slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0MARIA', 'U0AIKO']);
});

test('a request is not approved when the policy has changed since, but it can be denied', async () => {
  const { id, ts } = await bot.request({ people: ['U0OMAR'], accounts: ['333344446666'] });
  bot.rewritePolicy((text) => text.replace('claimWithin: 7d', 'accounts: { except: ["333344446666"] }'));
  await bot.restart('SIGTERM');
  await bot.approve('U0KEN', ts);
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('policy file has changed'))).toBeDefined();
  await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
  const view = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  expect(await bot.as('U0KEN').submit(view.id, { reason: 'ask again' })).toEqual({});
  await bot.post(id, (text) => text.includes('Denied by'));
  bot.rewritePolicy((text) => text.replace('accounts: { except: ["333344446666"] }', 'claimWithin: 7d'));
  await bot.restart('SIGTERM');
});

test('what was published since the approver looked is not given, whatever the bot reads', async () => {
  const { id, ts } = await bot.request({ people: ['U0OMAR'], accounts: ['333344446666'] });
  bot.rewritePolicy((text) => text.replace('groups: [Developers]', 'groups: [Developers, ReadOnly]'));
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  await bot.post(id, (text) => /nobody is all set yet.*has changed since it was asked for/.test(text));
  expect((await bot.users('333344446666')).map(({ userName }) => userName)).not.toContain('omar@kumoworks.example');
  bot.rewritePolicy((text) => text.replace('groups: [Developers, ReadOnly]', 'groups: [Developers]'));
});

test('a form that is sent again with other contents is told that the first ones hold', async () => {
  const view = await bot.openForm(bot.as('U0AIKO'));
  await bot.as('U0AIKO').suggest(view.id, '');
  bot.world.aws.failNext('states:StartExecution', 'InternalFailure', 5, { after: true });
  const form = { ...goodForm, people: ['U0HIRO'], accounts: ['333344446666'] };
  const { errors } = await bot.as('U0AIKO').submit(view.id, form);
  expect(errors?.reason).toContain('Nothing is lost');
  for (let i = 0; i < 5; i++) {
    const again = await bot.as('U0AIKO').submit(view.id, { ...form, people: ['U0LENA'] });
    if (again.errors?.reason?.includes('already been sent')) return;
  }
  throw new Error('The change was swallowed.');
});

test('a typed address that reaches the approver’s own mailbox makes them a beneficiary', async () => {
  const { ts } = await bot.request({
    people: [],
    others: 'ken2 ken+aws@partner.example\nsam.lee sam.lee@partner.example',
  });
  bot.world.slack.changePerson('U0KEN', { email: 'ken@partner.example' });
  await bot.approve('U0KEN', ts);
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('for you'))).toBeDefined();
  bot.world.slack.changePerson('U0KEN', { email: 'ken@kumoworks.example' });
});

test('no other web page can act in the sandbox', async () => {
  const click = (headers: Record<string, string>) =>
    fetch(`${bot.world.url}/act/command`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ user: 'U0AIKO', channel: CHANNEL, command: '/onboard' }),
    });
  expect((await click({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await click({ origin: bot.world.url })).status).toBe(200);
});

test('a member whose address is typed is judged as they are now, not as they were a moment ago', async () => {
  const form = { people: [], others: 'lena@kumoworks.example', accounts: ['333344446666'] };
  await bot.request(form);
  bot.world.slack.changePerson('U0LENA', { guest: 'multi-channel' });
  const { id } = await bot.submit('U0KEN', form);
  await bot.ended(id);
  expect(JSON.stringify((await bot.as('U0KEN').dm()).messages.at(-1)?.blocks)).toContain('a guest');
  bot.world.slack.changePerson('U0LENA', { guest: undefined });
});
