import { expect, test } from 'vitest';
import type { Account, Profile } from '../../src/onboarding/profile.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';
import { createPermissions } from '../../src/policy/permissions.ts';
import type { Directory } from '../../src/slack/directory.ts';
import { aiko, dev, developer, ken, requestOf, yuki } from '../onboarding/examples.ts';

const approvals = { channel: 'C0APPROVE', language: 'en', expireAfterSeconds: 60 };
const groups: Record<string, string[]> = { S0PLATFORM: [ken.id], S0LEADS: [aiko.id, ken.id], S0NOBODY: [] };

type Given = { profiles?: Profile[]; people?: SlackPerson[]; find?: (id: string) => Account | undefined };

/** What the policy says together with a Slack that has these people and groups; `asked` is what was asked past the memory. */
function permissionsOf({ profiles = [developer], people = [aiko, ken, yuki], find = () => dev }: Given = {}) {
  const asked: string[] = [];
  const directory: Pick<Directory, 'person' | 'expand'> = {
    person: async (id, { forceRefresh = false } = {}) => {
      if (forceRefresh) asked.push(id);
      return people.find((person) => person.id === id);
    },
    expand: async (entries, { forceRefresh = false } = {}) => {
      if (forceRefresh) asked.push(...entries);
      return {
        slackUserIds: new Set(entries.flatMap((entry) => groups[entry] ?? (entry.includes('@') ? [] : [entry]))),
        emails: new Set(entries.filter((entry) => entry.includes('@'))),
      };
    },
  };
  return { ...createPermissions({ approvals, profiles }, directory as Directory, find), asked };
}

const profileFor = (id: string, requesters?: string[]): Profile => ({ ...developer, id, requesters });
const offered = [
  profileFor('all'),
  profileFor('leads', ['S0LEADS']),
  profileFor('aiko', [aiko.id]),
  profileFor('mail', ['yuki@example.com']),
  profileFor('none', ['S0NOBODY']),
  profileFor('several', ['S0NOBODY', yuki.id, 'S0LEADS']),
];

test.each<[who: string, person: SlackPerson, ids: string[]]>([
  ['somebody named by group and by id', aiko, ['all', 'leads', 'aiko', 'several']],
  ['somebody named by group alone', ken, ['all', 'leads', 'several']],
  ['somebody named by mail, and by id among others', yuki, ['all', 'mail', 'several']],
  ['somebody who is not named', { ...ken, id: 'U0OMAR', email: 'omar@example.com' }, ['all']],
  ['somebody without a confirmed address, though named', { ...aiko, email: '' }, []],
  ['a guest, though named', { ...aiko, kind: 'guest' }, []],
  ['a bot, though named', { ...aiko, kind: 'bot' }, []],
  ['somebody deactivated, though named', { ...aiko, kind: 'deactivated' }, []],
  ['somebody of another workspace, though named', { ...aiko, kind: 'stranger' }, []],
])('%s may ask for what is theirs to ask for', async (_who, person, ids) => {
  const { profilesFor } = permissionsOf({ profiles: offered });
  expect((await profilesFor(person)).map(({ id }) => id)).toEqual(ids);
});

test('who asks and the groups that may ask are looked up side by side', async () => {
  const expanded = Promise.withResolvers<void>();
  const directory: Pick<Directory, 'person' | 'expand'> = {
    person: () => expanded.promise.then(() => ken),
    async expand(entries) {
      if (entries.includes('S0LEADS')) expanded.resolve();
      return { slackUserIds: new Set(entries.flatMap((entry) => groups[entry] ?? [])), emails: new Set() };
    },
  };
  const permissions = createPermissions({ approvals, profiles: offered }, directory as Directory, () => dev);
  const asks = await permissions.whoAsks(ken.id);
  expect(asks?.person).toBe(ken);
  expect(asks?.profiles.map(({ id }) => id)).toEqual(['all', 'leads', 'several']);
});

test('who is not known to Slack asks for nothing', async () => {
  expect(await permissionsOf().whoAsks('U0NOBODY')).toBeUndefined();
});

test('an approver of the profile that was asked for may decide; Slack is asked afresh who they are and who approves', async () => {
  const { judge, asked } = permissionsOf({ profiles: [profileFor('other'), developer] });
  expect(await judge(ken.id, requestOf())).toEqual({
    clicker: ken,
    profile: developer,
    approvable: true,
    refusal: undefined,
  });
  expect(asked).toEqual([ken.id, 'S0PLATFORM']);
});

test.each<[what: string, given: Given, clicker: string, refusal: string]>([
  ['the profile is gone', { profiles: [profileFor('other')] }, ken.id, 'profile-gone'],
  ['Slack knows them no more', { people: [] }, ken.id, 'stranger'],
  ['they do not approve', {}, 'U0OMAR', 'not-approver'],
  [
    'they approve another profile alone',
    { profiles: [{ ...developer, approvers: ['S0NOBODY'] }, { ...profileFor('other') }] },
    ken.id,
    'not-approver',
  ],
  ['it is their own', { profiles: [{ ...developer, approvers: [aiko.id] }] }, aiko.id, 'requester'],
])('nobody decides where %s', async (_what, given, clicker, refusal) => {
  const omar = { ...ken, id: 'U0OMAR', email: 'omar@example.com' };
  const { judge } = permissionsOf({ people: [aiko, ken, omar], ...given });
  expect(await judge(clicker, requestOf())).toEqual({ refusal });
});

test.each<[what: string, find: (id: string) => Account | undefined, approvable: boolean]>([
  ['as before', () => dev, true],
  ['no more in this account', () => ({ ...dev, isActive: false }), false],
])('what is offered %s is said with the verdict', async (_what, find, approvable) => {
  expect(await permissionsOf({ find }).judge(ken.id, requestOf())).toMatchObject({ approvable });
});
