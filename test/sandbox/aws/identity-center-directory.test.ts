import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import type { DescribedUser } from '../../../sandbox/identity-center/described.ts';
import {
  by,
  callsOf,
  DEV,
  effectsIn,
  found,
  give,
  lena,
  published,
  sam,
  startCenter,
  yuki,
} from './identity-center.ts';
import { approval, type Task, type World } from './world.ts';

// People come from a company directory: published with `users: existing` nobody is made, whoever says what.

const omar = by('omar@kumoworks.example', { displayName: 'Omar Haddad', emailAsWritten: 'Omar@Kumoworks.example' });

async function startCompany(settings: Parameters<typeof startCenter>[0] = {}) {
  const world = await startCenter({ users: 'existing', ...settings });
  for (const id of ['cloud-developer', 'cloud-viewer', 'engineering'])
    world.publish(published(id, { settings: { users: 'existing' } }));
  return world;
}

/** The directory has somebody, and a synchronization has brought them. */
function bring({ aws }: World, person: Partial<DescribedUser>): void {
  const named = { displayName: 'Omar Haddad', givenName: 'Omar', familyName: 'Haddad' };
  aws.identityCenter.hire({ userName: omar.email, email: omar.email, ...named, ...person });
  aws.identityCenter.synchronize();
}

/** What the approver is told of Omar, who writes himself with capital letters in Slack. */
const cases: [what: string, there: Partial<DescribedUser>, exactLookups: boolean, found: string, mail?: string][] = [
  ['the same name and mail', {}, false, omar.email],
  ['the same mail under another user name', { userName: 'o.haddad' }, false, 'o.haddad'],
  [
    'the same mail as Slack writes it, where AWS tells the case apart',
    { userName: 'o.haddad', email: 'Omar@Kumoworks.example' },
    true,
    'o.haddad',
  ],
  [
    'the same mail under the user name in other letters, where AWS tells the case apart',
    { userName: 'OMAR@KUMOWORKS.EXAMPLE' },
    true,
    'OMAR@KUMOWORKS.EXAMPLE',
  ],
  [
    'the address as user name, and another mail',
    { email: 'o.haddad@kumoworks.example' },
    false,
    omar.email,
    'o.haddad@kumoworks.example',
  ],
  [
    'the address as user name, and the mail in other letters, where AWS tells the case apart',
    { email: 'OMAR@kumoworks.example' },
    true,
    omar.email,
    'OMAR@kumoworks.example',
  ],
];

describe('somebody is found who has', () => {
  test.each(cases)('%s', async (_what, there, exactLookups, name, otherMail) => {
    const world = await startCompany({ exactLookups });
    bring(world, there);
    const { inspection, outcomes, told } = await give(world, { users: [omar] });
    expect(inspection.Users).toMatchObject([{ Found: { UserName: name, FromDirectory: true } }]);
    expect(inspection.Users[0]?.OtherMail).toBe(otherMail);
    expect(outcomes).toEqual([[name, `${DEV} Developer: done`]]);
    expect(told.map(({ Outcomes }) => Outcomes[0]?.FirstSignIn)).toEqual(['company-account']);
    expect(callsOf(world, 'identitystore:createUser')).toBe(0);
  });
});

describe('somebody is set aside, and nobody is asked, where', () => {
  test.each<[what: string, there: Partial<DescribedUser> | undefined, person: object, why: string]>([
    ['they have not come yet', undefined, omar, 'UserMissing'],
    ['their user is disabled', { disabled: true }, omar, 'UserDisabled'],
    [
      'AWS has neither their address nor a user of that name',
      { userName: 'o.haddad', email: 'o.haddad@partner.example' },
      omar,
      'UserMissing',
    ],
    [
      'the user name that was typed is another one’s',
      { userName: 'sam.lee', email: 'samantha@partner.example' },
      sam,
      'UserMismatch',
    ],
    ['the user name and the address lead to two people', {}, { ...lena, userName: omar.email }, 'UserMismatch'],
  ])('%s', async (_what, there, person, why) => {
    const world = await startCompany();
    if (there) bring(world, there);
    const before = structuredClone([...world.aws.look.identityCenter.users]);
    const { inspection, tasks, trouble } = await give(world, { users: [person] });
    expect(inspection.Users).toMatchObject([{ Why: why, Effects: [{ Effect: 'refuse', Why: why }] }]);
    expect(trouble).toEqual({ Error: 'NobodyLeft' });
    expect(tasks.map(({ task }) => task)).toEqual(['resolve', 'report']);
    expect([...world.aws.look.identityCenter.users]).toEqual(before);
  });
});

test('of several people each is judged alone, and who is there gets it', async () => {
  const world = await startCompany();
  const users = [yuki, lena, omar, by('hiro@kumoworks.example')];
  const { inspection, outcomes, told } = await give(world, { users });
  expect(inspection.Users.map(({ Why }) => Why)).toEqual(['UserMissing', undefined, 'UserMissing', 'UserDisabled']);
  expect(outcomes.map(([name, outcome]) => `${name} ${outcome}`)).toEqual([
    `yuki@kumoworks.example ${DEV}: failed, UserMissing`,
    `l.fischer ${DEV} Developer: done`,
    `omar@kumoworks.example ${DEV}: failed, UserMissing`,
    `hiro@kumoworks.example ${DEV}: failed, UserDisabled`,
  ]);
  expect(told.map(({ userName }) => userName)).toEqual(['l.fischer']);
});

test('two of one name are two: who has the address gets it, and the other keeps what they have', async () => {
  const world = await startCompany();
  bring(world, { userName: 'l.fischer2', email: 'l.fischer2@kumoworks.example', displayName: 'Lena Fischer' });
  await give(world, { users: [lena] });
  expect(found(world, 'l.fischer')?.has).toEqual([`${DEV} Developer`]);
  expect(found(world, 'l.fischer2')?.has).toEqual([]);
});

test('who was made by hand is found, and is not from the directory', async () => {
  const world = await startCompany();
  world.aws.identityCenter.asAdmin('createUser', {
    UserName: sam.email,
    DisplayName: 'Sam Lee',
    Name: { GivenName: 'Sam', FamilyName: 'Lee' },
    Emails: [{ Value: sam.email, Type: 'work', Primary: true }],
  });
  const { inspection } = await give(world, { users: [by(sam.email), lena] });
  expect(inspection.Users.map(({ Found }) => Found?.FromDirectory)).toEqual([false, true]);
});

describe('what is published decides', () => {
  test('and not a request or people that say otherwise', async () => {
    const world = await startCompany();
    const more = { settings: { users: 'create' }, users: 'create', inspection: { Users: [] } };
    const { inspection } = await give(world, { users: [{ ...yuki, users: 'create', FromDirectory: true }], more });
    expect(effectsIn(inspection)).toEqual([['yuki@kumoworks.example', `${DEV}: refuse, UserMissing`]]);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('and not what was inspected: giving makes nobody, either', async () => {
    const world = await startCompany();
    const { inspection } = await give(world, { users: [lena] });
    const onboarding = world.environment.ONBOARDING_STATE_MACHINE_ARN ?? '';
    const { executionArn = '' } = await world.sfn.send(
      new StartExecutionCommand({
        stateMachineArn: onboarding.replace(/onboarding$/, 'provision-identity-center'),
        input: JSON.stringify({
          Targets: inspection.Targets.map((target) => ({ ...target, Problem: null })),
          Users: [yuki],
          ProfileId: 'cloud-developer',
          Version: inspection.Profile.Version,
          ApprovedByEmail: 'maria@kumoworks.example',
          Absent: [{}],
          Inspected: [{ UserName: yuki.userName, Effects: [{ AccountId: DEV, Effect: 'create' }] }],
        }),
      }),
    );
    const { output = '{}' } = await world.over(executionArn);
    expect(JSON.parse(output).Results[0].Outcomes).toEqual([
      { AccountId: DEV, Status: 'failed', Error: 'UserMissing' },
    ]);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('where it says create, people are made though the directory is a company’s', async () => {
    const world = await startCompany();
    world.publish(published('cloud-developer'));
    const { outcomes, inspection } = await give(world, { users: [yuki, lena] });
    expect(outcomes.map(([, outcome]) => outcome)).toEqual([`${DEV} Developer: done`, `${DEV} Developer: done`]);
    // Of that the approver is told: one of them comes from elsewhere.
    expect(inspection.Users.map(({ Found }) => Found?.FromDirectory)).toEqual([undefined, true]);
  });
});

describe('nobody approves for themselves', () => {
  const as = (email: string) => (waiting: Task) => ({
    ...approval(waiting),
    by: { name: 'x', slackUserId: 'U0MARIA', email },
  });

  test.each([
    ['as it is', 'maria@kumoworks.example'],
    ['in other letters', 'Maria@Kumoworks.example'],
  ])('under a user name that is another address of theirs: AWS has their mail %s', async (_what, email) => {
    const world = await startCompany();
    bring(world, { userName: 'm.lopez@partner.example', email });
    const { inspection, outcomes, told } = await give(world, {
      users: [by('m.lopez@partner.example'), lena],
      decision: as('maria@kumoworks.example'),
    });
    expect(inspection.Users[0]?.OtherMail).toBe(email);
    expect(outcomes).toEqual([
      ['m.lopez@partner.example', `${DEV}: failed, SelfApproval`],
      ['lena@kumoworks.example', `${DEV}: failed, SelfApproval`],
    ]);
    expect(told).toEqual([]);
  });

  test('where AWS does not say who they are, nothing is given', async () => {
    const world = await startCompany();
    const { outcomes } = await give(world, {
      users: [lena],
      meanwhile: ({ aws }) => aws.failNext('identitystore:getUserId', 'Identitystore.ThrottlingException', 99),
    });
    expect(outcomes).toEqual([['lena@kumoworks.example', `${DEV}: failed, RateLimited`]]);
  });
});
