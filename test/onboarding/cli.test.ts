import { expect, test } from 'vitest';
import { type AccountOutcome, GROUPS } from '../../src/contract/access.ts';
import { accessOf, deliveredCli } from '../../src/onboarding/cli.ts';
import { outcomeOf, portalUrl, prod } from './at-portal.ts';
import { dev } from './examples.ts';

const at = { LoginURL: portalUrl, Region: 'eu-west-1', SessionName: 'acme' };
const outcome = (
  status: AccountOutcome['Status'],
  accountId: string,
  set?: string,
  SignIn: AccountOutcome['SignIn'] = at,
) => outcomeOf(status, accountId, set, { SignIn });
const commands: Record<string, string> = { Developer: 's3 ls' };
const delivered = (outcomes: AccountOutcome[], hadAccess = false) =>
  deliveredCli(outcomes, hadAccess, (set) => commands[set]);
const session = { name: 'acme', startUrl: portalUrl, region: 'eu-west-1' };

test('each permission set is told once, with the accounts where it was given and what it lets people try', () => {
  const outcomes = [
    outcome('done', dev.id, 'Developer'),
    outcome('done', dev.id, 'Viewer'),
    outcome('done', prod.id, 'Developer'),
  ];
  expect(delivered(outcomes)).toStrictEqual({
    session,
    isFirst: true,
    roles: [
      { name: 'Developer', accounts: [dev.id, prod.id], try: 's3 ls' },
      { name: 'Viewer', accounts: [dev.id] },
    ],
    pending: 0,
    hasGroups: false,
  });
});

test.each<[what: string, outcomes: AccountOutcome[], told: object]>([
  [
    'what AWS goes on preparing is counted, and no role yet',
    [
      outcome('pending', prod.id, 'Viewer'),
      outcome('pending', prod.id, 'Developer'),
      outcome('done', dev.id, 'Viewer'),
    ],
    { pending: 2, roles: [{ name: 'Viewer', accounts: [dev.id] }] },
  ],
  [
    'membership of groups is no role, and is told beside roles',
    [outcome('done', GROUPS), outcome('done', dev.id, 'Viewer')],
    { hasGroups: true, roles: [{ name: 'Viewer' }], pending: 0 },
  ],
  ['groups alone are told', [outcome('done', GROUPS)], { hasGroups: true, roles: [] }],
  ['groups that AWS goes on preparing are not told', [outcome('pending', GROUPS)], { hasGroups: false, pending: 1 }],
  [
    'what failed and what was there before is not told',
    [outcome('failed', prod.id, 'Viewer'), outcome('had', dev.id, 'Developer'), outcome('done', dev.id, 'Viewer')],
    { roles: [{ name: 'Viewer', accounts: [dev.id] }], pending: 0 },
  ],
])('%s', (_what, outcomes, told) => {
  expect(delivered(outcomes)).toMatchObject(told);
});

test('who had something there before needs no session anew', () => {
  expect(delivered([outcome('done', dev.id, 'Viewer')], true)?.isFirst).toBe(false);
});

test.each<[what: string, outcomes: AccountOutcome[]]>([
  ['nothing was given', []],
  ['everything failed', [outcome('failed', dev.id, 'Developer')]],
  ['everything was there before', [outcome('had', dev.id, 'Developer')]],
  ['nobody knows where to sign in', [outcomeOf('done', dev.id, 'Developer', { SignIn: undefined })]],
  ['the Region is not known', [outcome('done', dev.id, 'Developer', { LoginURL: portalUrl, SessionName: 'acme' })]],
  ['the session has no name', [outcome('done', dev.id, 'Developer', { LoginURL: portalUrl, Region: 'eu-west-1' })]],
])('there is nothing for a terminal where %s', (_what, outcomes) => {
  expect(delivered(outcomes)).toBeUndefined();
});

test('with the names of accounts it is told account by account; whose name nobody knows is told by id', () => {
  const roles = [
    { name: 'Developer', accounts: [dev.id, prod.id], try: 's3 ls' },
    { name: 'Viewer', accounts: [dev.id] },
  ];
  expect(accessOf({ session, roles }, (id) => (id === dev.id ? 'dev' : undefined))).toEqual({
    session,
    roles: [
      { accountId: dev.id, accountName: 'dev', permissionSet: 'Developer', try: 's3 ls' },
      { accountId: prod.id, accountName: undefined, permissionSet: 'Developer', try: 's3 ls' },
      { accountId: dev.id, accountName: 'dev', permissionSet: 'Viewer', try: undefined },
    ],
  });
});
