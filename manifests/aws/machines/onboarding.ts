import { anyError, caught, forEach, ifPresent, type Machine, placeholder, type State } from './asl.ts';
import { botTask, briefly, openTask, patientTask } from './bot-task.ts';
import { nested, notify } from './calls.ts';

const present = (Variable: string) => ({ Variable, IsPresent: true });
const trouble = (name: string, Cause: string): State => ({
  Type: 'Pass',
  Result: { Error: name, Cause },
  ResultPath: '$.trouble',
  Next: 'Report',
});
const orReport = [anyError('Report', '$.trouble')];

const batch: Machine = {
  StartAt: 'Provision',
  States: {
    Provision: nested(
      placeholder('ProvisionIamUsersArn'),
      {
        'AccountId.$': '$.account.id',
        'Users.$': '$.batch',
        'Groups.$': '$.profile.groups',
        'PolicyArns.$': '$.profile.policyArns',
        'RequestId.$': '$.requestId',
        'RequestedBy.$': '$.requestedBy.slackUserId',
        'ApprovedBy.$': '$.decision.by.slackUserId',
        'ClaimUntil.$': '$.decision.claimUntil',
        'Inspected.$': '$.inspected',
      },
      {
        TimeoutSeconds: 3600,
        ResultSelector: { 'results.$': '$.Output.Results' },
        ResultPath: '$.provisioned',
        Catch: [anyError('NobodyInBatch', '$.trouble')],
        Next: 'DeliverAll',
      },
    ),
    NobodyInBatch: { Type: 'Pass', InputPath: '$.batch', ResultPath: '$.people', Next: 'WorthTelling' },
    DeliverAll: forEach(
      '$.provisioned.results',
      5,
      {
        'person.$': '$$.Map.Item.Value',
        'requestId.$': '$.requestId',
        'requestedBy.$': '$.requestedBy',
        'account.$': '$.account',
        'decision.$': '$.decision',
      },
      {
        StartAt: 'WasCreated',
        States: {
          WasCreated: ifPresent('$.person.Error', 'NotCreated', 'Deliver'),
          NotCreated: { Type: 'Pass', OutputPath: '$.person', End: true },
          Deliver: patientTask('deliver', {
            ResultPath: '$.person.delivered',
            OutputPath: '$.person',
            Catch: [anyError('NotDelivered', '$.person.undelivered')],
            End: true,
          }),
          NotDelivered: { Type: 'Pass', OutputPath: '$.person', End: true },
        },
      },
      { ResultPath: '$.people', Next: 'WorthTelling' },
    ),
    WorthTelling: {
      Type: 'Choice',
      Comment:
        'The last batch is told with the outcome, unless the list is so long that it goes into the thread batch by batch.',
      Choices: [
        { Variable: '$.index', NumericLessThanPath: '$.last', Next: 'Progress' },
        { Variable: '$.total', NumericGreaterThan: 20, Next: 'Progress' },
      ],
      Default: 'BatchEnded',
    },
    Progress: botTask('progress', {
      TimeoutSeconds: 60,
      Retry: [briefly(4)],
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

export const onboarding: Machine = {
  Comment:
    'One request, start to end: who they are, what is there, may they, create, deliver, report. Nothing else remembers it.',
  StartAt: 'Resolve',
  States: {
    Resolve: patientTask('resolve', { ResultPath: '$.resolved', Catch: orReport, Next: 'AnyoneToOnboard' }),
    AnyoneToOnboard: ifPresent('$.resolved.users[0]', 'Inspect', 'Report'),
    Inspect: nested(
      placeholder('InspectIamUsersArn'),
      {
        'AccountId.$': '$.account.id',
        'UserNames.$': '$.resolved.users[*].userName',
        'Groups.$': '$.profile.groups',
      },
      {
        TimeoutSeconds: 900,
        ResultSelector: {
          'signIn.$': '$.Output.SignIn',
          'users.$': '$.Output.Users',
          'groups.$': '$.Output.Groups',
        },
        ResultPath: '$.inspection',
        Catch: [anyError('Announce', '$.inspection')],
        Next: 'Announce',
      },
    ),
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
    CompareApprover: {
      Type: 'Pass',
      Comment: 'The bot has refused this already; it is refused once more here, against what Resolve found.',
      Parameters: {
        'byId.$': 'States.ArrayContains($.resolved.involved, $.decision.by.slackUserId)',
        'byEmail.$': 'States.ArrayContains($.resolved.involved, $.decision.by.email)',
      },
      ResultPath: '$.selfApproval',
      Next: 'ApproverTakesNoPart',
    },
    ApproverTakesNoPart: {
      Type: 'Choice',
      Choices: [
        {
          Or: [
            { Variable: '$.selfApproval.byId', BooleanEquals: true },
            { Variable: '$.selfApproval.byEmail', BooleanEquals: true },
          ],
          Next: 'SelfApproved',
        },
      ],
      Default: 'AnnounceDecision',
    },
    SelfApproved: trouble('SelfApproval', 'The approver is the requester or one of the people in the request.'),
    AnnounceDecision: patientTask('announce', {
      ResultPath: null,
      Catch: [anyError('FollowDecision', '$.unannounced')],
      Next: 'FollowDecision',
    }),
    FollowDecision: patientTask('follow', {
      ResultPath: null,
      Catch: [anyError('WasInspected', '$.unfollowed')],
      Next: 'WasInspected',
    }),
    WasInspected: ifPresent('$.inspection.users', 'Batch', 'NotInspected'),
    NotInspected: { Type: 'Pass', Result: [], ResultPath: '$.inspection.users', Next: 'Batch' },
    Batch: {
      Type: 'Pass',
      Parameters: { size: 25, 'batches.$': 'States.ArrayPartition($.resolved.users, 25)' },
      ResultPath: '$.board',
      Next: 'NotifyBoarding',
    },
    NotifyBoarding: notify(
      'boarding-pass: a request was approved',
      {
        event: 'approved',
        'request.$': '$$.Execution.Name',
        'account.$': '$.account.id',
        'profile.$': '$.profile.id',
        'groups.$': '$.profile.groups',
        'policyArns.$': '$.profile.policyArns',
        requestedBy: { 'slackUserId.$': '$.requestedBy.slackUserId', 'email.$': '$.requestedBy.email' },
        approvedBy: { 'slackUserId.$': '$.decision.by.slackUserId', 'email.$': '$.decision.by.email' },
        'userNames.$': '$.resolved.users[*].userName',
      },
      {
        Comment:
          'Whoever audits hears of it past the bot, and before anybody is created, without the names that people give themselves. Who cannot be told of stays outside.',
        patience: { errors: ['States.TaskFailed', 'States.Timeout'], longest: 60, attempts: 8, timeout: 60 },
        Catch: [anyError('NotNotified', '$.trouble')],
        Next: 'Board',
      },
    ),
    NotNotified: {
      Type: 'Pass',
      Parameters: {
        Error: 'NotNotified',
        'Cause.$': "States.Format('{}: {}', $.trouble.Error, $.trouble.Cause)",
      },
      ResultPath: '$.trouble',
      Next: 'Report',
    },
    Board: forEach(
      '$.board.batches',
      1,
      {
        'batch.$': '$$.Map.Item.Value',
        'requestId.$': '$$.Execution.Name',
        'requestedBy.$': '$.requestedBy',
        'account.$': '$.account',
        'profile.$': '$.profile',
        'decision.$': '$.decision',
        'index.$': '$$.Map.Item.Index',
        'size.$': '$.board.size',
        'last.$': 'States.MathAdd(States.ArrayLength($.board.batches), -1)',
        'total.$': 'States.ArrayLength($.resolved.users)',
        'reason.$': '$.reason',
        'message.$': '$.message',
        'inspected.$': '$.inspection.users',
        listed: { inThread: false },
      },
      batch,
      { ResultPath: '$.outcomes', Catch: orReport, Next: 'Report' },
    ),
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
      Cause: 'Whoever audits could not be notified of the approval: nobody was created.',
    },
    Ended: { Type: 'Succeed' },
  },
};
