import { expect, test } from 'vitest';
import { GROUPS } from '../../src/contract/access.ts';
import { asideOf, closedTargets, directoryGroups, isGiven, plansOf } from '../../src/onboarding/effects.ts';
import { groupsTarget, inspectionAt, prod, sam, targetOf } from './at-portal.ts';
import { dev } from './examples.ts';

const inDev = { AccountId: dev.id, permissionSet: 'Developer' };
const inProd = { AccountId: prod.id, permissionSet: 'Developer' };
const inGroups = { AccountId: GROUPS, permissionSet: undefined };
const targets = [groupsTarget, targetOf(dev.id, 'Developer'), targetOf(prod.id, 'Developer')];
const resolved = { users: [sam], setAside: [], involved: [] };
const planOf = (effects: string[], among = targets) =>
  plansOf({ resolved, inspection: inspectionAt(among, [{ person: sam, effects }]) })[0];

const cases: [what: string, effects: string[], plan: object, isGiven: boolean][] = [
  ['a new user', ['create', 'create', 'create'], { creates: [inGroups, inDev, inProd] }, true],
  ['somebody who is there', ['grant', 'grant', 'grant'], { grants: [inGroups, inDev, inProd] }, true],
  ['somebody who has a part of it', ['has', 'has', 'grant'], { has: [inGroups, inDev], grants: [inProd] }, true],
  ['somebody who has all of it', ['has', 'has', 'has'], { has: [inGroups, inDev, inProd] }, false],
  [
    'somebody who is refused in one place',
    ['grant', 'AccountNotOffered', 'grant'],
    { grants: [inGroups, inProd], refused: [{ place: inDev, Why: 'AccountNotOffered' }] },
    true,
  ],
  [
    'somebody whose user exists in one account',
    ['create', 'UserAlreadyExists', 'create'],
    { creates: [inGroups, inProd], exists: [inDev] },
    true,
  ],
  [
    'somebody who is refused everywhere',
    ['UserDisabled', 'UserDisabled', 'UserDisabled'],
    { refused: [inGroups, inDev, inProd].map((place) => ({ place, Why: 'UserDisabled' })) },
    false,
  ],
];
test.each(cases)('the plan for %s', (_what, effects, plan, given) => {
  const none = { found: undefined, creates: [], grants: [], has: [], exists: [], refused: [] };
  const asUsual = { otherMail: undefined, isOutsideDirectory: false };
  const planned = planOf(effects);
  expect(planned).toEqual({ person: sam, ...none, ...asUsual, ...plan });
  expect(planned && isGiven(planned)).toBe(given);
});

test('what an account’s own trouble keeps from all is in nobody’s plan', () => {
  const [groups = groupsTarget, first = groupsTarget, second = groupsTarget] = targets;
  const closed = { ...first, Problem: { Error: 'AccountNotActive', Cause: '' } };
  expect(planOf(['create', 'AccountNotActive', 'create'], [groups, closed, second])).toMatchObject({
    creates: [inGroups, inProd],
    refused: [],
  });
  expect(closedTargets(inspectionAt([groups, closed, second], []))).toEqual([closed]);
});

test('of several permission sets in one account each is a place of its own', () => {
  const two = [targetOf(dev.id, 'Developer'), targetOf(dev.id, 'Viewer')];
  expect(planOf(['grant', 'has'], two)).toMatchObject({
    grants: [{ AccountId: dev.id, permissionSet: 'Developer' }],
    has: [{ AccountId: dev.id, permissionSet: 'Viewer' }],
  });
});

test('somebody who is there under another name is known by it', () => {
  const inspection = inspectionAt(targets, [
    { person: sam, effects: ['has', 'has', 'has'], found: { UserName: 'samlee' } },
  ]);
  expect(plansOf({ resolved, inspection })[0]?.found).toMatchObject({ UserName: 'samlee' });
});

test('who is set aside has no plan, and the others do', () => {
  const yuki = { ...sam, userName: 'yuki' };
  const inspection = inspectionAt(targets, [
    { person: sam, effects: ['UserMissing', 'UserMissing', 'UserMissing'], Why: 'UserMissing' },
    { person: yuki, effects: ['grant', 'grant', 'grant'], found: { UserName: 'yuki' } },
  ]);
  const state = { resolved: { ...resolved, users: [sam, yuki] }, inspection };
  expect(plansOf(state).map(({ person }) => person)).toEqual([yuki]);
  expect(asideOf(state)).toEqual([{ person: sam, Why: 'UserMissing' }]);
  expect(asideOf({ resolved, inspection: undefined })).toEqual([]);
});

const engineering = { Kind: 'group' as const, Name: 'Engineering', Exists: true };
test.each<
  [what: string, samFrom: boolean | undefined, yukiFrom: boolean | undefined, group: boolean, outside: boolean[]]
>([
  ['both come from it', true, true, false, [false, false]],
  ['neither does: there is none, as far as anybody knows', false, false, false, [false, false]],
  ['one does', true, false, false, [false, true]],
  ['one does, and the other is to be made', true, undefined, false, [false, true]],
  ['a group does, and they do not', false, undefined, true, [true, true]],
])('whether somebody is outside the company directory: %s', (_what, samFrom, yukiFrom, FromDirectory, outside) => {
  const yuki = { ...sam, userName: 'yuki' };
  const foundAs = (person: typeof sam, from: boolean | undefined) => ({
    person,
    effects: [from === undefined ? 'create' : 'grant'],
    ...(from !== undefined && { found: { UserName: person.userName, FromDirectory: from } }),
  });
  const among = [{ ...groupsTarget, Checked: [{ ...engineering, FromDirectory }] }];
  const inspection = inspectionAt(among, [foundAs(sam, samFrom), foundAs(yuki, yukiFrom)]);
  const plans = plansOf({ resolved: { ...resolved, users: [sam, yuki] }, inspection });
  expect(plans.map(({ isOutsideDirectory }) => isOutsideDirectory)).toEqual(outside);
  expect(directoryGroups(inspection)).toEqual(FromDirectory ? ['Engineering'] : []);
});

test('who is refused without a word on why is refused all the same', () => {
  const inspection = inspectionAt(targets.slice(0, 1), []);
  inspection.Users.push({ UserName: sam.userName, Effects: [{ AccountId: GROUPS, Effect: 'refuse' }] });
  expect(plansOf({ resolved, inspection })[0]?.refused).toEqual([{ place: inGroups, Why: 'Failed' }]);
});

test('an effect in a place of which nothing was found is still told', () => {
  const inspection = inspectionAt([], []);
  inspection.Users.push({ UserName: sam.userName, Effects: [{ AccountId: dev.id, Effect: 'create' }] });
  expect(plansOf({ resolved, inspection })[0]?.creates).toEqual([{ AccountId: dev.id, permissionSet: undefined }]);
});

test('who was not inspected is outside the directory where a group comes from it', () => {
  const among = [{ ...groupsTarget, Checked: [{ ...engineering, FromDirectory: true }] }];
  const [plan] = plansOf({ resolved, inspection: inspectionAt(among, []) });
  expect(plan?.isOutsideDirectory).toBe(true);
});

test('who was not inspected has no plan, and is still among the people', () => {
  expect(plansOf({ resolved, inspection: inspectionAt(targets, []) })).toMatchObject([{ person: sam, creates: [] }]);
  expect(plansOf({ resolved, inspection: undefined })).toMatchObject([{ person: sam, isOutsideDirectory: false }]);
  expect(plansOf({ resolved: undefined, inspection: undefined })).toEqual([]);
});
