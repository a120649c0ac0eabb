import type { TroubleName } from '../../../src/contract/errors.ts';
import { BATCH_SIZES, MAX_ACCOUNTS } from '../../../src/contract/sizes.ts';
import { anyError, caught, ifPresent, type Machine, placeholder, type State } from './asl.ts';
import { board } from './board.ts';
import { botTask, briefly, openTask, patientTask } from './bot-task.ts';
import { nameOfNested, nested } from './calls.ts';

const present = (Variable: string) => ({ Variable, IsPresent: true });
const isTrue = (Variable: string) => ({ Variable, BooleanEquals: true });
const trouble = (name: TroubleName, Cause: string): State => ({
  Type: 'Pass',
  Result: { Error: name, Cause },
  ResultPath: '$.trouble',
  Next: 'Report',
});
const orReport = [anyError('Report', '$.trouble')];

/** The ways of giving access, and the machines of each. Nothing else here knows them. */
const METHODS: Record<string, { state: string; inspect: string; provision: string }> = {
  'iam-user': { state: 'IamUser', inspect: 'InspectIamUserArn', provision: 'ProvisionIamUserArn' },
};
const methodStates = Object.fromEntries(
  Object.values(METHODS).map(({ state, inspect, provision }): [string, State] => [
    state,
    {
      Type: 'Pass',
      Result: { inspect: placeholder(inspect), provision: placeholder(provision) },
      ResultPath: '$.machines',
      Next: 'Inspect',
    },
  ]),
);

const batchSize = `States.ArrayGetItem(States.Array(${BATCH_SIZES.join(', ')}), States.ArrayLength($.accounts))`;

export const onboarding: Machine = {
  Comment:
    'One request, start to end: who they are, what is there, may they, give, deliver, report. Nothing else remembers it.',
  StartAt: 'Resolve',
  States: {
    Resolve: patientTask('resolve', { ResultPath: '$.resolved', Catch: orReport, Next: 'AnyoneToOnboard' }),
    AnyoneToOnboard: ifPresent('$.resolved.users[0]', 'ChooseMethod', 'Report'),
    ChooseMethod: {
      Type: 'Choice',
      Choices: [
        { ...present(`$.accounts[${MAX_ACCOUNTS}]`), Next: 'NotARequest' },
        ...Object.entries(METHODS).map(([method, { state }]) => ({
          Variable: '$.profile.method',
          StringEquals: method,
          Next: state,
        })),
      ],
      Default: 'NotARequest',
    },
    NotARequest: trouble('NotARequest', 'There is no such way of giving access, or there are too many accounts.'),
    ...methodStates,
    Inspect: nested(
      '$.machines.inspect',
      { 'Accounts.$': '$.accounts', 'Users.$': '$.resolved.users', 'ProfileId.$': '$.profile.id' },
      {
        TimeoutSeconds: 900,
        ResultSelector: {
          'Profile.$': '$.Output.Profile',
          'Targets.$': '$.Output.Targets',
          'Users.$': '$.Output.Users',
          'Problem.$': '$.Output.Problem',
        },
        ResultPath: '$.inspection',
        Catch: [anyError('InspectionFailed', '$.trouble')],
        Next: 'CanBeGiven',
      },
    ),
    ...nameOfNested('InspectionFailed', 'Report'),
    CanBeGiven: {
      Type: 'Choice',
      Choices: [{ Variable: '$.inspection.Problem', IsNull: true, Next: 'Announce' }],
      Default: 'CannotBeGiven',
    },
    CannotBeGiven: { Type: 'Pass', InputPath: '$.inspection.Problem', ResultPath: '$.trouble', Next: 'Report' },
    Announce: patientTask('announce', { ResultPath: '$.message', Catch: orReport, Next: 'Follow' }),
    Follow: patientTask('follow', {
      ResultPath: '$.followed',
      Catch: [anyError('AwaitDecision', '$.unfollowed')],
      Next: 'AwaitDecision',
    }),
    AwaitDecision: openTask('await-decision', {
      Comment: 'The first half of the time to decide.',
      TimeoutSecondsPath: '$.approval.remindAfterSeconds',
      ResultPath: '$.decision',
      Catch: [caught(['States.Timeout'], 'Remind', '$.halfTime'), ...orReport],
      Next: 'CheckDecision',
    }),
    Remind: botTask('remind', {
      TimeoutSeconds: 30,
      Retry: [briefly(3)],
      Comment: 'Not for long: until the next task has renewed them, the buttons are without effect.',
      ResultPath: null,
      Catch: [anyError('AwaitDecisionAgain', '$.unreminded')],
      Next: 'AwaitDecisionAgain',
    }),
    AwaitDecisionAgain: openTask('await-decision', {
      Comment: 'The second half: another task, so the message gets new buttons.',
      TimeoutSecondsPath: '$.approval.expireAfterReminderSeconds',
      ResultPath: '$.decision',
      Catch: [caught(['States.Timeout'], 'Expired', '$.timeout'), ...orReport],
      Next: 'CheckDecision',
    }),
    Expired: { Type: 'Pass', Result: { outcome: 'expired' }, ResultPath: '$.decision', Next: 'Report' },
    CheckDecision: {
      Type: 'Choice',
      Comment: 'A decision names the request that it was judged for: a token of another request decides nothing.',
      Choices: [
        {
          Or: [{ Not: present('$.decision.request') }, { Not: present('$.decision.outcome') }],
          Next: 'NotThisRequest',
        },
        {
          Not: { Variable: '$.decision.request', StringEqualsPath: '$$.Execution.Name' },
          Next: 'NotThisRequest',
        },
        { Variable: '$.decision.outcome', StringEquals: 'approved', Next: 'ApproverIsSomebody' },
        { Variable: '$.decision.outcome', StringEquals: 'withdrawn', Next: 'WithdrawnByRequester' },
      ],
      Default: 'Report',
    },
    WithdrawnByRequester: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            present('$.decision.by.slackUserId'),
            { Variable: '$.decision.by.slackUserId', StringEqualsPath: '$.requestedBy.slackUserId' },
          ],
          Next: 'Report',
        },
      ],
      Default: 'NotThisRequest',
    },
    NotThisRequest: trouble('NotThisRequest', 'The decision was made for another request.'),
    ApproverIsSomebody: {
      Type: 'Choice',
      Choices: [
        {
          Not: {
            And: [
              present('$.decision.version'),
              { Variable: '$.decision.version', StringEqualsPath: '$.inspection.Profile.Version' },
            ],
          },
          Next: 'OtherVersion',
        },
        {
          And: [
            present('$.decision.by.slackUserId'),
            {
              Or: [
                { Variable: '$.decision.by.slackUserId', StringMatches: 'U*' },
                { Variable: '$.decision.by.slackUserId', StringMatches: 'W*' },
              ],
            },
            present('$.decision.by.email'),
            { Variable: '$.decision.by.email', StringMatches: '*@*' },
            {
              Not: { Variable: '$.decision.by.slackUserId', StringEqualsPath: '$.requestedBy.slackUserId' },
            },
            present('$.decision.claimUntil'),
          ],
          Next: 'CompareApprover',
        },
      ],
      Default: 'SelfApproved',
    },
    OtherVersion: trouble('PolicyChanged', 'What was approved is not what the profile gave when it was inspected.'),
    CompareApprover: {
      Type: 'Pass',
      Comment:
        'The bot has refused this already. It is refused once more here: against those who take part, as Resolve found them and as they will claim, and against those whom the published profile names.',
      Parameters: {
        'takesPart.$': 'States.ArrayContains($.resolved.involved, $.decision.by.slackUserId)',
        'mailTakesPart.$': 'States.ArrayContains($.resolved.involved, $.decision.by.email)',
        'claims.$': 'States.ArrayContains($.resolved.users[*].claimant, $.decision.by.slackUserId)',
        'mailClaims.$':
          "States.ArrayContains($.resolved.users[*].mailbox, States.Hash($.decision.by.email, 'SHA-256'))",
        'isNamed.$': 'States.ArrayContains($.inspection.Profile.Approvers.ids, $.decision.by.slackUserId)',
        'mailIsNamed.$': 'States.ArrayContains($.inspection.Profile.Approvers.emails, $.decision.by.email)',
      },
      ResultPath: '$.approver',
      Next: 'ApproverMayDecide',
    },
    ApproverMayDecide: {
      Type: 'Choice',
      Comment:
        'Who is in a user group of Slack no machine can tell: where the profile names one, the bot’s word stands.',
      Choices: [
        {
          Or: ['takesPart', 'mailTakesPart', 'claims', 'mailClaims'].map((part) => isTrue(`$.approver.${part}`)),
          Next: 'SelfApproved',
        },
        {
          Or: [
            isTrue('$.approver.isNamed'),
            isTrue('$.approver.mailIsNamed'),
            present('$.inspection.Profile.Approvers.groups[0]'),
          ],
          Next: 'AnnounceDecision',
        },
      ],
      Default: 'NotAnApprover',
    },
    SelfApproved: trouble('SelfApproval', 'The approver is the requester or one of the people in the request.'),
    NotAnApprover: trouble('NotAnApprover', 'The published profile does not name who approved.'),
    AnnounceDecision: patientTask('announce', {
      ResultPath: null,
      Catch: [anyError('FollowDecision', '$.unannounced')],
      Next: 'FollowDecision',
    }),
    FollowDecision: patientTask('follow', {
      ResultPath: null,
      Catch: [anyError('Batch', '$.unfollowed')],
      Next: 'Batch',
    }),
    Batch: {
      Type: 'Pass',
      Comment: 'People in batches, each with its own slice of what was found.',
      Parameters: {
        'size.$': batchSize,
        'batches.$': `States.ArrayPartition($.resolved.users, ${batchSize})`,
        'inspected.$': `States.ArrayPartition($.inspection.Users, ${batchSize})`,
      },
      ResultPath: '$.board',
      Next: 'Board',
    },
    Board: { ...board, ResultPath: '$.outcomes', Catch: orReport, Next: 'Report' },
    Report: patientTask('report', { Next: 'WasNotified' }),
    WasNotified: {
      Type: 'Choice',
      Comment: 'An execution that could not notify has to fail, so that its alarm rings.',
      Choices: [
        {
          And: [present('$.error'), { Variable: '$.error', StringEquals: 'NotNotified' }],
          Next: 'NobodyNotified',
        },
      ],
      Default: 'Ended',
    },
    NobodyNotified: {
      Type: 'Fail',
      Error: 'NotNotified',
      Cause: 'Whoever audits could not be notified of what was going to be given: it was not given.',
    },
    Ended: { Type: 'Succeed' },
  },
};
