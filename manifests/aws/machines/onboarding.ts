import { BATCH_SIZES, MAX_ACCOUNTS } from '../../../src/contract/sizes.ts';
import { anyError, caught, ifPresent, isPresent, type Machine, placeholder, type State } from './asl.ts';
import { board } from './board.ts';
import { botTask, briefly, openTask, patientTask } from './bot-task.ts';
import { nameOfNested, nested } from './calls.ts';
import { judgeDecision, trouble } from './decision.ts';

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
        { ...isPresent(`$.accounts[${MAX_ACCOUNTS}]`), Next: 'NotARequest' },
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
    ...judgeDecision('AnnounceDecision'),
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
          And: [isPresent('$.error'), { Variable: '$.error', StringEquals: 'NotNotified' }],
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
