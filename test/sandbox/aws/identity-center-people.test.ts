import { describe, expect, test } from 'vitest';
import {
  by,
  callsOf,
  DEV,
  effectsIn,
  found,
  give,
  hiro,
  ken,
  lena,
  published,
  SEARCH,
  sam,
  startCenter,
  strays,
  userId,
  yuki,
} from './identity-center.ts';
import type { World } from './world.ts';

/** Makes somebody by hand. */
const make = (world: World, UserName: string, mail: string | undefined, DisplayName = 'Somebody') =>
  world.aws.identityCenter.asAdmin('createUser', {
    UserName,
    DisplayName,
    Name: { GivenName: 'Some', FamilyName: 'Body' },
    ...(mail !== undefined && { Emails: [{ Value: mail, Type: 'work', Primary: true }] }),
  });

describe('who somebody is', () => {
  test('by mail under another name: they get it under the name that they sign in with', async () => {
    const world = await startCenter();
    const { outcomes, inspection, told } = await give(world, { users: [lena] });
    expect(inspection.Users[0]).toMatchObject({ UserName: lena.userName, Found: { UserName: 'l.fischer' } });
    expect(outcomes).toEqual([['l.fischer', `${DEV} Developer: done`]]);
    expect(told[0]?.userName).toBe('l.fischer');
    expect(found(world, 'l.fischer')?.has).toEqual([`${DEV} Developer`]);
  });

  test('the mail is somebody else’s, whose name is not the one that was typed: it is theirs all the same', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, { users: [{ ...sam, email: 'lena@kumoworks.example' }] });
    expect(outcomes).toEqual([['l.fischer', `${DEV} Developer: done`]]);
  });

  test.each([
    ['as Slack has it', ken, false],
    ['as somebody typed it', by('KEN@kumoworks.example', { email: 'ken@kumoworks.example' }), false],
    ['as Slack has it, and AWS tells the case apart', ken, true],
    [
      'as Slack has it, and AWS tells the case of mails apart',
      by('omar@kumoworks.example', { emailAsWritten: 'Omar@Kumoworks.example' }),
      true,
    ],
  ])('however the case: %s', async (_what, person, exactLookups) => {
    const world = await startCenter({ exactLookups });
    make(world, 'o.haddad', 'Omar@Kumoworks.example');
    const { outcomes } = await give(world, { users: [person] });
    expect(outcomes[0]?.[0]).toBe(person.email === ken.email ? 'Ken@Kumoworks.example' : 'o.haddad');
    expect(outcomes[0]?.[1]).toBe(`${DEV} Developer: done`);
    expect(callsOf(world, 'identitystore:createUser')).toBe(0);
  });

  test.each<[what: string, person: typeof sam, prepare: (world: World) => unknown]>([
    ['the name is taken by another mail', sam, (world) => make(world, 'sam.lee', 'samantha@partner.example')],
    [
      'the name is one’s, the mail another’s',
      { ...lena, userName: 'sam.lee' },
      (world) => make(world, 'sam.lee', 'samantha@partner.example'),
    ],
    [
      'the name is there with a mail that they changed since',
      ken,
      ({ aws }) => aws.identityCenter.changeMail('ken@kumoworks.example', 'ken.w@kumoworks.example'),
    ],
  ])('where %s nothing is given to either', async (_what, person, prepare) => {
    const world = await startCenter();
    prepare(world);
    const before = structuredClone([...world.aws.look.identityCenter.users]);
    const users = [person, by('sam@partner.example')];
    const { inspection, outcomes, told } = await give(world, { users, accounts: [DEV, SEARCH] });
    expect(inspection.Users.map(({ Why }) => Why)).toEqual(['UserMismatch', undefined]);
    expect(effectsIn(inspection)[0]?.slice(1)).toEqual([DEV, SEARCH].map((id) => `${id}: refuse, UserMismatch`));
    expect(outcomes[0]?.slice(1)).toEqual([DEV, SEARCH].map((id) => `${id}: failed, UserMismatch`));
    expect(told.map(({ userName }) => userName)).toEqual(['sam@partner.example']);
    expect([...world.aws.look.identityCenter.users].slice(0, before.length)).toEqual(before);
  });

  test('a user of the name without any mail is nobody’s that we know', async () => {
    const world = await startCenter();
    make(world, 'sam.lee', undefined);
    const { inspection } = await give(world, { users: [sam] });
    expect(inspection.Users[0]?.Why).toBe('UserMismatch');
    expect(found(world, 'sam.lee')?.has).toEqual([]);
  });

  test('unless the name is their address', async () => {
    const world = await startCenter();
    make(world, yuki.userName, undefined);
    const { outcomes } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
  });

  test('a disabled user gets nothing, the others do', async () => {
    const world = await startCenter();
    const { inspection, outcomes } = await give(world, { users: [hiro, yuki] });
    expect(effectsIn(inspection)).toEqual([
      ['hiro@kumoworks.example', `${DEV}: refuse, UserDisabled`],
      ['yuki@kumoworks.example', `${DEV}: create`],
    ]);
    expect(outcomes).toEqual([
      ['hiro@kumoworks.example', `${DEV}: failed, UserDisabled`],
      ['yuki@kumoworks.example', `${DEV} Developer: done`],
    ]);
    expect(found(world, hiro.userName)?.has).toEqual([]);
  });
});

describe('where people come from a company directory', () => {
  const existing = { settings: { users: 'existing' } };
  test('nobody is made: who is not there is told of, who is gets it, and signs in at the company', async () => {
    const world = await startCenter({ users: 'existing' });
    world.publish(published('cloud-developer', existing));
    const { inspection, outcomes, told } = await give(world, { users: [yuki, lena] });
    expect(effectsIn(inspection)).toEqual([
      ['yuki@kumoworks.example', `${DEV}: refuse, UserMissing`],
      ['lena@kumoworks.example', `${DEV}: grant`],
    ]);
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', `${DEV}: failed, UserMissing`],
      ['l.fischer', `${DEV} Developer: done`],
    ]);
    expect(told.map(({ Outcomes }) => Outcomes[0]?.FirstSignIn)).toEqual(['company-account']);
    expect(callsOf(world, 'identitystore:createUser')).toBe(0);
  });

  test('who came between the inspection and the approval was not shown, and gets nothing', async () => {
    const world = await startCenter({ users: 'existing' });
    world.publish(published('cloud-developer', existing));
    const meanwhile = (it: World) => make(it, yuki.userName, yuki.email);
    expect((await give(world, { users: [yuki, lena], meanwhile })).outcomes).toEqual([
      ['yuki@kumoworks.example', `${DEV}: failed, UserMissing`],
      ['l.fischer', `${DEV} Developer: done`],
    ]);
    expect(found(world, yuki.userName)?.has).toEqual([]);
  });
});

describe('between the inspection and the approval', () => {
  test('another request made them: they get this, too, and are told to sign in as before', async () => {
    const world = await startCenter();
    const { outcomes, told } = await give(world, { meanwhile: (it) => give(it, { accounts: [SEARCH] }) });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
    expect(told[0]?.Outcomes[0]?.FirstSignIn).toBe('as-before');
    expect(found(world, yuki.userName)?.has).toEqual([`${DEV} Developer`, `${SEARCH} Developer`]);
  });

  test('where this one then comes to nothing, what the other gave them stands', async () => {
    const world = await startCenter();
    const { outcomes, people } = await give(world, {
      meanwhile: async (it) => {
        await give(it, { accounts: [SEARCH] });
        it.aws.identityCenter.plan({ outcome: 'fails' }, { outcome: 'fails' });
      },
    });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: failed, AssignmentFailed`]]);
    expect(people[0]?.left).toBeUndefined();
    expect(found(world, yuki.userName)?.has).toEqual([`${SEARCH} Developer`]);
  });

  test('somebody of another mail took the name: nothing is given, and they keep what they have', async () => {
    const world = await startCenter();
    const meanwhile = (it: World) => make(it, yuki.userName, 'yuki@partner.example');
    const { outcomes } = await give(world, { meanwhile });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, UserMismatch`]]);
    expect(found(world, yuki.userName)).toMatchObject({ mail: 'yuki@partner.example', has: [] });
  });

  test('somebody took the mail under another name: so it is', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, { meanwhile: (it) => make(it, 'y.sato', yuki.email) });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, UserMismatch`]]);
  });

  test('they were made and disabled: that is said', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, {
      meanwhile: (it) => {
        make(it, yuki.userName, yuki.email);
        it.aws.identityCenter.disable(yuki.userName);
      },
    });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, UserDisabled`]]);
  });

  test.each([
    ['an account', 'cloud-developer', [DEV], `${DEV}: failed, UserGone`],
    ['a group', 'engineering', [], 'groups: failed, UserGone'],
  ])(
    'who was found was deleted: of %s it is said so, and nobody is made in their place',
    async (_what, profile, accounts, outcome) => {
      const world = await startCenter();
      const meanwhile = (it: World) => it.aws.identityCenter.asAdmin('deleteUser', { UserId: userId('l.fischer') });
      const { outcomes, told } = await give(world, { profile, accounts, users: [lena], meanwhile });
      expect(outcomes).toEqual([['l.fischer', outcome]]);
      expect(told).toEqual([]);
      expect(found(world, 'l.fischer')).toBeUndefined();
      expect(strays(world)).toEqual([]);
    },
  );
});
