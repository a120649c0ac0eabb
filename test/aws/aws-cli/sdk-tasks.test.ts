import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { accounts, home } from '../../manifests/stacks.ts';
import { callsOf } from '../../manifests/state-machine-calls.ts';
import { type Center, createCenter } from '../moto/center.ts';
import { createHome, type Home } from '../moto/home.ts';
import { type Call, createMachines, outputOf } from '../moto/machines.ts';
import { useMoto } from '../moto/moto.ts';
import { person as inSlack } from '../moto/people.ts';

// The AWS CLI reads what it sends by AWS's own model of each API, also where moto has no such call: names, types, what is required and
// how long it may be. Patterns it does not read. A request that is wrong never leaves it.

const moto = useMoto('aws-cli');
let isSlow = false;
const machines = createMachines(moto, (resource, answer) => {
  if (!isSlow || resource !== 'ssoadmin:createAccountAssignment') return answer;
  const { AccountAssignmentCreationStatus: status } = answer as { AccountAssignmentCreationStatus: JsonObject };
  return { AccountAssignmentCreationStatus: { ...status, Status: 'IN_PROGRESS' } };
});
const requests = new Map<string, JsonObject>();
let atHome: Home;
let center: Center;

const isOfCenter = (action: string) => /^(identitystore|ssoadmin):/.test(action);
const person = (userName: string) => ({
  ...inSlack(userName),
  emailAsWritten: `${userName.toUpperCase()}@example.com`,
  givenName: userName,
  familyName: 'Sato',
});

/** Looks and gives, as `onboarding` does with an approval between; returns what was looked at. */
async function board(userName: string, Accounts: { id: string }[], meanwhile?: () => Promise<void>): Promise<void> {
  const Users = [person(userName)];
  const inspected = outputOf(
    await machines.run('inspect-identity-center', json({ Accounts, Users, ProfileId: 'cloud-developer' })),
  ) as { Profile: { Version: string }; Targets: unknown[]; Users: unknown[] };
  await meanwhile?.();
  const { Profile, Targets, Users: Inspected } = inspected;
  const approved = { ApprovedBy: 'U0KEN', ApprovedByEmail: 'ken@example.com', ClaimUntil: '2126-11-25T04:06:00Z' };
  const request = { RequestId: 'V01', RequestedBy: 'U0AIKO', ...approved };
  const Absent = Users.map(() => ({}));
  const input = {
    ...request,
    Users,
    Targets,
    Inspected,
    Absent,
    ProfileId: 'cloud-developer',
    Version: Profile.Version,
  };
  outputOf(await machines.run('provision-identity-center', json(input)));
}
const json = (value: object) => JSON.parse(JSON.stringify(value));

beforeAll(async () => {
  if (!moto.isThere) return;
  atHome = await createHome(moto);
  center = await createCenter(moto);
  const dev = { id: await atHome.addAccount('dev') };
  const set = await center.addSet('Reader');
  await center.addGroup('Engineering');
  const passing = await center.addGroup('Passing');

  // Somebody new, slowly; again, as they have it; then one whom a group that is gone keeps from everything.
  await atHome.publish(center.profile({ groups: ['Engineering'], permissionSets: [set] }));
  isSlow = true;
  await board('yuki', [dev]);
  await board('yuki', [dev]);
  await atHome.publish(center.profile({ groups: ['Engineering', 'Passing'] }));
  await board('emi', [], () => center.removeGroup(passing));
  await machines.run('check', { ProfileIds: ['cloud-developer'] });
  const Email = person('yuki').email;
  await machines.run('find-access', { ProfileId: 'cloud-developer', Email, EmailAsWritten: Email, UserId: null });
  for (const { action, parameters } of machines.calls.filter((call: Call) => isOfCenter(call.action)))
    requests.set(action, parameters);
});

const used = [
  ...new Set(
    callsOf(home)
      .map(({ integration }) => integration.replace('aws-sdk:', ''))
      .filter(isOfCenter),
  ),
];

/** What the CLI says to a request: nothing, where it could be sent. */
async function said(action: string, parameters: JsonObject | undefined): Promise<string> {
  if (!parameters) throw new Error(`Nobody has called ${action}.`);
  const [service = '', operation = ''] = action.split(':');
  const command = operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const args = [
    service === 'ssoadmin' ? 'sso-admin' : service,
    command,
    '--cli-input-json',
    JSON.stringify(parameters),
  ];
  const { accessKeyId, secretAccessKey, sessionToken = '' } = center.connection.credentials;
  const env = {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL: moto.url,
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const answer = await promisify(execFile)('aws', args, { env }).catch((err: { stderr: string }) => err);
  // What is refused is refused by moto: for the most part because it is done already.
  return (
    /Parameter validation failed[\s\S]*|Unknown options[\s\S]*|Invalid choice[\s\S]*/i.exec(answer.stderr)?.[0] ?? ''
  );
}

test.each(used)('a request for %s has the shape that AWS’s own model gives it', async (action) => {
  expect(await said(action, requests.get(action))).toBe('');
});

test('a request of another shape would be noticed', async () => {
  const create = requests.get('ssoadmin:createAccountAssignment');
  expect(await said('ssoadmin:createAccountAssignment', { ...create, TargetId: accounts.member.slice(1) })).toContain(
    'Invalid length for parameter TargetId',
  );
  expect(await said('ssoadmin:createAccountAssignment', { ...create, Target: 'x' })).toContain('Unknown parameter');
  const { TargetType: _, ...without } = create ?? {};
  expect(await said('ssoadmin:createAccountAssignment', without)).toContain('Missing required parameter');
});
