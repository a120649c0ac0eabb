import { afterEach, expect, test } from 'vitest';
import { goodPolicy, useStarts } from './starts.ts';

const starts = useStarts();
afterEach(() => starts.world.publish());

test('a profile that is not published stops the start, and every one is named', async () => {
  starts.world.aws.profiles.remove('profiles/developer.json');
  starts.world.aws.profiles.put('profiles/auditor.json', 'no JSON at all');
  const said = await starts.refusal({});
  expect(said).toMatch(
    /The profile "developer" is not published: publish the policy \(run npm run policy -- FILE --publish/,
  );
  expect(said).toMatch(/The profile "auditor" cannot be read as it is published: publish the policy/);
  expect(said).not.toContain('"experimenter"');
});

test('where the file and what is published differ the bot starts, and the log says where and that the published one counts', async () => {
  const policy = goodPolicy
    .replace('groups: [Developers]', 'groups: [Developers, ReadOnly]')
    .replace('approvers: [U0MARIA, ken@kumoworks.example]', 'approvers: [U0MARIA]');
  const log = await starts.logOfStart({ policy });
  expect(log).toMatch(
    /"level":50,[^\n]*"profile":"developer","differing":\["grants"\][^\n]*POLICY_FILE differs from the published policy/,
  );
  expect(log).toMatch(/"level":50,[^\n]*"profile":"auditor","differing":\["approvers"\]/);
  expect(log).toContain('"ready"');
});

test('more profiles than are read at once are all compared', async () => {
  const [head = '', rest = ''] = goodPolicy.split('profiles:\n');
  const [first = ''] = rest.split('\n\n');
  const many = Array.from({ length: 45 }, (_, i) => first.replace('id: developer', `id: developer-${i}`));
  const said = await starts.refusal({ policy: `${head}profiles:\n${many.join('\n')}\n` });
  for (const i of [0, 19, 20, 44]) expect(said).toContain(`The profile "developer-${i}" is not published`);
});

test('a home account that may not read the organization stops the start', async () => {
  starts.world.aws.failNext('organizations:describeOrganization', 'Organizations.AccessDeniedException', 1);
  expect(await starts.refusal({})).toMatch(/^The home account may not read the organization: make it a delegated/);
});

test('a machine that breaks is told as that; one that was not deployed, and one of another kind, too', async () => {
  const arn = (name: string) => `arn:aws:states:eu-west-1:100000000001:stateMachine:boarding-pass-${name}`;
  const check = (name: string) => starts.refusal({ environment: { CHECK_STATE_MACHINE_ARN: arn(name) } });
  expect(await check('nothing')).toMatch(
    /deploy manifests\/aws\/boarding-pass\.yaml first, and set CHECK_STATE_MACHINE_ARN/,
  );
  expect(await check('onboarding')).toMatch(/names a state machine of type STANDARD, but it must be EXPRESS/);
  expect(await check('issue-password')).toMatch(/The state machine check ended FAILED .*deploy the current/);
});

test('AWS that asks to slow down does not keep the bot from starting', async () => {
  starts.world.aws.failNext('states:StartSyncExecution', 'ThrottlingException', 3);
  expect(await starts.logOfStart({})).toMatch(/the published policy could not be checked[\s\S]*"ready"/);
});

test('a profile that lets nobody change their password is warned of', async () => {
  const policy = goodPolicy.replace(/( +id: developer[\s\S]*?) +groups: \[Developers\]\n +policyArns: .*\n/, '$1');
  expect(await starts.logOfStart({ policy })).toMatch(
    /"level":40,[^\n]*the profile \\"developer\\" lets nobody change their own password[^\n]*add arn:aws:iam::aws:policy\/IAMUserChangePassword/,
  );
});
