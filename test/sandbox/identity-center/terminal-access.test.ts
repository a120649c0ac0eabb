import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { until } from '../../../sandbox/acting/until.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { userName } from './portal.ts';
import { groupId, setArn } from './sdk.ts';
import { payments, search, startTerminal } from './terminal.ts';

const given = z.object({
  roleCredentials: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
  }),
});

type Started = Awaited<ReturnType<typeof startTerminal>>;

async function credentialsOf({ terminal, logIn }: Started, accountId: string, role: string) {
  const { accessToken } = await logIn();
  return given.parse((await terminal.credentials(accessToken, accountId, role)).body).roleCredentials;
}

/** What a terminal does with credentials. */
function use(url: string, credentials: { accessKeyId: string; secretAccessKey: string }) {
  const connection = { endpoint: url, region: 'eu-west-1', credentials, maxAttempts: 1, forcePathStyle: true };
  const [sts, s3] = [new STSClient(connection), new S3Client(connection)];
  onTestFinished(() => {
    sts.destroy();
    s3.destroy();
  });
  return {
    identity: () => sts.send(new GetCallerIdentityCommand({})),
    buckets: async () => (await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name),
  };
}

test('credentials say who one is and where, and list buckets, for as long as the permission set says', async () => {
  const world = await startTerminal();
  const credentials = await credentialsOf(world, payments, 'ReadOnly');
  expect(credentials.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const { identity, buckets } = use(world.url, credentials);
  expect(await identity()).toMatchObject({
    Account: payments,
    Arn: expect.stringMatching(
      /^arn:aws:sts::111122223333:assumed-role\/AWSReservedSSO_ReadOnly_[0-9a-f]{16}\/yuki@kumoworks\.example$/,
    ),
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:yuki@kumoworks\.example$/),
  });
  expect(await buckets()).toEqual([`payments-dev-artifacts-${payments}`, `payments-dev-logs-${payments}`]);

  world.later(8 * 3_600 - 60);
  expect((await identity()).Account).toBe(payments);
  world.later(60);
  await expect(identity()).rejects.toMatchObject({ name: 'ExpiredToken', $metadata: { httpStatusCode: 403 } });
  await expect(buckets()).rejects.toMatchObject({ name: 'ExpiredToken' });
});

test('a permission set that does not allow it lists no buckets, and AWS says why', async () => {
  const noBuckets = {
    arn: `${setArn('ReadOnly').slice(0, -1)}f`,
    name: 'Network',
    description: 'Looks at the network',
    sessionDuration: 'PT1H30M',
    managedPolicies: [],
    inlinePolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' }] },
  };
  const world = await startTerminal(
    {},
    {
      ...kumoworks,
      identityCenter: {
        ...kumoworks.identityCenter,
        permissionSets: [...kumoworks.identityCenter.permissionSets, noBuckets],
      },
    },
  );
  await world.assign({ PermissionSetArn: noBuckets.arn });
  const { identity, buckets } = use(world.url, await credentialsOf(world, payments, 'Network'));
  await expect(buckets()).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringMatching(
      /Network_.*not authorized to perform: s3:ListAllMyBuckets because no identity-based policy/,
    ),
    $metadata: { httpStatusCode: 403 },
  });
  expect((await identity()).Account).toBe(payments);
});

test('keys of nobody are refused by either service in its own words', async () => {
  const { url } = await startTerminal();
  const { identity, buckets } = use(url, { accessKeyId: 'ASIAGUESSED', secretAccessKey: 'guessed' });
  await expect(identity()).rejects.toMatchObject({ name: 'InvalidClientTokenId', $metadata: { httpStatusCode: 403 } });
  await expect(buckets()).rejects.toMatchObject({ name: 'InvalidAccessKeyId', $metadata: { httpStatusCode: 403 } });
});

test.each([
  ['an account that is not theirs', search, 'ReadOnly'],
  ['a permission set that is not theirs', payments, 'Developer'],
  ['an account that is not there', '000000000000', 'ReadOnly'],
])('%s is refused', async (_what, accountId, role) => {
  const { terminal, logIn } = await startTerminal();
  const { accessToken } = await logIn();
  const refused = { status: 403, error: 'ForbiddenException', body: { message: 'No access' } };
  expect(await terminal.credentials(accessToken, accountId, role)).toEqual(refused);
  if (accountId !== payments) expect(await terminal.roles(accessToken, accountId)).toEqual(refused);
});

test('what is taken away is given no more; credentials that were had last as long as their session, as on AWS', async () => {
  const world = await startTerminal();
  const { terminal, logIn, center } = world;
  const { identity } = use(world.url, await credentialsOf(world, payments, 'ReadOnly'));
  const { accessToken } = await logIn();
  const PrincipalId = [...world.aws.look.identityCenter.users.keys()].at(-1) ?? '';
  const assignment = { PrincipalType: 'USER', PrincipalId, TargetId: payments, TargetType: 'AWS_ACCOUNT' };
  center.asAdmin('deleteAccountAssignment', { ...assignment, PermissionSetArn: setArn('ReadOnly') });
  await until('an end of the assignment', async () => !isThere((await terminal.accounts(accessToken)).body));
  expect(await terminal.credentials(accessToken, payments, 'ReadOnly')).toMatchObject({ error: 'ForbiddenException' });
  expect((await identity()).Account).toBe(payments);
});

const isThere = (body: object) => JSON.stringify(body).includes(payments);

test('accounts and roles come page by page, those of groups as well', async () => {
  const { terminal, logIn, assign, center } = await startTerminal();
  await assign({ PermissionSetArn: setArn('Developer') });
  await assign({ TargetId: '444455556666' });
  const UniqueAttribute = { AttributePath: 'userName', AttributeValue: userName };
  const found = center.asAdmin('getUserId', { AlternateIdentifier: { UniqueAttribute } });
  const { UserId } = z.object({ UserId: z.string() }).parse(found);
  center.asAdmin('createGroupMembership', { GroupId: groupId('Engineering'), MemberId: { UserId } });
  const { accessToken } = await logIn();

  const whole = await terminal.accounts(accessToken);
  expect(whole.body).toEqual({
    accountList: [
      { accountId: payments, accountName: 'payments-dev', emailAddress: 'aws+payments-dev@kumoworks.example' },
      { accountId: '444455556666', accountName: 'sandbox-tokyo', emailAddress: 'aws+sandbox-tokyo@kumoworks.example' },
      { accountId: search, accountName: 'search-dev', emailAddress: 'aws+search-dev@kumoworks.example' },
    ],
  });
  const first = await terminal.accounts(accessToken, { max_result: '2' });
  expect(first.body.accountList).toHaveLength(2);
  const second = await terminal.accounts(accessToken, { max_result: '2', next_token: String(first.body.nextToken) });
  expect(second.body).toEqual({ accountList: [expect.objectContaining({ accountName: 'search-dev' })] });

  const roles = await terminal.roles(accessToken, payments, { max_result: '1' });
  expect(roles.body).toMatchObject({ roleList: [{ roleName: 'ReadOnly', accountId: payments }] });
  const rest = await terminal.roles(accessToken, payments, {
    max_result: '1',
    next_token: String(roles.body.nextToken),
  });
  expect(rest.body).toEqual({ roleList: [{ roleName: 'Developer', accountId: payments }] });
});

test.each([
  ['/assignment/accounts?max_result=0'],
  ['/assignment/accounts?max_result=101'],
  ['/assignment/accounts?next_token=elsewhere'],
  ['/assignment/roles'],
  ['/federation/credentials?account_id=111122223333'],
])('%s is not a request', async (path) => {
  const { url, logIn } = await startTerminal();
  const { accessToken } = await logIn();
  const answer = await fetch(`${url}${path}`, { headers: { 'x-amz-sso_bearer_token': accessToken } });
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'InvalidRequestException']);
});

test('without a token, or with that of nobody, nothing opens', async () => {
  const { terminal } = await startTerminal();
  for (const token of ['', 'a guess']) {
    for (const answer of [
      terminal.accounts(token),
      terminal.roles(token, payments),
      terminal.credentials(token, payments, 'ReadOnly'),
    ])
      expect(await answer).toMatchObject({ status: 401, error: 'UnauthorizedException' });
  }
});
