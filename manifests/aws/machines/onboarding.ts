import { BATCH_SIZES, MAX_ACCOUNTS } from '../../../src/contract/sizes.ts';
import { anyError, caught, ifPresent, isPresent, type Machine, placeholder, type State } from './asl.ts';
import { board } from './board.ts';
import { briefTask, openTask, patientTask } from './bot-task.ts';
import { asOftenAsItFails, nameOfNested, nested } from './calls.ts';
import { judgeDecision, trouble } from './decision.ts';
import { methods } from './methods.ts';

const orReport = [anyError('Report', '$.trouble')];

/** `iam-user` becomes `IamUser`: the state that chooses its machines, and a part of the names of their ARNs' placeholders. */
const pascal = (method: string): string => method.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Chooses the machines of the request's method: nothing after it knows which method it is. */
const methodStates = Object.fromEntries(
  Object.keys(methods).map((method): [string, State] => [
    pascal(method),
    {
      Type: 'Pass',
      Result: {
        inspect: placeholder(`Inspect${pascal(method)}Arn`),
        provision: placeholder(`Provision${pascal(method)}Arn`),
      },
      ResultPath: '$.machines',
      Next: 'Inspect',
    },
  ]),
);

const batchSize = `States.ArrayGetItem(States.Array(${BATCH_SIZES.join(', ')}), States.ArrayLength($.inspection.Targets))`;

const lastBatch = `States.MathAdd(States.ArrayLength(States.ArrayPartition($.resolved.users, ${batchSize})), -1)`;

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
        ...Object.keys(methods).map((method) => ({
          Variable: '$.profile.method',
          StringEquals: method,
          Next: pascal(method),
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
        Retry: asOftenAsItFails,
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
    Announce: patientTask('announce', { ResultPath: '$.message', Catch: orReport, Next: 'Acknowledge' }),
    Acknowledge: patientTask('acknowledge', {
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
    Remind: briefTask('remind', 3, {
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
    ...judgeDecision('LookAgain'),
    LookAgain: patientTask('look-again', {
      Comment:
        'Who has left since they were looked up is given nothing. Of the requester the approvers have to know before they decide.',
      ResultPath: '$.seen',
      Catch: orReport,
      Next: 'HasRequesterLeft',
    }),
    HasRequesterLeft: {
      Type: 'Choice',
      Choices: [
        { And: [isPresent('$.seen.requester.Error'), { Not: isPresent('$.requesterLeft') }], Next: 'RequesterLeft' },
      ],
      Default: 'MarkApproved',
    },
    RequesterLeft: {
      Type: 'Pass',
      InputPath: '$.seen.requester',
      ResultPath: '$.requesterLeft',
      Next: 'AskAgain',
    },
    AskAgain: briefTask('remind', 3, {
      ResultPath: null,
      Catch: [anyError('AwaitDecisionKnowing', '$.unreminded')],
      Next: 'AwaitDecisionKnowing',
    }),
    AwaitDecisionKnowing: openTask('await-decision', {
      Comment: 'The rest of the time: with a card that says so, and new buttons.',
      TimeoutSecondsPath: '$.seen.secondsLeft',
      ResultPath: '$.decision',
      Catch: [caught(['States.Timeout'], 'Expired', '$.timeout'), ...orReport],
      Next: 'CheckDecision',
    }),
    MarkApproved: patientTask('mark-approved', {
      ResultPath: null,
      Catch: [anyError('TellApproved', '$.unannounced')],
      Next: 'TellApproved',
    }),
    TellApproved: patientTask('tell-approved', {
      ResultPath: null,
      Catch: [anyError('Batch', '$.unfollowed')],
      Next: 'Batch',
    }),
    Batch: {
      Type: 'Pass',
      Comment:
        'How many people make a batch, and the batches by number: their people and what was found are in the state already.',
      Parameters: { 'size.$': batchSize, 'numbers.$': `States.ArrayRange(0, ${lastBatch}, 1)` },
      ResultPath: '$.board',
      Next: 'Board',
    },
    Board: { ...board, ResultPath: '$.outcomes', Catch: [anyError('BrokeOff', '$.trouble')], Next: 'Report' },
    BrokeOff: {
      Type: 'Pass',
      Comment: 'What nobody has foreseen. Earlier batches may have been given what they asked for.',
      Parameters: { Error: 'BrokenOff', 'Cause.$': '$.trouble.Error' },
      ResultPath: '$.trouble',
      Next: 'Report',
    },
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
