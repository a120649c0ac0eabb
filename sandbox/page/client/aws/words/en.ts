import { isolated } from '../../isolated.ts';

/** The page's English words about AWS. */
export const en = {
  parts: 'Parts of AWS',
  and: ', ',
  tabs: { executions: 'Executions', accounts: 'Accounts', 'identity-center': 'Identity Center', 'sign-in': 'Sign in' },
  running: (count: number) => `${count} running`,
  elsewhere: 'AWS is the real one here: see its own console.',

  executions: {
    none: 'No request yet. As soon as somebody in Slack sends one, its execution appears here.',
    intro: 'What AWS Step Functions does for a request, newest first.',
    machines: {
      onboarding: 'Request for access',
      'inspect-iam-user': 'Looks into the accounts',
      'inspect-identity-center': 'Looks into Identity Center',
      'provision-iam-user': 'Creates the users',
      'provision-identity-center': 'Gives access at the portal',
      'issue-password': 'Makes a password',
      check: 'Check at the start',
      'find-access': 'Looks up what somebody has',
    },
    /** Of those of which nothing is recorded. */
    notRecorded: {
      'issue-password': 'not recorded, by design: it carries a password',
      check: 'whenever it starts, the bot checks that everything is in place',
      'find-access': 'not recorded, by design: what somebody has is for them to read',
    },
    status: {
      RUNNING: 'Running',
      SUCCEEDED: 'Succeeded',
      FAILED: 'Failed',
      TIMED_OUT: 'Timed out',
      ABORTED: 'Stopped',
      // Of an answer that was no; and what requests came to.
      refused: 'Refused',
      boarded: 'Succeeded',
      'in-part': 'Succeeded in part',
      denied: 'Denied',
      withdrawn: 'Withdrawn',
      expired: 'Expired',
      nobody: 'Nobody to onboard',
      unsuccessful: 'Unsuccessful',
    },
    accounts: (count: number) => `${count} accounts`,
    groupsAlone: 'a group, no account',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    askedBy: 'asked by',
    times: (count: number) => `× ${count}`,
    started: 'Started',
    duration: 'Duration',
    startedByIt: 'Started by it',
    now: 'Now',
    error: 'Error',
    cause: 'Cause',
    statesOf: (machine: string) => `States of ${machine}`,
    start: 'Start',
    end: 'End',
    marks: {
      ahead: 'not reached',
      current: 'in progress',
      done: 'done',
      handled: 'failed, and was handled',
      failed: 'failed',
      stopped: 'stopped here',
    },
    side: 'off the usual path',
    count: (exited: number, entered: number) => `${exited} of ${entered}`,
    errors: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    ends: {
      RUNNING: '',
      SUCCEEDED: 'It ran to its end.',
      FAILED: 'It failed.',
      TIMED_OUT: 'It took too long.',
      ABORTED: 'It was stopped.',
    },
    endsWith: (outcome: string) => `It ran to its end. Outcome: ${outcome}.`,
  },

  accounts: {
    search: 'Search accounts',
    placeholder: 'Name, id, alias, unit or user',
    shown: (shown: string, matching: string, total: string | false) => {
      if (total)
        return shown === matching ? `${matching} of ${total} accounts` : `${shown} of ${matching} found among ${total}`;
      return shown === matching ? `${matching} accounts` : `${shown} of ${matching} accounts`;
    },
    none: (text: string) => `No account matches “${isolated(text)}”.`,
    management: 'management',
    suspended: 'suspended',
    groups: 'Groups',
    noGroups: 'none',
    passwordPolicy: 'Passwords',
    users: 'Users',
    userCount: (count: number) => (count === 0 ? 'no users' : count === 1 ? '1 user' : `${count} users`),
    newCount: (count: number) => `${count} new`,
    moreUsers: (count: number) => `and ${count} more`,
    signInHere: 'Sign in here',
    signInAsUser: 'Sign in as this user',
  },

  users: {
    isNew: 'new',
    path: 'Path',
    created: 'Created',
    groups: 'Groups',
    policies: 'Policies',
    boundary: 'Boundary',
    none: 'none',
    logins: {
      none: 'no password yet',
      temporary: 'temporary password, must be changed',
      own: 'own password',
    },
    lastUsed: 'Last sign-in',
    neverUsed: 'never',
    mfa: 'MFA',
    mfaNone: 'none',
    mfaDevice: (names: string) => `virtual device ${names}`,
    mfaUsed: (moment: string) => `, last used ${moment}`,
    askedBy: 'Asked for by',
    approvedBy: 'Approved by',
    request: 'Request',
    claim: 'May fetch password',
    claimByMail: 'by e-mail',
    claims: {
      open: (until: string) => (until ? `until ${until}` : 'at any time'),
      over: (until: string) => `nobody: the time ended ${until}`,
      used: (_until: string) => 'nobody: has signed in',
      closed: (_until: string) => 'nobody: closed',
    },
  },

  policy: {
    length: (count: number) => `at least ${count} characters`,
    demands: {
      RequireUppercaseCharacters: 'an uppercase letter',
      RequireLowercaseCharacters: 'a lowercase letter',
      RequireNumbers: 'a number',
      RequireSymbols: 'a symbol',
    },
    usual: [
      'at least 8 characters',
      'three of: uppercase letters, lowercase letters, numbers, symbols',
      'not the name or e-mail address of the account',
    ],
  },

  signIn: {
    title: 'IAM user sign in',
    intro: 'As at the AWS console, with what a new user got in Slack or by e-mail.',
    account: 'Account ID or account alias',
    userName: 'IAM user name',
    password: 'Password',
    show: 'Show password',
    submit: 'Sign in',
    busy: 'One moment…',
    changeTitle: 'You must change your password to continue',
    newPassword: 'New password',
    confirm: 'Retype new password',
    differ: 'The two do not match.',
    policyHeading: 'In this account a password needs',
    notTheSame: 'not the temporary password again',
    change: 'Confirm password change',
    back: 'Back to sign in',
    /** The console's own words. */
    refusals: {
      incorrect: 'Your authentication information is incorrect. Please try again.',
      'incorrect-code': 'Your authentication information is incorrect. Please try again.',
      'not-changed':
        'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
      offline: 'The sandbox does not answer. Is it still running?',
    },
    accountFact: 'AWS account',
  },
};

export type AwsWords = typeof en;
