import { StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import type { AccessQuestion } from '../../../src/contract/find-access.ts';
import { createAccessFinder, FindFailed } from '../../../src/workflow/find-access.ts';
import {
  callsOf,
  DEV,
  groupId,
  PROD,
  published,
  SEARCH,
  setArn,
  startCenter,
  userId,
  withoutRole,
} from './identity-center.ts';
import type { World } from './world.ts';

const KEN = 'ken@kumoworks.example';
const LENA = 'lena@kumoworks.example';

const arnIn = ({ environment }: World) => environment.FIND_ACCESS_STATE_MACHINE_ARN ?? '';
/** What the bot is answered. */
const ask = (world: World, email: string, more: Partial<AccessQuestion> = {}) =>
  createAccessFinder(world.sfn, arnIn(world))({ profileId: 'cloud-developer', email, ...more });
/** What whoever has the bot's role is answered. */
const askRaw = (world: World, input: object) =>
  world.sfn.send(new StartSyncExecutionCommand({ stateMachineArn: arnIn(world), input: JSON.stringify(input) }));

const give = (world: World, name: string, ...places: [account: string, set: string][]) => {
  for (const [accountId, set] of places)
    world.aws.look.identityCenter.assignments.push({
      accountId,
      permissionSetArn: setArn(set),
      principalType: 'USER',
      principalId: userId(name),
    });
};
const make = (world: World, UserName: string, mail: string | undefined) =>
  world.aws.identityCenter.asAdmin('createUser', {
    UserName,
    DisplayName: 'Somebody',
    Name: { GivenName: 'Some', FamilyName: 'Body' },
    ...(mail !== undefined && { Emails: [{ Value: mail, Type: 'work', Primary: true }] }),
  });

describe('what somebody is told', () => {
  test('the portal as it is published, who they are, and what they have themselves and through groups, each once', async () => {
    const world = await startCenter();
    give(world, 'ken@kumoworks.example', [PROD, 'Developer'], [DEV, 'ReadOnly']);
    expect(await ask(world, KEN)).toEqual({
      session: { name: 'kumoworks', startUrl: 'https://kumoworks.awsapps.com/start', region: 'eu-west-1' },
      userId: userId('ken@kumoworks.example'),
      access: [
        { accountId: DEV, permissionSet: 'ReadOnly' },
        { accountId: SEARCH, permissionSet: 'ReadOnly' },
        { accountId: PROD, permissionSet: 'Developer' },
      ],
      isMore: false,
    });
  });

  test('nothing, for whoever is there and has nothing', async () => {
    expect(await ask(await startCenter(), LENA)).toMatchObject({ userId: userId('l.fischer'), access: [] });
  });

  test('of a permission set that boarding-pass gives to nobody, too', async () => {
    const world = await startCenter();
    give(world, 'l.fischer', [DEV, 'Administrator']);
    expect(await ask(world, LENA)).toMatchObject({ access: [{ accountId: DEV, permissionSet: 'Administrator' }] });
  });

  test('250 assignments on three pages, and each permission set is asked for once', async () => {
    const world = await startCenter();
    const accounts = Array.from({ length: 125 }, (_, i) => String(700_000_000_000 + i));
    for (const account of accounts) give(world, 'l.fischer', [account, 'Developer'], [account, 'ReadOnly']);
    const found = await ask(world, LENA);
    expect(found).toMatchObject({ isMore: false });
    expect(typeof found === 'string' ? [] : found.access).toEqual(
      accounts.flatMap((accountId) => ['Developer', 'ReadOnly'].map((permissionSet) => ({ accountId, permissionSet }))),
    );
    expect(callsOf(world, 'ssoadmin:listAccountAssignmentsForPrincipal')).toBe(3);
    expect(callsOf(world, 'ssoadmin:describePermissionSet')).toBe(2);
  });

  test.each([
    [1000, false],
    [1001, true],
  ])('of %d assignments the first thousand; that there are more: %s', async (count, isMore) => {
    const world = await startCenter();
    for (let i = 0; i < count; i++) give(world, 'l.fischer', [String(700_000_000_000 + i), 'Developer']);
    const found = await ask(world, LENA);
    expect(found).toMatchObject({ isMore });
    expect(typeof found === 'string' ? 0 : found.access.length).toBe(1000);
  });

  test('a permission set that was deleted meanwhile has no name', async () => {
    const world = await startCenter();
    give(world, 'l.fischer', [DEV, 'Developer'], [DEV, setArn('Developer').replace(/ps-.*/, 'ps-9999ffff9999ffff')]);
    expect(await ask(world, LENA)).toMatchObject({
      access: [{ accountId: DEV, permissionSet: 'Developer' }, { accountId: DEV }],
    });
  });

  test('a group that they joined counts from then on', async () => {
    const world = await startCenter();
    world.aws.identityCenter.asAdmin('createGroupMembership', {
      GroupId: groupId('DataPlatform'),
      MemberId: { UserId: userId('l.fischer') },
    });
    expect(await ask(world, LENA)).toMatchObject({ access: [{ permissionSet: 'Developer' }] });
  });
});

describe('who somebody is', () => {
  test.each<[what: string, email: string, exactLookups: boolean]>([
    ['by their own address', LENA, false],
    ['by their own address, and AWS tells the case of letters apart', LENA, true],
    ['in another case than the directory has it', 'Lena@Kumoworks.example', false],
    ['in another case, and AWS tells it apart', 'Lena@Kumoworks.example', true],
  ])('found: %s', async (_what, email, exactLookups) => {
    const world = await startCenter({ exactLookups });
    for (const userIdOfButton of [undefined, userId('l.fischer')])
      expect(await ask(world, email, { userId: userIdOfButton })).toMatchObject({ userId: userId('l.fischer') });
  });

  test('found: in the case that the directory has, where that is not lower case and AWS tells it apart', async () => {
    const world = await startCenter({ exactLookups: true });
    const { UserId } = make(world, 'o.haddad', 'Omar@Kumoworks.example') as { UserId: string };
    expect(await ask(world, 'Omar@Kumoworks.example')).toMatchObject({ userId: UserId });
  });

  test.each([
    ['create', 'NothingForYou'],
    ['existing', expect.objectContaining({ access: [] })],
  ])('by a user name that is the address, where the mail is another, with users: %s', async (users, answer) => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { settings: { users } }));
    make(world, 'omar@kumoworks.example', 'o.haddad@kumoworks.example');
    expect(await ask(world, 'omar@kumoworks.example')).toEqual(answer);
  });

  test('found: by a user name that is the address, where there is no mail', async () => {
    const world = await startCenter();
    const { UserId } = make(world, 'yuki@kumoworks.example', undefined) as { UserId: string };
    expect(await ask(world, 'yuki@kumoworks.example')).toMatchObject({ userId: UserId });
  });

  test('found: by a user name that is the address in lower case, where it was written otherwise and there is no mail', async () => {
    const world = await startCenter({ exactLookups: true });
    const { UserId } = make(world, 'yuki@kumoworks.example', undefined) as { UserId: string };
    expect(await ask(world, 'Yuki@Kumoworks.example')).toMatchObject({ userId: UserId });
  });

  const nothing: [what: string, email: string, more: Partial<AccessQuestion>, prepare?: (world: World) => unknown][] = [
    ['nobody has the address', 'yuki@kumoworks.example', {}],
    ['the button is somebody else’s', LENA, { userId: userId('ken@kumoworks.example') }],
    ['the button is of a user who was deleted and made anew', LENA, { userId: userId('l.fischer').replace(/f$/, '0') }],
    ['they are disabled', 'hiro@kumoworks.example', {}],
    [
      'they are disabled, and it is their own button',
      'hiro@kumoworks.example',
      { userId: userId('hiro@kumoworks.example') },
    ],
    [
      'their mail has changed, though their user name is the address that it was',
      KEN,
      { userId: userId('ken@kumoworks.example') },
      ({ aws }) => aws.identityCenter.changeMail('ken@kumoworks.example', 'ken.w@kumoworks.example'),
    ],
    [
      'the address went from one to another, and the button is of the first',
      LENA,
      { userId: userId('l.fischer') },
      ({ aws }) => {
        aws.identityCenter.changeMail('l.fischer', 'lena.f@kumoworks.example');
        aws.identityCenter.changeMail('ken@kumoworks.example', LENA);
      },
    ],
    [
      'they are gone between two questions',
      LENA,
      {},
      ({ aws }) => aws.failNext('identitystore:describeUser', 'Identitystore.ResourceNotFoundException', 9),
    ],
  ];

  test.each(nothing)('one answer, with one cause, where %s', async (_what, email, more, prepare) => {
    const world = await startCenter();
    prepare?.(world);
    expect(await ask(world, email, more)).toBe('NothingForYou');
    const input = { ProfileId: 'cloud-developer', Email: email, EmailAsWritten: email, UserId: more.userId ?? null };
    const raw = await askRaw(world, input);
    expect(raw).toMatchObject({ status: 'FAILED', error: 'NothingForYou', cause: 'There is nothing to tell.' });
    expect(raw.output).toBeUndefined();
    expect(callsOf(world, 'ssoadmin:listAccountAssignmentsForPrincipal')).toBe(0);
  });

  test.each([
    ['nothing', {}],
    ['no address', { ProfileId: 'cloud-developer', EmailAsWritten: LENA, UserId: null }],
    ['a list of addresses', { ProfileId: 'cloud-developer', Email: [LENA, KEN], EmailAsWritten: LENA, UserId: null }],
    ['no user, where there is always one or null', { ProfileId: 'cloud-developer', Email: LENA, EmailAsWritten: LENA }],
    [
      'a user that is no text',
      { ProfileId: 'cloud-developer', Email: LENA, EmailAsWritten: LENA, UserId: [userId('l.fischer')] },
    ],
  ])('so it is for whoever sends %s', async (_what, input) => {
    expect(await askRaw(await startCenter(), input)).toMatchObject({ status: 'FAILED', error: 'NothingForYou' });
  });
});

describe('what it believes of whoever asks', () => {
  test('not where to look: settings in its input are nothing to it', async () => {
    const world = await startCenter();
    const answer = await askRaw(world, {
      ProfileId: 'cloud-developer',
      Email: LENA,
      EmailAsWritten: LENA,
      UserId: null,
      settings: {
        portalUrl: 'https://evil.example/start',
        instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000',
      },
      profile: { Object: { settings: { portalUrl: 'https://evil.example/start' } } },
    });
    expect(JSON.parse(answer.output ?? '{}')).toMatchObject({
      Portal: { LoginURL: 'https://kumoworks.awsapps.com/start', Region: 'eu-west-1', SessionName: 'kumoworks' },
    });
  });

  test('it tells nothing of groups, names and other people, and changes nothing', async () => {
    const world = await startCenter();
    const before = structuredClone([...world.aws.look.identityCenter.users]);
    const { output } = await askRaw(world, {
      ProfileId: 'cloud-developer',
      Email: KEN,
      EmailAsWritten: KEN,
      UserId: null,
    });
    expect(output).not.toMatch(/GROUP|Engineering|Watanabe/);
    expect(output).not.toContain(groupId('Engineering'));
    expect([...world.aws.look.identityCenter.users]).toEqual(before);
    expect(world.aws.seen.histories()).not.toContain(KEN);
  });
});

const NAMES = 'ssoadmin:describePermissionSet';
const LIST = 'ssoadmin:listAccountAssignmentsForPrincipal';
const plant =
  (action: string, error: string, times = 99, cause?: string) =>
  ({ aws }: World) =>
    aws.failNext(action, error, times, cause === undefined ? {} : { cause });

describe('what goes wrong', () => {
  test.each<[what: string, spoil: (world: World) => unknown, error: string]>([
    [
      'the profile is not published',
      ({ aws }) => aws.profiles.remove('profiles/cloud-developer.json'),
      'ProfileMissing',
    ],
    ['S3 is away', plant('s3:getObject', 'S3.SdkClientException'), 'ProfileUnavailable'],
    ['it is no JSON', ({ aws }) => aws.profiles.put('profiles/cloud-developer.json', '{'), 'ProfileUnreadable'],
    [
      'it was published before sessions had names',
      (world) => world.publish(published('cloud-developer', { settings: { sessionName: undefined } })),
      'ProfileUnreadable',
    ],
    [
      'Identity Center is in another Region',
      (world) => world.publish(published('cloud-developer', { settings: { region: 'us-east-1' } })),
      'OtherRegion',
    ],
    ['there is no role for it', withoutRole('find-access'), 'DirectoryUnreachable'],
    [
      'its role may not do that',
      plant(LIST, 'SsoAdmin.AccessDeniedException', 99, 'User: x is not authorized to perform: sso:List'),
      'DirectoryNotPermitted',
    ],
    ['the key refuses', plant(LIST, 'SsoAdmin.AccessDeniedException', 99, 'Reason: KMS_AccessDenied'), 'KeyRefused'],
    ['others ask too much', plant('identitystore:getUserId', 'Identitystore.ThrottlingException'), 'RateLimited'],
    ['the names are asked for too often', plant(NAMES, 'SsoAdmin.ThrottlingException'), 'RateLimited'],
    [
      'Identity Center is away',
      plant('identitystore:describeUser', 'Identitystore.InternalServerException'),
      'Unavailable',
    ],
    ['what is not foreseen', plant(LIST, 'SsoAdmin.ConversionException'), 'SsoAdmin.ConversionException'],
  ])('%s', async (_what, spoil, error) => {
    const world = await startCenter();
    spoil(world);
    const failure = await ask(world, KEN).catch((err: unknown) => err);
    expect(failure).toBeInstanceOf(FindFailed);
    expect(failure).toMatchObject({ error, message: expect.not.stringContaining(KEN) });
  });

  test('Identity Center is away when it is asked once more, in lower case', async () => {
    const world = await startCenter({ exactLookups: true });
    plant('identitystore:getUserId', 'Identitystore.ResourceNotFoundException', 1)(world);
    plant('identitystore:getUserId', 'Identitystore.InternalServerException')(world);
    await expect(ask(world, 'Lena@Kumoworks.example')).rejects.toMatchObject({ error: 'Unavailable' });
  });

  describe('after the first page', () => {
    const withTwoPages = async () => {
      const world = await startCenter();
      for (let i = 0; i < 101; i++) give(world, 'l.fischer', [String(700_000_000_000 + i), 'Developer']);
      world.aws.hold(LIST).release();
      return world;
    };

    test('Identity Center is away: nothing is told by halves', async () => {
      const world = await withTwoPages();
      plant(LIST, 'SsoAdmin.InternalServerException')(world);
      await expect(ask(world, LENA)).rejects.toMatchObject({ error: 'Unavailable' });
      expect(callsOf(world, LIST)).toBe(1);
    });

    test('they are deleted: there is nothing for them', async () => {
      const world = await withTwoPages();
      plant(LIST, 'SsoAdmin.ResourceNotFoundException')(world);
      expect(await ask(world, LENA)).toBe('NothingForYou');
      expect(callsOf(world, LIST)).toBe(1);
    });
  });

  test('a profile of IAM users has nothing that could be looked up', async () => {
    await expect(ask(await startCenter(), KEN, { profileId: 'developer' })).rejects.toMatchObject({
      error: 'ProfileUnreadable',
    });
  });

  test.each([
    ['s3:getObject', 'S3.S3Exception'],
    ['identitystore:getUserId', 'Identitystore.ThrottlingException'],
    ['identitystore:describeUser', 'Identitystore.SdkClientException'],
    [LIST, 'SsoAdmin.ThrottlingException'],
    [NAMES, 'SsoAdmin.InternalServerException'],
  ])('%s fails three times and then does not: nobody notices', async (action, error) => {
    const world = await startCenter();
    world.aws.failNext(action, error, 3);
    expect(await ask(world, KEN)).toMatchObject({ access: [{ accountId: DEV }, { accountId: SEARCH }] });
  });
});
