import type { CenterSettings } from '../../../sandbox/identity-center/settings.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { policyOfKumoworks, profileObjectsOf } from '../../../sandbox/organization/policy-file.ts';
import type { AccountOutcome, Inspection, Result } from '../../../src/contract/access.ts';
import { keyOfProfile, type ProfileObject } from '../../../src/contract/profile-object.ts';
import type { OnboardingState } from '../../../src/contract/state.ts';
import {
  approval,
  everybodyThere,
  request,
  resolved,
  startAws,
  type Task,
  type World,
  yuki as yukiOfIam,
} from './world.ts';

export const DEV = '111122223333';
export const PROD = '111122224444';
export const SEARCH = '222233334444';
export const LISBON = '444455557777';
export const CLOSED = '999988887777';

export const yuki = { ...yukiOfIam, givenName: '由紀', familyName: '佐藤' };
/** Somebody outside Slack, under a user name of their own. */
export const sam = {
  userName: 'sam.lee',
  displayName: 'Sam Lee',
  givenName: 'Sam',
  familyName: 'Lee',
  locale: 'en-US',
  email: 'sam.lee@partner.example',
  claimant: 'a hash',
  mailbox: 'a hash',
};
/** Somebody by their address, as a profile makes a person of it. */
export const by = (email: string, more: object = {}) => ({ ...sam, userName: email, email, ...more });
export const ken = by('ken@kumoworks.example', { displayName: 'Ken Watanabe' });
export const lena = by('lena@kumoworks.example', { displayName: 'Lena Fischer' });
export const hiro = by('hiro@kumoworks.example', { displayName: '鈴木 宏' });

const { identityCenter } = kumoworks;
export const setArn = (name: string): string =>
  identityCenter.permissionSets.find((set) => set.name === name)?.arn ?? name;
export const groupId = (name: string): string => identityCenter.groups.find((group) => group.name === name)?.id ?? name;
export const userId = (name: string): string =>
  identityCenter.users.find(({ userName }) => userName.toLowerCase() === name)?.id ?? name;

const maria = { slackUserId: 'U0MARIA', email: 'maria@kumoworks.example', name: 'Maria' };

type Change = { grants?: object; settings?: object; accounts?: Partial<ProfileObject['accounts']> };

/** A profile of the sandbox's policy as it is published, with something changed in it. */
export function published(id: string, { grants, settings, accounts }: Change = {}): ProfileObject {
  const object: ProfileObject = JSON.parse(profileObjectsOf(policyOfKumoworks).get(keyOfProfile(id)) ?? '{}');
  return {
    ...object,
    grants: { ...object.grants, ...grants },
    settings: { ...object.settings, ...settings },
    accounts: { ...object.accounts, ...accounts },
  };
}

/** A world in which the profiles of Identity Center are published, and twenty questions are more than an assignment takes. */
export async function startCenter(
  settings: Partial<CenterSettings> = {},
  organization: Organization = kumoworks,
  retryDelay = 1,
) {
  const { assignmentMs = 2 } = settings;
  const identityCenter = { suspendedMs: assignmentMs, ...settings, assignmentMs };
  const world = await startAws({ waitDelay: assignmentMs, identityCenter, retryDelay }, organization);
  for (const id of ['cloud-developer', 'cloud-viewer', 'engineering']) world.publish(published(id));
  return world;
}

/** What is asked for. `meanwhile` happens between the inspection and the approval. */
export type Asked = {
  profile?: string;
  accounts?: string[];
  users?: object[];
  more?: object;
  meanwhile?: (world: World) => unknown;
  decision?: (waiting: Task) => object;
  /** What is found of people after the approval. */
  seen?: object;
};

/** Plays the bot from the request to its end, and tells what every task was given. */
export async function give(world: World, asked: Asked = {}) {
  const { profile = 'cloud-developer', accounts = [DEV], users = [yuki], more = {} } = asked;
  const about = request({ accounts, profile });
  const executionArn = await world.start({
    ...about,
    profile: { ...about.profile, method: 'identity-center' },
    ...more,
  });
  const tasks: Task[] = [];
  for (;;) {
    const task = await world.nextTask();
    tasks.push(task);
    const answers: Record<string, () => object> = {
      resolve: () => resolved(users),
      announce: () => ({ channel: 'C0APPROVE', ts: '1.1' }),
      'await-decision': () => asked.decision?.(task) ?? { ...approval(task), by: maria },
      'look-again': () => ({ ...everybodyThere(users), ...asked.seen }),
      deliver: () => ({ via: 'slack' }),
    };
    if (task.task === 'await-decision') await asked.meanwhile?.(world);
    await world.answer(task.token, answers[task.task]?.() ?? {});
    if (task.task === 'report') break;
  }
  await world.over(executionArn);
  const state = tasks.at(-1)?.input as OnboardingState;
  const people = (state.outcomes ?? []).flatMap((batch): Result[] => batch.people);
  return {
    state,
    tasks,
    trouble: state.trouble,
    inspection: state.inspection as Inspection,
    people,
    outcomes: people.map(({ userName, Outcomes }) => [userName, ...(Outcomes ?? []).map(inShort)]),
    /** Whom the bot was to tell. */
    told: tasks.filter(({ task }) => task === 'deliver').map(({ input }) => (input as { person: Result }).person),
  };
}

/** `111122223333 Developer: done`. */
export function inShort({ AccountId, PermissionSet, Status, Error: error, Reason }: AccountOutcome): string {
  const place = [AccountId, PermissionSet].filter(Boolean).join(' ');
  return [`${place}: ${Status}`, error, Reason].filter(Boolean).join(', ');
}

/** What an approval would do for each person, in short. */
export const effectsIn = ({ Users }: Inspection) =>
  Users.map(({ UserName, Effects }) => [
    UserName,
    ...Effects.map(({ AccountId, Effect, Why }) => `${AccountId}: ${[Effect, Why].filter(Boolean).join(', ')}`),
  ]);

/** What there is of somebody in Identity Center: their assignments and groups. */
export function found(world: World, name: string) {
  const { users, assignments, memberships, groups } = world.aws.look.identityCenter;
  const user = [...users.values()].find(({ userName }) => userName.toLowerCase() === name.toLowerCase());
  if (!user) return undefined;
  const nameOf = (arn: string) => identityCenter.permissionSets.find((set) => set.arn === arn)?.name;
  return {
    userName: user.userName,
    mail: user.email?.Value,
    has: assignments
      .filter(({ principalId }) => principalId === user.userId)
      .map(({ accountId, permissionSetArn }) => `${accountId} ${nameOf(permissionSetArn)}`)
      .toSorted(),
    groups: [...memberships.values()]
      .filter((membership) => membership.userId === user.userId)
      .map((membership) => groups.get(membership.groupId)?.displayName)
      .toSorted(),
  };
}

/** How often something was called in the account where Identity Center is administered. */
export const callsOf = (world: World, action: string): number =>
  world.aws.seen.calls().filter((call) => call.action === action).length;

/** Nobody stands behind an assignment, and no membership is of nobody. */
export function strays(world: World): object[] {
  const { users, groups, assignments, memberships } = world.aws.look.identityCenter;
  return [
    ...assignments.filter(({ principalId }) => !users.has(principalId) && !groups.has(principalId)),
    ...[...memberships.values()].filter((membership) => !users.has(membership.userId)),
  ];
}

/** Takes away one of the roles where Identity Center is administered. */
export const withoutRole = (machine: 'inspect' | 'provision' | 'check' | 'find-access') => (world: World) => {
  const account = world.aws.look.accounts.get(identityCenter.administratorAccount);
  const roles = account?.stack().roles as Map<string, unknown>;
  const arn = [...roles.keys()].find((each) => each.endsWith(`boarding-pass-${machine}-identity-center`));
  if (arn === undefined || !roles.delete(arn)) throw new Error(`There is no role of ${machine}.`);
};
