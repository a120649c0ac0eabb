/** The page's English words in and about the console, after its door; where they name a thing of AWS, the console's own. */
export const en = {
  title: 'AWS console',
  pages: { home: 'Home', s3: 'S3 buckets', security: 'Security credentials' },
  signOut: 'Sign out',

  home: {
    title: 'Signed in',
    mfa: 'MFA',
    with: 'used to sign in',
    without: 'not used to sign in',
    limited:
      'Until you sign in with MFA, your permissions boundary refuses everything except setting it up: try S3 buckets. Then assign an MFA device under Security credentials.',
    signInAgain:
      'Your MFA device is assigned, but this session is from before. Sign out, and sign in again with a code.',
    done: 'That is the whole way: asked for, approved, created, signed in with MFA.',
  },

  buckets: { title: 'Amazon S3: buckets' },

  security: {
    title: 'My security credentials',
    devices: 'Multi-factor authentication (MFA)',
    none: 'No MFA devices.',
    assign: 'Assign MFA device',
    assigned: 'The device is assigned. It counts from your next sign-in: sign out, and sign in again with a code.',
    signInAgain: 'Sign out and sign in again',
  },

  assign: {
    title: 'Assign MFA device',
    name: 'Device name',
    nameHint: 'Letters, digits and + = , . @ - _. No device in the account may have it already.',
    next: 'Next',
    setUp: 'Set up device',
    showKey: 'Show secret key',
    keyHint: 'The authenticator of this page has the key already. Your own would take it, too.',
    code1: 'MFA code 1',
    code2: 'MFA code 2',
    add: 'Add MFA',
    back: 'Cancel',
  },

  mfaForm: {
    title: 'Multi-factor authentication',
    intro: 'Enter the code from your MFA device. Each code works once.',
    code: 'MFA code',
    submit: 'Submit',
  },

  telephone: {
    title: 'Authenticator',
    code: 'Code',
    left: (seconds: number) => `New code in ${seconds} s`,
    used: (seconds: number) => `The last code was used. The next one comes in ${seconds} s.`,
    two: 'A real authenticator shows one code every 30 seconds. This one kept the last two, so that you need not wait.',
    elsewhere: 'There is no key for this user in this tab: use the authenticator where the device was assigned.',
  },

  /** The console's own words. */
  refusals: {
    InvalidAuthenticationCode: 'Authentication code for device is not valid.',
    EntityAlreadyExists: 'MFADevice entity at the same path and name already exists.',
    ValidationError:
      'The specified value for virtualMFADeviceName is invalid. It must contain only alphanumeric characters and +=,.@-_',
    LimitExceeded: 'Cannot exceed quota for MFADevicesPerUser: 8',
    'signed-out': 'Your session has expired. Please sign in again.',
    offline: 'The sandbox does not answer. Is it still running?',
  },
};

export type ConsoleWords = typeof en;
