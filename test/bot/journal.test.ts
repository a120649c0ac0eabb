import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { journalOf } from './journal-of.ts';
import { CHANNEL, DEV, goodForm, useWorld } from './world.ts';

const bot = useWorld({ policy: (text) => text.replace('[partner.example]', '[partner.example, bounce.example]') });
const { lines, audit, line, samples } = journalOf(bot);

const showPassword = async (who: string, wanted: string) => {
  const { channel, ts } = await bot.welcome(who);
  await bot.as(who).click(channel, ts, 'show-password');
  return bot.modal(who, (text) => text.includes(wanted));
};

test('a whole request is told line by line, each with the same request, and counted', async () => {
  const { id, ts } = await bot.request({ others: 'sam.lee sam.lee@partner.example' });
  bot.world.slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0MARIA', 'U0AIKO']);
  for (const who of ['U0AIKO', 'U0HIRO']) {
    await bot.approve(who, ts);
    await line(id, { audit: 'refused', by: who });
  }
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  await showPassword('U0YUKI', 'rich_text_preformatted');
  const again = await showPassword('U0YUKI', 'make-new-password');
  await bot.as('U0YUKI').clickInView(again.id, 'make-new-password');
  await line(id, { audit: 'password-replaced' });

  const yuki = { account: DEV, userName: 'yuki@kumoworks.example' };
  const sam = { account: DEV, userName: 'sam.lee' };
  const told = audit(id).map(({ level: _, time: __, request: ___, msg: ____, ...facts }) => facts);
  const expected = [
    { audit: 'asked', requester: 'U0AIKO', accounts: [DEV], profile: 'developer', people: 2 },
    { audit: 'refused', tried: 'decide', by: 'U0AIKO', rule: 'requester' },
    { audit: 'refused', tried: 'decide', by: 'U0HIRO', rule: 'not-approver' },
    { audit: 'decided', outcome: 'approved', by: 'U0KEN' },
    { audit: 'created', approvedBy: 'U0KEN', ...yuki },
    { audit: 'delivered', via: 'slack', accounts: [DEV], userName: yuki.userName },
    { audit: 'created', approvedBy: 'U0KEN', ...sam },
    { audit: 'delivered', via: 'mail', accounts: [DEV], userName: sam.userName },
    {
      audit: 'ended',
      requester: 'U0AIKO',
      accounts: [DEV],
      profile: 'developer',
      outcome: 'boarded',
      people: 2,
      told: 2,
      decidedBy: 'U0KEN',
    },
    { audit: 'password-shown', by: 'U0YUKI', ...yuki },
    { audit: 'password-refused', by: 'U0YUKI', refusal: 'AlreadyShown', ...yuki },
    { audit: 'password-replaced', by: 'U0YUKI', ...yuki },
  ];
  expect(told).toHaveLength(expected.length);
  expect(told).toEqual(expect.arrayContaining(expected));

  const others = lines().filter(({ msg, task }) => msg === 'form opened' || task !== undefined);
  expect(new Set(others.map(({ request }) => request))).toEqual(new Set([id]));
  expect(new Set(others.map(({ task }) => task))).toEqual(
    new Set([
      undefined,
      'resolve',
      'announce',
      'acknowledge',
      'await-decision',
      'look-again',
      'mark-approved',
      'tell-approved',
      'deliver',
      'report',
    ]),
  );

  const counts = await samples();
  expect(counts).toMatchObject({
    boarding_pass_requests_total: 1,
    'boarding_pass_decisions_total{outcome="approved"}': 1,
    'boarding_pass_decisions_total{outcome="denied"}': 0,
    'boarding_pass_refusals_total{rule="requester"}': 1,
    'boarding_pass_refusals_total{rule="not-approver"}': 1,
    'boarding_pass_deliveries_total{via="slack",outcome="delivered"}': 1,
    'boarding_pass_deliveries_total{via="mail",outcome="delivered"}': 1,
    'boarding_pass_passwords_total{outcome="shown"}': 1,
    'boarding_pass_passwords_total{outcome="AlreadyShown"}': 1,
    'boarding_pass_passwords_total{outcome="replaced"}': 1,
    'boarding_pass_task_duration_seconds_count{task="deliver",outcome="done"}': 2,
    'boarding_pass_throttled_total{service="slack"}': 0,
  });
  const tasks = Object.entries(counts).filter(([name]) => name.startsWith('boarding_pass_task_duration_seconds_count'));
  const all = tasks.reduce((sum, [, count]) => sum + count, 0);
  expect(counts.boarding_pass_queue_lag_seconds_count).toBe(all);
  expect(counts.boarding_pass_queue_lag_seconds_sum).toBeLessThan(60);
});

test('who may not even ask is told of, though there is no request yet; who only wants help is not', async () => {
  await bot.as('U0GUEST').command('help');
  await bot.as('U0GUEST').command();
  await line(undefined, { audit: 'refused', tried: 'ask', by: 'U0GUEST', rule: 'guest' });
  expect(lines().filter(({ audit, by }) => audit === 'refused' && by === 'U0GUEST')).toHaveLength(1);
});

test('a form that is sent five times is told of once', async () => {
  const view = await bot.openForm(bot.as('U0AIKO'));
  await bot.as('U0AIKO').suggest(view.id, '');
  const send = () => bot.as('U0AIKO').submit(view.id, { ...goodForm, people: ['U0HIRO'] });
  // Until the first one is answered, and the form closed.
  const end = bot.world.aws.disturb('states', { slow: 1, slowBy: 500, only: ['StartExecution'] });
  expect(await Promise.all([send(), send(), send(), send(), send()])).toEqual([{}, {}, {}, {}, {}]);
  end();
  await bot.open(view.id);
  await line(view.id, { audit: 'asked' });
  expect(audit(view.id).map(({ audit: event }) => event)).toEqual(['asked']);
});

test('a form with a profile that is not its sender’s is told of; a form with a mistake is not', async () => {
  const mistaken = await bot.submit('U0YUKI', { others: 'ada@elsewhere' });
  const auditor = { profile: { text: { type: 'plain_text', text: 'Auditor' }, value: 'auditor' } };
  const { id } = await bot.submit('U0YUKI', auditor, { dispatchAnyway: true });
  await line(id, { audit: 'refused', tried: 'ask', by: 'U0YUKI', rule: 'profile-gone' });
  expect(audit(id)).toHaveLength(1);
  expect(audit(mistaken.id)).toEqual([]);
});

test('a denial and a withdrawal are told with who decided, not with what they wrote; a click that comes too late is not told', async () => {
  const denied = await bot.request({ people: ['U0LENA'] });
  await bot.as('U0KEN').click(CHANNEL, denied.ts, 'deny');
  const { id: view } = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  await bot.as('U0KEN').submit(view, { reason: 'a reason of their own' });
  await line(denied.id, { audit: 'ended', outcome: 'denied', decidedBy: 'U0KEN' });
  await bot.as('U0MARIA').click(CHANNEL, denied.ts, 'approve', { stale: true });
  await bot.ephemeral('U0MARIA', (text) => text.includes('already been decided'));

  const withdrawn = await bot.request({ people: ['U0LENA'] });
  const { dm, ts } = await until('the button', async () => {
    const { id, messages } = await bot.as('U0AIKO').dm();
    const found = messages.find(({ blocks }) => {
      const text = JSON.stringify(blocks);
      return text.includes('"withdraw"') && text.includes(withdrawn.id);
    });
    return found && { dm: id, ts: found.ts };
  });
  await bot.as('U0AIKO').click(dm, ts, 'withdraw');
  await line(withdrawn.id, { audit: 'decided', outcome: 'withdrawn', by: 'U0AIKO' });
  await line(denied.id, { audit: 'ended' });
  expect(audit(denied.id).map(({ audit }) => audit)).toEqual(['asked', 'decided', 'ended']);
  expect(bot.log()).not.toContain('a reason of their own');
});

test('who was not created or not told is told of, with the error’s name', async () => {
  bot.world.slack.changePerson('U0LENA', { deleted: undefined });
  const form = { people: ['U0OMAR', 'U0LENA'], others: 'kim kim@bounce.example', accounts: ['222233334444'] };
  const request = await bot.request(form);
  const { id } = request;
  await bot.approveAnd('U0KEN', request, () => bot.world.slack.changePerson('U0LENA', { deleted: true }));
  await line(id, { audit: 'ended', people: 3, told: 0 });
  await line(id, { audit: 'not-created', userName: 'omar@kumoworks.example', error: 'UserAlreadyExists' });
  await line(id, { audit: 'not-delivered', via: 'slack', error: 'CannotBeReached' });
  await line(id, { audit: 'not-delivered', via: 'mail', error: 'MailRejected' });
  expect(audit(id).filter(({ audit }) => audit === 'created')).toHaveLength(2);
  bot.world.slack.changePerson('U0LENA', { deleted: undefined });
});

test('a request that was stopped by hand has an end, too', async () => {
  const { id } = await bot.request({ people: ['U0LENA'] });
  const { url, aws } = bot.world;
  const machine = aws.environment(url).ONBOARDING_STATE_MACHINE_ARN ?? '';
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  await new SFNClient({ endpoint: url, region: 'eu-west-1', credentials }).send(
    new StopExecutionCommand({ executionArn: `${machine.replace(':stateMachine:', ':execution:')}:${id}` }),
  );
  await line(id, { audit: 'ended', requester: 'U0AIKO', outcome: 'failed', error: 'EndedEarly' });
});
