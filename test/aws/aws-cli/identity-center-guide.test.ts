import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsOf } from '../../../sandbox/aws/iam/policy/statement.ts';
import { accounts } from '../../manifests/stacks.ts';
import { type Center, createCenter } from '../moto/center.ts';
import { createHome } from '../moto/home.ts';
import { type Connection, useMoto } from '../moto/moto.ts';
import { readRole } from '../moto/roles.ts';
import { callAsTask } from '../moto/sdk-tasks.ts';

// The commands of docs/identity-center.md, as they stand there, typed by somebody who has the profiles that the page names.

const moto = useMoto('aws-cli');
const page = readFileSync('docs/identity-center.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-guide-'));
symlinkSync(resolve('manifests'), join(folder, 'manifests'));
afterAll(() => rmSync(folder, { recursive: true }));

let center: Center;
let set: string;
let group: string;

/** Commands below a heading of the page, all of them or the first blocks. */
function commandsOf(heading: string, blocks = 1): string {
  const [, text = ''] = page.split(`\n${heading}`);
  const [section = ''] = text.split(/\n##+ /);
  const found = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  if (found.length === 0) throw new Error(`There are no commands below ${heading}.`);
  return found.slice(0, blocks).join('\n');
}

const profile = (name: string, { credentials }: Connection) =>
  `[${name}]\naws_access_key_id = ${credentials.accessKeyId}\naws_secret_access_key = ${credentials.secretAccessKey}\naws_session_token = ${credentials.sessionToken}\n`;

beforeAll(async () => {
  if (!moto.isThere) return;
  // The account at home manages moto's organization, too.
  const home = await createHome(moto);
  center = await createCenter(moto, { withStack: false });
  set = await center.addSet('Developer');
  group = await center.addGroup('Engineering');
  mkdirSync(join(folder, '.aws'));
  const profiles = [profile('management', home.connection), profile('identity', center.connection)];
  writeFileSync(join(folder, '.aws', 'credentials'), profiles.join('\n'));
});

/** Runs a script of the page, with ids of moto's making in the places of those that the page invents. */
async function type(script: string, ids: Record<string, string> = {}, more = ''): Promise<string> {
  const replaced = Object.entries(ids).reduce((text, [invented, id]) => text.replaceAll(invented, id), script);
  const { instanceArn, identityStoreId } = center.settings;
  const { stdout } = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', `${replaced}\n${more}`], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_PAGER: '',
      AWS_ENDPOINT_URL: moto.url,
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_REGION: 'eu-west-1',
      HOME_ACCOUNT: accounts.home,
      MANAGEMENT_ACCOUNT: accounts.management,
      IDENTITY_ACCOUNT: accounts.center,
      INSTANCE: instanceArn,
      STORE: identityStoreId,
    },
  });
  return stdout;
}

test('moto knows no delegated administrator of Identity Center: step 1 is read by the AWS CLI alone', async () => {
  const step = type(commandsOf('### 1.'));
  await expect(step).rejects.toThrow('You specified an unrecognized service principal.');
});

test('step 2 finds the instance, the permission sets and the groups', async () => {
  const { instanceArn, identityStoreId } = center.settings;
  // The page sets its own ids, as an example.
  const script = commandsOf('### 2.').replace(/^export .*$/m, '');
  const said = (await type(script)).split('\n').map((line) => line.split('\t'));
  expect(said).toEqual(
    expect.arrayContaining([
      [instanceArn, identityStoreId, 'ACTIVE'],
      ['Developer', set],
      ['Engineering', group],
    ]),
  );
});

test('of a company directory each user is listed with the name, the address and the id that the directory gave', async () => {
  const name = 'yuki@acme.example';
  const userId = await type(
    `aws identitystore create-user --identity-store-id $STORE --user-name ${name} --display-name Yuki --name GivenName=Yuki,FamilyName=Sato \
    --emails Value=${name},Primary=true --query UserId --output text --profile identity`,
  );
  const said = (await type(commandsOf('### A company directory'))).split('\n');
  await type(`aws identitystore delete-user --identity-store-id $STORE --user-id ${userId.trim()} --profile identity`);
  expect(said.map((line) => line.split('\t'))).toContainEqual([name, name, 'None']);
});

test('step 5 makes the four roles', async () => {
  await type(commandsOf('### 5.'), {
    $INSTANCE: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    $STORE: 'd-1234567890',
  });
  for (const name of ['inspect', 'check', 'find-access', 'provision']) {
    const { policies } = await readRole(center.connection, `boarding-pass-${name}-identity-center`);
    expect(Object.keys(policies)).toEqual([`${name}-identity-center`]);
  }
});

test('step 7 attaches the service control policy to the account, with whoever deploys filled in', async () => {
  const list = 'aws organizations list-policies-for-target --filter SERVICE_CONTROL_POLICY --target-id';
  const member = await type(
    'aws organizations create-account --account-name another --email another@example.com \
    --query CreateAccountStatus.AccountId --output text --profile management',
  );
  const ids = { $IDENTITY_ACCOUNT: member.trim() };
  const asked = `${list} $IDENTITY_ACCOUNT --query 'Policies[].Name' --output text --profile management`;
  await type(commandsOf('### 7.'), ids);
  // The one that allows everything stays: an SCP of denials alone would deny all.
  expect((await type(asked, ids)).trim().split('\t').toSorted()).toEqual([
    'FullAWSAccess',
    'boarding-pass-identity-center',
  ]);
  const text = readFileSync(join(folder, 'scp.json'), 'utf8');
  expect(text).not.toContain('DEPLOYER');
  expect(statementsOf(JSON.parse(text))).toHaveLength(4);
});

test('access is taken away, assignments first, then groups; then the user can go', async () => {
  const UserId = await center.addUser('mei');
  const { instanceArn: InstanceArn, identityStoreId: IdentityStoreId } = center.settings;
  const principal = { PrincipalType: 'USER', PrincipalId: UserId };
  const target = { TargetType: 'AWS_ACCOUNT', TargetId: accounts.member, PermissionSetArn: set };
  await callAsTask('ssoadmin:createAccountAssignment', { InstanceArn, ...target, ...principal }, center.connection);
  const membership = { IdentityStoreId, GroupId: group, MemberId: { UserId } };
  await callAsTask('identitystore:createGroupMembership', membership, center.connection);

  await type(commandsOf('## Take access away again'), { NAME: 'mei' });
  expect(await center.assignmentsOf(UserId)).toEqual([]);
  expect(await center.groupsOf(UserId)).toEqual([]);

  const [, last = ''] = /`(aws identitystore delete-user [^`]+)`/.exec(page) ?? [];
  await type(last.replace('\n', ' '), { $USER_ID: UserId });
  expect(await center.users()).toEqual([]);
});

test('what is still being prepared can be asked for by the id that AWS gave', async () => {
  const { instanceArn: InstanceArn } = center.settings;
  const principal = { PrincipalType: 'USER', PrincipalId: await center.addUser('sora') };
  const target = { TargetType: 'AWS_ACCOUNT', TargetId: accounts.member, PermissionSetArn: set };
  const { AccountAssignmentCreationStatus } = (await callAsTask(
    'ssoadmin:createAccountAssignment',
    { InstanceArn, ...target, ...principal },
    center.connection,
  )) as { AccountAssignmentCreationStatus: { RequestId: string } };
  const said = await type(commandsOf('## Still being prepared'), {
    '01234567-89ab-cdef-0123-456789abcdef': AccountAssignmentCreationStatus.RequestId,
  });
  expect(JSON.parse(said)).toMatchObject({ AccountAssignmentCreationStatus: { Status: 'SUCCEEDED' } });
});
