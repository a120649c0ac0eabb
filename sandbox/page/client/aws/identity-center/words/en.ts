/** The page's English words about IAM Identity Center. */
export const en = {
  intro: 'IAM Identity Center: people sign in once, at one address, to all accounts that they were given.',
  portal: 'AWS access portal',
  toPortal: 'Sign in to the portal',

  directory: {
    title: 'Company directory',
    intro:
      'People are added here, and AWS gets them at the next synchronization: until then, AWS does not know a new colleague.',
    waiting: 'not synchronized yet',
    synchronize: 'Synchronize now',
    arrived: (who: string) => `New in AWS: ${who}.`,
    nobodyArrived: 'Nobody was waiting.',
    refused: (who: string) =>
      `AWS refused ${who}: it already has a user with this name or address, who was created by hand.`,
    offline: 'The sandbox does not answer. Is it still running?',
  },

  users: 'Users',
  none: 'none',
  isNew: 'new',
  disabled: 'disabled',
  fromDirectory: 'from the company directory',
  groupFromDirectory: 'from the company directory',
  logins: { none: 'no password yet', temporary: 'one-time password', own: 'own password' },
  userName: 'User name',
  email: 'E-mail',
  groups: 'Groups',
  created: 'Created',
  mfa: 'MFA',
  withMfa: 'registered',
  lastSignIn: 'Last sign-in',
  never: 'never',
  signInAs: 'Sign in as this user',

  members: 'Members',

  assignments: 'Account assignments',
  noAssignments: 'Nobody has been given anything yet.',
  group: 'group',
  statuses: { HELD: 'assigned', ASSIGNING: 'being assigned', REMOVING: 'being removed', FAILED: 'failed' },
  noReason: 'AWS gave no reason.',
};

export type CenterWords = typeof en;
