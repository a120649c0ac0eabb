import type { z } from 'zod';
import { presence } from '../../src/contract/absence.ts';
import { GROUPS, inspection, result } from '../../src/contract/access.ts';
import { checkReport } from '../../src/contract/check.ts';
import { decision } from '../../src/contract/decision.ts';
import { resolved } from '../../src/contract/people.ts';
import { profileObject } from '../../src/contract/profile-object.ts';
import { onboardingRequest } from '../../src/contract/request.ts';
import { onboardingState } from '../../src/contract/state.ts';
import { endOfExecution, TASK_INPUTS, taskMessage } from '../../src/contract/tasks.ts';
import { grants, outcomeOf, portalRequest, sam, setOf } from '../onboarding/at-portal.ts';
import { approved, dev, requestOf, signIn } from '../onboarding/examples.ts';

/** What comes in by the doors of the contract, with everything in it that may be there. */

const trouble = { Error: 'AccountUnreachable', Cause: 'AccessDenied' };
const approvers = { ids: ['U0KEN'], emails: ['lena@example.com'], groups: ['S0PLATFORM'] };
const posted = { channel: 'C0APPROVE', ts: '1764000000.000100' };
const { by, at, request } = approved;
const set = { Name: 'Developer', Arn: setOf('Developer').Arn };

const inspected = {
  Profile: { Grants: grants, Version: '"v1"', Approvers: approvers },
  Targets: [
    {
      AccountId: dev.id,
      PermissionSet: set,
      SignIn: { ...signIn, Alias: 'acme', Region: 'eu-west-1', SessionName: 'acme' },
      Problem: trouble,
      Checked: [
        { Kind: 'group', Name: 'Engineering', Exists: true, FromDirectory: true },
        { Kind: 'permission-set', Name: 'Developer', Exists: true },
      ],
    },
  ],
  Users: [
    {
      UserName: 'sam',
      Effects: [{ AccountId: dev.id, Effect: 'refuse', Why: 'UserDisabled' }],
      Found: { UserId: 'u-1', UserName: 'sam', FromDirectory: true },
      OtherMail: 'lee@partner.example',
      Why: 'UserMismatch',
    },
  ],
};

const boarded = {
  ...sam,
  emailAsWritten: 'Sam@partner.example',
  slackUserId: 'U0SAM',
  Outcomes: [
    outcomeOf('pending', dev.id, 'Developer', { User: { UserId: 'u-1' }, RequestId: 'r-1' }),
    outcomeOf('failed', GROUPS, undefined, { Error: 'GroupFromDirectory', Reason: 'Engineering' }),
  ],
  hadAccess: true,
  delivered: { via: 'mail' },
  undelivered: trouble,
  left: trouble,
};

const state = {
  ...requestOf({ typed: [{ email: 'sam@partner.example', userName: 'sam', name: 'Sam Lee' }] }),
  resolved: { users: [sam], setAside: [{ who: 'U0BOT', reason: 'bot' }], involved: ['U0AIKO', 'sam@partner.example'] },
  inspection: inspected,
  message: posted,
  followed: { ...posted, channel: 'D0AIKO' },
  decision: approved,
  requesterLeft: { Error: 'PersonGone', Cause: '' },
  trouble,
  board: { size: 25 },
  outcomes: [{ people: [boarded], trouble, listed: { inThread: true } }],
};

const { requestId, requestedBy, profile, accounts, reason } = portalRequest();
const published = {
  id: 'developer',
  method: 'iam-user',
  grants: { groups: ['Developers'] },
  settings: { region: 'eu-west-1' },
  accounts: { kind: 'units', only: [dev.id], ous: ['ou-root-products'], except: ['999988887777'] },
  approvers,
};

/** Of tasks that are given something else than the state. */
const inputs: Record<string, object> = {
  resolve: requestOf(),
  deliver: { person: boarded, requestId, requestedBy, accounts, decision: approved, profile, grants },
  progress: {
    ...{ requestId, requestedBy, profile, accounts, reason, message: posted, decision: approved, grants, trouble },
    ...{ total: 60, size: 25, index: 2, people: [boarded] },
  },
};

/** Each with what reads it. */
export const examples: [what: string, schema: z.ZodType, example: object][] = [
  ['a request', onboardingRequest, requestOf()],
  ['whom a request names', resolved, state.resolved],
  ['what was found before anybody is asked', inspection, inspected],
  ['somebody after provisioning', result, boarded],
  ['somebody who was told in Slack', result, { ...boarded, delivered: { via: 'slack' } }],
  ['an approval', decision, approved],
  ['a denial', decision, { outcome: 'denied', request, by, at, reason: 'not now' }],
  ['a withdrawal', decision, { outcome: 'withdrawn', request, by, at }],
  ['that nobody decided', decision, { outcome: 'expired' }],
  ['the state of a request', onboardingState, state],
  [
    'who is there after an approval',
    presence,
    {
      people: [{}, { Error: 'PersonGone' }, { Error: 'GuestNow' }],
      requester: { Error: 'PersonGone' },
      secondsLeft: 60,
    },
  ],
  ...['only', 'units', 'all'].map((kind): [string, z.ZodType, object] => [
    `a profile as it is published, for accounts of the kind ${kind}`,
    profileObject,
    { ...published, accounts: { ...published.accounts, kind } },
  ]),
  [
    'what the check of the start finds',
    checkReport,
    {
      Profiles: [
        { ProfileId: 'developer', Version: '"v1"', Object: published, Fault: null },
        { ProfileId: 'cloud', Version: '"v2"', Object: 'no profile', Fault: 'OtherRegion', Found: { groups: [] } },
        { ProfileId: 'gone', Problem: 'ProfileMissing' },
      ],
      Organization: { Problem: 'OrganizationUnreadable' },
    },
  ],
  ['a task', taskMessage, { task: 'deliver', token: 'tok', execution: 'arn', startedAt: at, retries: 1, input: state }],
  ['the end of an execution', endOfExecution, { task: 'execution-ended', execution: 'arn' }],
  ...Object.entries(TASK_INPUTS).map(([task, schema]): [string, z.ZodType, object] => [
    `what the task ${task} is given`,
    schema,
    inputs[task] ?? state,
  ]),
];
