import { arn, caught, ifPresent, type Machine } from '../asl.ts';
import { inMember, notify } from '../calls.ts';
import { backoff, NOT_YET, whileIamRecovers } from '../retries.ts';
import { madeAt, ownMark, replacePassword } from './replace.ts';
import { findSignIn } from './sign-in.ts';

const iam = inMember('issue-password');
/** Somebody waits. */
const soon = (more: string[] = []) => [whileIamRecovers(more, 4)];
/** Of a user who was just made IAM may not know everywhere yet; of one who is gone it is told a little later. */
const untilKnown = backoff(['Iam.NoSuchEntityException'], { attempts: 3 });
const userName = { 'UserName.$': '$.UserName' };
const newPassword = { ...userName, 'Password.$': '$.issued.Password', PasswordResetRequired: true };
const noSuch = (Next: string, ResultPath: string) => [caught(['Iam.NoSuchEntityException'], Next, ResultPath)];

/** What no password of ours has: look-alikes, symbols that IAM does not count, and those that Slack or HTML would alter. */
const EXCLUDED = '0O1lI",./:;<>?\\`~&*_|\'';
/** Characters; a password policy may ask for more. */
const USUAL_LENGTH = 24;

export const issuePassword: Machine = {
  Comment:
    "Express, synchronous, logging off: makes the temporary password in the moment its owner asks for it. Its input names the user and who clicked; the user's own tags say whether that is the owner.",
  StartAt: 'GetUser',
  States: {
    GetUser: iam('getUser', userName, {
      Retry: [...soon(), untilKnown],
      ResultPath: '$.found',
      Catch: noSuch('UserNotFound', '$.error'),
      Next: 'IsSameUser',
    }),
    IsSameUser: {
      Type: 'Choice',
      Comment: 'A user that was deleted and made anew under the name is somebody else.',
      Choices: [
        {
          And: [
            { Variable: '$.UserId', IsPresent: true },
            { Variable: '$.found.User.UserId', StringEqualsPath: '$.UserId' },
            { Variable: '$.found.User.Tags', IsPresent: true },
          ],
          Next: 'ExpectedTags',
        },
      ],
      Default: 'NotYours',
    },
    ExpectedTags: {
      Type: 'Pass',
      Parameters: {
        claimant: { Key: 'onboarding:claimant', 'Value.$': '$.ClaimedBy' },
        open: { Key: 'onboarding:claim', Value: 'open' },
      },
      ResultPath: '$.expected',
      Next: 'CompareTags',
    },
    CompareTags: {
      Type: 'Pass',
      Parameters: {
        'isClaimant.$': 'States.ArrayContains($.found.User.Tags, $.expected.claimant)',
        'isOpen.$': 'States.ArrayContains($.found.User.Tags, $.expected.open)',
      },
      ResultPath: '$.claim',
      Next: 'MayClaim',
    },
    MayClaim: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.claim.isClaimant', BooleanEquals: false, Next: 'NotYours' },
        { Variable: '$.claim.isOpen', BooleanEquals: false, Next: 'ClaimClosed' },
      ],
      Default: 'ClaimUntil',
    },
    ClaimUntil: {
      Type: 'Pass',
      Parameters: { 'until.$': "$.found.User.Tags[?(@.Key == 'onboarding:claim-until')].Value" },
      ResultPath: '$.claim',
      Next: 'StillInTime',
    },
    StillInTime: {
      Type: 'Choice',
      Choices: [
        { Not: { Variable: '$.claim.until[0]', IsTimestamp: true }, Next: 'ClaimClosed' },
        {
          Variable: '$.claim.until[0]',
          TimestampLessThanEqualsPath: '$$.Execution.StartTime',
          Next: 'ClaimClosed',
        },
      ],
      Default: 'GetLoginProfile',
    },
    GetLoginProfile: iam('getLoginProfile', userName, {
      Retry: soon(),
      ResultPath: '$.existing',
      Catch: noSuch('ListAccountAliases', '$.firstTime'),
      Next: 'MayReplace',
    }),
    MayReplace: {
      Type: 'Choice',
      Choices: [
        {
          Variable: '$.existing.LoginProfile.PasswordResetRequired',
          BooleanEquals: false,
          Next: 'AlreadySignedIn',
        },
        {
          And: [
            { Variable: '$.Reissue', IsBoolean: true },
            { Variable: '$.Reissue', BooleanEquals: true },
          ],
          Next: 'OwnMark',
        },
      ],
      Default: 'AlreadyShown',
    },
    ...ownMark('ListAccountAliases'),
    ...findSignIn(iam, 'GetAccountPasswordPolicy'),
    GetAccountPasswordPolicy: iam(
      'getAccountPasswordPolicy',
      {},
      {
        Retry: soon(),
        ResultSelector: { 'length.$': '$.PasswordPolicy.MinimumPasswordLength' },
        ResultPath: '$.policy',
        Catch: noSuch('UsualLength', '$.noPolicy'),
        Next: 'AsksForMore',
      },
    ),
    AsksForMore: {
      Type: 'Choice',
      Choices: [{ Variable: '$.policy.length', NumericGreaterThan: USUAL_LENGTH, Next: 'NotifyIssue' }],
      Default: 'UsualLength',
    },
    UsualLength: { Type: 'Pass', Result: { length: USUAL_LENGTH }, ResultPath: '$.policy', Next: 'NotifyIssue' },
    NotifyIssue: notify(
      'boarding-pass: a temporary password is issued',
      {
        event: 'password',
        'account.$': '$.AccountId',
        'userName.$': '$.UserName',
        'claimedBy.$': '$.ClaimedBy',
      },
      {
        Comment: 'Whoever audits hears of it past the bot. Of whom they cannot hear nobody gets a password.',
        patience: { errors: ['States.TaskFailed', 'States.Timeout'], longest: 20, attempts: 4, timeout: 10 },
        Next: 'GetRandomPassword',
      },
    ),
    GetRandomPassword: {
      Type: 'Task',
      Comment:
        "Left out: look-alikes, the symbols that IAM's password policy does not count, and those that Slack or HTML would alter.",
      Resource: arn('states:::aws-sdk:secretsmanager:getRandomPassword'),
      Parameters: {
        'PasswordLength.$': '$.policy.length',
        ExcludeCharacters: EXCLUDED,
        RequireEachIncludedType: true,
        IncludeSpace: false,
      },
      TimeoutSeconds: 60,
      Retry: [
        backoff(
          [
            'SecretsManager.InternalServiceErrorException',
            'SecretsManager.SecretsManagerException',
            'SecretsManager.SdkClientException',
            'States.Timeout',
          ],
          { longest: 20, attempts: 4 },
        ),
      ],
      ResultSelector: { 'Password.$': '$.RandomPassword' },
      ResultPath: '$.issued',
      Next: 'IsFirstTime',
    },
    IsFirstTime: ifPresent('$.mark', 'ReadMark', 'CreateLoginProfile'),
    CreateLoginProfile: iam('createLoginProfile', newPassword, {
      Retry: soon(NOT_YET),
      ResultSelector: madeAt,
      ResultPath: '$.made',
      Catch: [caught(['Iam.EntityAlreadyExistsException'], 'AlreadyShown', '$.error')],
      Next: 'Issued',
    }),
    ...replacePassword(iam, newPassword, 'Issued'),
    Issued: {
      Type: 'Pass',
      Parameters: {
        'UserName.$': '$.UserName',
        'LoginURL.$': '$.signIn.LoginURL',
        'Password.$': '$.issued.Password',
        'MadeAt.$': '$.made.At',
      },
      End: true,
    },
    NotYours: { Type: 'Fail', Error: 'NotYours', Cause: 'Somebody else was onboarded under this user name.' },
    ClaimClosed: { Type: 'Fail', Error: 'ClaimClosed', Cause: 'The time to fetch the password is over.' },
    AlreadySignedIn: { Type: 'Fail', Error: 'AlreadySignedIn', Cause: 'The user has signed in already.' },
    AlreadyShown: {
      Type: 'Fail',
      Error: 'AlreadyShown',
      Cause: 'A temporary password was shown before and is still valid.',
    },
    UserNotFound: { Type: 'Fail', Error: 'UserNotFound', Cause: 'The account has no such user any more.' },
  },
};
