import { expect, test } from 'vitest';
import {
  callsOf,
  DEV,
  effectsIn,
  found,
  give,
  groupId,
  ken,
  LISBON,
  published,
  SEARCH,
  sam,
  setArn,
  startCenter,
  yuki,
} from './identity-center.ts';

const places = [DEV, SEARCH, LISBON].map((id) => `${id} Developer`);

test('two people in three accounts: each is made once, assigned everywhere, and told of all of it', async () => {
  const world = await startCenter();
  const { outcomes, told, inspection } = await give(world, { accounts: [DEV, SEARCH, LISBON], users: [yuki, sam] });
  expect(effectsIn(inspection)).toEqual(
    [yuki, sam].map(({ userName }) => [userName, ...[DEV, SEARCH, LISBON].map((id) => `${id}: create`)]),
  );
  expect(outcomes).toEqual([yuki, sam].map(({ userName }) => [userName, ...places.map((place) => `${place}: done`)]));
  for (const { userName, email } of [yuki, sam])
    expect(found(world, userName)).toEqual({ userName, mail: email, has: places, groups: [] });
  expect(told.map(({ userName, Outcomes }) => [userName, ...new Set(Outcomes.map((one) => one.FirstSignIn))])).toEqual([
    ['yuki@kumoworks.example', 'portal-code'],
    ['sam.lee', 'portal-code'],
  ]);
});

test('where an administrator makes the first password, that is what people are told of', async () => {
  const world = await startCenter();
  world.publish(published('cloud-developer', { settings: { firstSignIn: 'administrator-password' } }));
  const { told } = await give(world);
  expect(told[0]?.Outcomes[0]?.FirstSignIn).toBe('administrator-password');
});

test('who exists gets more, under the name that they have, and signs in as before', async () => {
  const world = await startCenter();
  const { outcomes, told, inspection } = await give(world, { users: [ken] });
  expect(inspection.Users[0]?.Found).toMatchObject({ UserName: 'Ken@Kumoworks.example' });
  expect(outcomes).toEqual([['Ken@Kumoworks.example', `${DEV} Developer: done`]]);
  expect(told[0]?.Outcomes[0]).toMatchObject({ FirstSignIn: 'as-before' });
  expect(found(world, 'ken@kumoworks.example')).toMatchObject({ has: [`${DEV} Developer`], groups: ['Engineering'] });
  expect(callsOf(world, 'identitystore:createUser')).toBe(0);
});

test('who has it in one account gets the other; who has all of it gets nothing and hears nothing', async () => {
  const world = await startCenter();
  await give(world, { users: [ken] });
  const second = await give(world, { accounts: [DEV, SEARCH], users: [ken] });
  expect(effectsIn(second.inspection)).toEqual([['ken@kumoworks.example', `${DEV}: has`, `${SEARCH}: grant`]]);
  expect(second.outcomes).toEqual([['Ken@Kumoworks.example', `${DEV}: had`, `${SEARCH} Developer: done`]]);
  const third = await give(world, { accounts: [DEV, SEARCH], users: [ken] });
  expect(third.outcomes).toEqual([['Ken@Kumoworks.example', `${DEV}: had`, `${SEARCH}: had`]]);
  expect(third.told).toEqual([]);
  expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(2);
});

test('what somebody has through a group is not what they were given themselves', async () => {
  const world = await startCenter();
  const { outcomes } = await give(world, { profile: 'cloud-viewer', users: [ken] });
  expect(outcomes).toEqual([['Ken@Kumoworks.example', `${DEV} ReadOnly: done`]]);
});

test('a profile of groups alone takes no account: a new person and one who is there join', async () => {
  const world = await startCenter();
  world.publish(published('engineering', { grants: { groups: ['Engineering', 'DataPlatform'] } }));
  const { outcomes, told, inspection } = await give(world, {
    profile: 'engineering',
    accounts: [],
    users: [yuki, ken],
  });
  expect(effectsIn(inspection)).toEqual([
    ['yuki@kumoworks.example', 'groups: create'],
    ['ken@kumoworks.example', 'groups: grant'],
  ]);
  expect(inspection.Profile.Grants).toMatchObject({
    groups: [
      { Name: 'Engineering', Opens: [DEV, SEARCH] },
      { Name: 'DataPlatform', Opens: ['333344445555'] },
    ],
  });
  expect(outcomes).toEqual([
    ['yuki@kumoworks.example', 'groups: done'],
    ['Ken@Kumoworks.example', 'groups: done'],
  ]);
  expect(told).toHaveLength(2);
  for (const { userName } of [yuki, ken])
    expect(found(world, userName)?.groups).toEqual(['DataPlatform', 'Engineering']);
  const again = await give(world, { profile: 'engineering', accounts: [], users: [ken] });
  expect(again.outcomes).toEqual([['Ken@Kumoworks.example', 'groups: had']]);
  expect(again.told).toEqual([]);
});

test('groups and two permission sets in two accounts are five things, each with its outcome', async () => {
  const world = await startCenter();
  const permissionSets = [setArn('Developer'), setArn('ReadOnly')];
  world.publish(published('cloud-developer', { grants: { groups: ['Engineering'], permissionSets } }));
  const { outcomes } = await give(world, { accounts: [DEV, SEARCH], users: [yuki, ken] });
  const sets = [DEV, SEARCH].flatMap((id) => [`${id} Developer`, `${id} ReadOnly`]);
  expect(outcomes).toEqual([
    ['yuki@kumoworks.example', 'groups: done', ...sets.map((place) => `${place}: done`)],
    ['Ken@Kumoworks.example', 'groups: had', ...sets.map((place) => `${place}: done`)],
  ]);
  expect(found(world, 'yuki@kumoworks.example')).toMatchObject({ groups: ['Engineering'], has: sets });
});

test('an account that is named twice is given once', async () => {
  const world = await startCenter();
  const account = { id: DEV, name: 'x', isManagement: false };
  const { outcomes } = await give(world, { more: { accounts: [account, account] } });
  expect(outcomes).toEqual([['yuki@kumoworks.example', ...Array(2).fill(`${DEV} Developer: done`)]]);
  expect(found(world, 'yuki@kumoworks.example')?.has).toEqual([`${DEV} Developer`]);
});

test('of a group that opens very many accounts it is known that there are more than are told', async () => {
  const world = await startCenter();
  const some = { permissionSetArn: setArn('ReadOnly'), principalType: 'GROUP' as const };
  for (let i = 0; i < 150; i++)
    world.aws.look.identityCenter.assignments.push({
      ...some,
      principalId: groupId('DataPlatform'),
      accountId: `${200_000_000_000 + i}`,
    });
  world.publish(published('engineering', { grants: { groups: ['Engineering', 'DataPlatform'] } }));
  const { inspection, outcomes } = await give(world, { profile: 'engineering', accounts: [] });
  expect(inspection.Profile.Grants).toMatchObject({
    groups: [
      { Name: 'Engineering', OpensMore: false },
      { Name: 'DataPlatform', OpensMore: true },
    ],
  });
  expect(outcomes).toEqual([['yuki@kumoworks.example', 'groups: done']]);
});
