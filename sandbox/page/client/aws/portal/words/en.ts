import { isolated } from '../../../isolated.ts';

/** The page's English words in and about the AWS access portal. */
export const en = {
  doors: { label: 'Ways in', iam: 'IAM user', portal: 'AWS access portal' },

  title: 'AWS access portal',
  intro:
    'As at the address that a new user got in Slack or by e-mail. Type the user name first: only then does AWS e-mail a code.',
  introOfCompany:
    'As at the address that a new user got in Slack or by e-mail. People come from a company directory: the portal sends them to the sign-in of their company.',
  userName: 'User name',
  next: 'Next',
  back: 'Another user',

  steps: {
    codeSent: { title: 'Verify your identity', submit: 'Verify' },
    passwordRequired: { title: 'Enter your password', submit: 'Sign in' },
    newPasswordRequired: { title: 'Choose a password', submit: 'Set new password' },
    mfaSetupRequired: { title: 'Register an authenticator', submit: 'Assign MFA' },
    mfaRequired: { title: 'Additional verification required', submit: 'Sign in' },
    companySignInRequired: { title: 'Sign in to your company', submit: 'Sign in with the company account' },
  },
  codeSent: (who: string) =>
    `A code was sent to the address that Identity Center has for ${isolated(who)}. Here it is among the e-mails sent.`,
  code: 'Verification code',
  password: 'Password',
  newPassword: 'New password',
  confirm: 'Retype new password',
  passwordRules: '8 to 64 characters: uppercase and lowercase letters, numbers and other characters.',
  mfaSetup:
    'Everybody needs MFA here. The authenticator of this page has the key already; your own would take it, too.',
  companySignIn: 'This is the company’s own page, with its own password and second factor. Here the button is enough.',
  showKey: 'Show secret key',
  mfaCode: 'Authenticator code',

  accounts: {
    title: 'Accounts',
    none: 'You have no accounts yet. An account appears once its assignment has succeeded.',
    open: (permissionSet: string, account: string) => `${permissionSet}: open ${isolated(account)}`,
    signOut: 'Sign out',
    notYours: (account: string) => `You do not have this access to ${isolated(account)}, or not yet.`,
  },

  request: {
    title: 'Authorization requested',
    signInFirst: 'A terminal is asking for access. Sign in first, then you can decide.',
    signedInAs: 'Signed in as',
    client: 'Asked by',
    code: 'Code that your terminal shows',
    onlyIf: {
      code: 'Only confirm if this is the code that your own terminal shows.',
      link: 'Only allow this if your own terminal opened this page: you have just run “aws sso login” there yourself.',
    },
    means: 'That terminal can then do everything that you can do, in all of your accounts, until your sign-in ends.',
    confirm: 'Confirm and continue',
    allow: 'Allow access',
    deny: 'Deny',
    decided: {
      allow: 'Done. You can go back to your terminal.',
      deny: 'Denied. The terminal gets no access.',
    },
    toAccounts: 'Back to your accounts',
  },

  terminal: {
    title: 'Use your own AWS CLI',
    intro: 'This portal works with AWS CLI 2. Open bash or zsh in a terminal on this computer.',
    setUp: 'Point this shell at the sandbox instead of AWS. Your own settings stay as they are.',
    paste:
      'Add what “Set up the AWS CLI” in your Slack message, or your e-mail, gives you: run this, paste, then press Enter and Ctrl-D.',
    signIn: 'Sign in, and try it.',
  },

  console: {
    title: 'AWS console',
    account: 'AWS account',
    identity: 'Signed in as',
    back: 'Back to the portal',
    services: { s3: 'S3 buckets', ec2: 'EC2 instances', iam: 'IAM users' },
  },

  refusals: {
    incorrect: 'Your sign-in information is incorrect. Please try again.',
    'incorrect-code': 'The code is incorrect. Please try again.',
    'not-accepted':
      'This password is not accepted. It needs 8 to 64 characters of all four kinds, and must be a new one.',
    'contact-administrator': 'You cannot sign in here. Contact your administrator.',
    'company-account': 'Your company does not know this account: only people in its directory can sign in.',
    ForbiddenException: 'No access',
    'unknown-code': 'There is no such request, or it has expired. Run the command again.',
    'signed-out': 'Your session has expired. Please sign in again.',
    offline: 'The sandbox does not answer. Is it still running?',
  },
};

export type PortalWords = typeof en;
