/** How a place shows a word of code: with back-ticks in Slack, as it is in a mail. */
export type Code = (text: string) => string;

/** For a terminal of one's own. */
export const cli = {
  title: 'Set up the AWS CLI',
  close: 'Close',
  button: 'Set up the AWS CLI',
  everything: 'Everything you have now',
  asCommands: 'As commands',

  headings: {
    file: 'Configuration',
    commands: 'First commands',
    questions: 'Or answer questions',
    noBrowser: 'Without a browser',
  },
  sentences: (sentences: string[]) => sentences.join(' '),
  intro: (code: Code) =>
    `With this you can use your accounts in your own terminal. You need AWS CLI 2.9 or later: ${code('aws --version')} shows yours.`,
  first: (code: Code) =>
    `Put this into the file ${code('~/.aws/config')} (on Windows ${code('%USERPROFILE%\\.aws\\config')}), below what is already in it. If there is no such file, create it.`,
  later: (code: Code) =>
    `Put this below what is in your file ${code('~/.aws/config')} (on Windows ${code('%USERPROFILE%\\.aws\\config')}).`,
  sessionStays: (session: string, code: Code) =>
    `Your ${code(`[sso-session ${session}]`)} stays as it is. You have none? Take *Everything you have now* instead.`,
  sessionToo: (session: string, code: Code) =>
    `Only if there is no ${code(`[sso-session ${session}]`)} in it yet, put this there, too:`,
  whole: (session: string, code: Code) =>
    `This is everything you have now, and it replaces your earlier configuration. In your file ${code('~/.aws/config')} (on Windows ${code('%USERPROFILE%\\.aws\\config')}), first delete ${code(`[sso-session ${session}]`)} and every ${code('[profile …]')} that says ${code(`sso_session = ${session}`)}, if they are there; then put this in. A section that is there twice breaks every ${code('aws')} command.`,
  missing: (count: number | undefined, code: Code) =>
    `${count === undefined ? 'You have more than is shown here' : count === 1 ? 'One more profile is not shown here' : `${count} more profiles are not shown here`}: ${code('aws configure sso')} lists all that you have.`,
  pending: (count: number) =>
    count === 1
      ? 'AWS is still preparing one account, which appears in the portal by itself.'
      : `AWS is still preparing ${count} accounts, which appear in the portal by themselves.`,
  groups: 'The accounts that your groups open are not in it.',
  laterEverything: 'Take *Everything you have now* to get them, too.',

  tryIt: (code: Code) =>
    `${code('aws sso login')} opens your browser, which asks you to allow access: allow only what you have just started in your own terminal.`,
  tried: (code: Code) =>
    `If the last command answers ${code('AccessDenied')}, you are signed in, and your permission set does not allow that command: try one that you need.`,
  answers: (code: Code) => `Run ${code('aws configure sso')}. It makes one profile at a time:`,
  answersForMore: (code: Code) =>
    `For accounts that are not in it, run ${code('aws configure sso')}. It makes one profile at a time:`,
  answer: (question: string, answer: string) => `${question} → ${answer}`,
  steps: {
    enter: 'press Enter',
    confirm: 'Your browser opens: sign in, and allow access.',
    account: (one: string | undefined) => `If there are several accounts, choose ${one ?? 'one'}.`,
    role: (one: string | undefined) => `If there are several permission sets, choose ${one ?? 'one'}.`,
  },
  questions: (session: string, code: Code) =>
    `In newer versions the last questions are worded a little differently. If ${code(`[sso-session ${session}]`)} is already in your file, questions 2 to 4 are skipped.`,
  noBrowser: (code: Code) =>
    `Add ${code('--use-device-code')} to ${code('aws sso login')}, or before version 2.22 ${code('--no-browser')}. It shows an address to open elsewhere, and a code. Enter only a code that your own terminal shows.`,
  dualStack: (code: Code) =>
    `With such a code, this portal also needs ${code('AWS_USE_DUALSTACK_ENDPOINT=true')} in the environment.`,

  commands: {
    intro: 'Run these in your terminal. You can run them again: nothing is written twice.',
    session: (code: Code) => `The session, with AWS CLI 2.34.22 or later (${code('aws --version')}):`,
    sessionBefore: (answers: string, code: Code) =>
      `With an older version run ${code('aws configure sso-session')} instead, and answer ${answers} and Enter.`,
    profiles: 'The profiles:',
  },

  loading: 'Asking AWS what you have…',
  nothing:
    'I cannot find any access of yours here. It has to be in IAM Identity Center under the e-mail address that Slack has for you: your platform team can look it up.',
  none: 'You have no account at the portal at the moment. If AWS is still preparing one, try again in a few minutes.',
  onlyPending: (count: number) =>
    count === 1
      ? 'There is nothing to set up yet: AWS is still preparing your account. Try again in a few minutes.'
      : `There is nothing to set up yet: AWS is still preparing your ${count} accounts. Try again in a few minutes.`,
  unusable:
    'The AWS CLI cannot use this portal: its address, Region or session name is not as it should be. Your platform team can correct it in the policy file.',
  failed: 'AWS did not tell me what you have. Close this, and try again in a moment.',

  console: {
    can: (code: Code) =>
      `*What you can do in a terminal*\nWith AWS CLI 2.32 or later, ${code('aws login')} opens the sign-in of the console in your browser and gives your terminal credentials that end after 12 hours at the latest. Sign in as you do in the console, with MFA. You can then do what you can do in the console.`,
    notes: (code: Code) =>
      `For several accounts, name each: ${code('aws login --profile NAME')}. No browser there? ${code('aws login --remote')}.\nIf AWS refuses it, your access lacks AWS’s policy ${code('SignInLocalDevelopmentAccess')}: ask your platform team for it.`,
    cannot:
      '*What you cannot do*\nThere are no access keys, and you cannot create any: a key works without MFA, for anybody who has it, until somebody deletes it.',
  },
};
