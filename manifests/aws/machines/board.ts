import { LONG_LIST } from '../../../src/contract/sizes.ts';
import { anyError, forEach, ifPresent, type Machine, type MapState } from './asl.ts';
import { briefTask, patientTask } from './bot-task.ts';
import { nameOfNested, nested, notify, whileItCannotStart } from './calls.ts';

/** Longer than a batch takes where others keep AWS busy all the time: what goes on after its request has ended, nobody is told of. */
const PROVISIONING_SECONDS = 28_800;

/** One person after provisioning: told, if they were given anything. */
const onePerson: Machine = {
  StartAt: 'WasGivenSomething',
  States: {
    WasGivenSomething: {
      Type: 'Choice',
      Choices: ['$.isGiven', '$.isComing'].map((Variable) => ({ Variable, BooleanEquals: true, Next: 'Deliver' })),
      Default: 'NothingToTell',
    },
    NothingToTell: { Type: 'Pass', OutputPath: '$.person', End: true },
    Deliver: patientTask('deliver', {
      ResultPath: '$.person.delivered',
      OutputPath: '$.person',
      Catch: [anyError('NotDelivered', '$.person.undelivered')],
      End: true,
    }),
    NotDelivered: { Type: 'Pass', OutputPath: '$.person', End: true },
  },
};

const oneBatch: Machine = {
  StartAt: 'NotifyBatch',
  States: {
    NotifyBatch: notify(
      'boarding-pass: access is about to be given',
      {
        event: 'approved',
        'request.$': '$.requestId',
        'profile.$': '$.profile.id',
        'version.$': '$.version',
        'gives.$': '$.grants',
        'to.$': '$.inspected',
        'absent.$': '$.absent',
        'claimants.$': '$.batch[*].claimant',
        'emails.$': '$.batch[*].email',
        requestedBy: { 'slackUserId.$': '$.requestedBy.slackUserId', 'email.$': '$.requestedBy.email' },
        approvedBy: { 'slackUserId.$': '$.decision.by.slackUserId', 'email.$': '$.decision.by.email' },
      },
      {
        Comment:
          'Exactly who gets what, and where: whoever audits hears of it past the bot, and before it happens, without the names that people give themselves. Of what they cannot be told nothing is given.',
        patience: { errors: ['States.TaskFailed', 'States.Timeout'], longest: 60, attempts: 8, timeout: 60 },
        Catch: [anyError('NotNotified', null)],
        Next: 'Provision',
      },
    ),
    NotNotified: { Type: 'Pass', Result: { Error: 'NotNotified' }, ResultPath: '$.trouble', Next: 'NobodyInBatch' },
    Provision: nested(
      '$.machines.provision',
      {
        'Targets.$': '$.targets',
        'Users.$': '$.batch',
        'ProfileId.$': '$.profile.id',
        'Version.$': '$.version',
        'RequestId.$': '$.requestId',
        'RequestedBy.$': '$.requestedBy.slackUserId',
        'ApprovedBy.$': '$.decision.by.slackUserId',
        'ApprovedByEmail.$': '$.decision.by.email',
        'ClaimUntil.$': '$.decision.claimUntil',
        'Inspected.$': '$.inspected',
        'Absent.$': '$.absent',
      },
      {
        Retry: whileItCannotStart,
        TimeoutSeconds: PROVISIONING_SECONDS,
        ResultSelector: { 'results.$': '$.Output.Results' },
        ResultPath: '$.provisioned',
        Catch: [anyError('ProvisioningFailed', '$.trouble')],
        Next: 'DeliverAll',
      },
    ),
    ...nameOfNested('ProvisioningFailed', 'NobodyInBatch'),
    NobodyInBatch: { Type: 'Pass', InputPath: '$.batch', ResultPath: '$.people', Next: 'WorthTelling' },
    DeliverAll: forEach(
      '$.provisioned.results',
      5,
      {
        'person.$': '$$.Map.Item.Value',
        'isGiven.$': "States.ArrayContains($$.Map.Item.Value.Outcomes[*].Status, 'done')",
        'isComing.$': "States.ArrayContains($$.Map.Item.Value.Outcomes[*].Status, 'pending')",
        'requestId.$': '$.requestId',
        'requestedBy.$': '$.requestedBy',
        'accounts.$': '$.accounts',
        'decision.$': '$.decision',
        'profile.$': '$.profile',
        'grants.$': '$.grants',
      },
      onePerson,
      { ResultPath: '$.people', Next: 'WorthTelling' },
    ),
    WorthTelling: {
      Type: 'Choice',
      Comment:
        'The last batch is told with the outcome, unless the list is so long that it goes into the thread batch by batch.',
      Choices: [
        { Variable: '$.index', NumericLessThanPath: '$.last', Next: 'Progress' },
        { Variable: '$.total', NumericGreaterThan: LONG_LIST, Next: 'Progress' },
      ],
      Default: 'BatchEnded',
    },
    Progress: briefTask('progress', 4, {
      Comment: 'How far it is. Nobody waits for it: a batch that is not in the thread is told with the outcome.',
      ResultPath: '$.listed',
      Catch: [anyError('BatchEnded', '$.untold')],
      Next: 'BatchEnded',
    }),
    BatchEnded: ifPresent('$.trouble', 'BatchFailed', 'BatchDone'),
    BatchFailed: {
      Type: 'Pass',
      Parameters: { 'people.$': '$.people', 'trouble.$': '$.trouble', 'listed.$': '$.listed' },
      End: true,
    },
    BatchDone: { Type: 'Pass', Parameters: { 'people.$': '$.people', 'listed.$': '$.listed' }, End: true },
  },
};

/** What is this batch's of a list of people. */
const slice = (people: string): string =>
  `States.ArrayGetItem(States.ArrayPartition(${people}, $.board.size), $$.Map.Item.Index)`;

/** Gives and tells, batch by batch. */
export const board: MapState = forEach(
  '$.board.numbers',
  1,
  {
    'batch.$': slice('$.resolved.users'),
    'inspected.$': slice('$.inspection.Users'),
    'absent.$': slice('$.seen.people'),
    'requestId.$': '$$.Execution.Name',
    'requestedBy.$': '$.requestedBy',
    'accounts.$': '$.accounts',
    'targets.$': '$.inspection.Targets',
    'profile.$': '$.profile',
    'grants.$': '$.inspection.Profile.Grants',
    'version.$': '$.inspection.Profile.Version',
    'machines.$': '$.machines',
    'decision.$': '$.decision',
    'index.$': '$$.Map.Item.Index',
    'size.$': '$.board.size',
    'last.$': 'States.MathAdd(States.ArrayLength($.board.numbers), -1)',
    'total.$': 'States.ArrayLength($.resolved.users)',
    'reason.$': '$.reason',
    'message.$': '$.message',
    listed: { inThread: false },
  },
  oneBatch,
  {},
);
