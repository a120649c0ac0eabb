import { isolated } from '../../isolated.ts';

/** A kind of access of each way, as the sandbox's policy calls it. */
const kinds = { 'iam-user': 'Developer', 'identity-center': 'Cloud developer' };

export const en = {
  sandbox: 'sandbox',
  skip: 'Skip to the conversation',
  language: 'Language of this page',
  loading: 'Loading the sandbox…',
  reconnecting: 'Reconnecting…',
  anotherWorld: 'The sandbox was restarted: everything starts from the beginning.',
  dismiss: 'Dismiss',
  close: 'Close',

  parts: 'Parts of the page',
  panes: { people: 'People', slack: 'Slack', aws: 'AWS' },
  news: (count: number) => `${count} new`,
  unread: 'unread',

  peopleAndConversations: 'People and conversations',
  youAre: 'You are',
  beSomebodyElse: 'Become somebody else',
  findPerson: 'Find a person',
  morePeople: (count: number) => `And ${count} more: search for a name`,
  noPerson: 'Nobody has that name.',
  approver: 'Approver',
  kinds: {
    member: 'Member',
    guest: 'Guest',
    stranger: 'External',
    bot: 'Bot',
    deactivated: 'Deactivated',
  },
  whoCannotAct: (count: number) => (count === 1 ? '1 more who cannot act' : `${count} more who cannot act`),
  whyNot: {
    member: '',
    guest: '',
    stranger: '',
    bot: 'is a bot: programs act for it',
    deactivated: 'was deactivated and cannot sign in to Slack',
  },

  channels: 'Channels',
  directMessages: 'Direct messages',
  byMail: 'E-mail',
  mailbox: 'E-mails sent',
  isPrivate: 'Private channel',

  noSlack:
    'Slack is real here: the bot works in the workspace that your environment names. Only the local AWS is shown.',

  time: {
    button: 'Time',
    shown: (moment: string) => `Time: ${moment}`,
    heading: 'Time in the sandbox',
    now: (moment: string) => `It is ${moment} here.`,
    ahead: (duration: string) => `That is ${duration} ahead of this computer.`,
    what: 'Move the clock forward, and everything that falls due happens in order: reminders, deadlines, the ends of sessions. The clock cannot go back; restart the sandbox to return to the present.',
    by: { '1h': '+1 hour', '1d': '+1 day', '1w': '+1 week' },
    moving: 'Moving the clock forward…',
    moved: (moment: string) => `It is now ${moment}.`,
    notAtRest: 'Something is still in progress. Wait until it has finished, then try again.',
    offline: 'The sandbox did not answer. Is it still running?',
  },

  howThisWorks: 'How this works',
  about: {
    real: 'What is real',
    realThings: [
      'The bot: the same program that runs in production, as a process of its own.',
      'The state machines: the definitions that are deployed, with their waits, retries and undo steps.',
      'What goes over the wire: Slack’s Web API and Socket Mode, the protocols of the AWS SDKs.',
    ],
    local: 'What is local',
    localThings: [
      'Slack, AWS and e-mail are in memory on this machine; they check what the real ones check. Nothing leaves it.',
      'The people and accounts of Kumoworks are made up. Slack takes you for the person whom you choose on the left.',
      'Retries wait a tenth of a second instead of minutes. After a restart everything begins again.',
    ],
  },

  hint: {
    label: 'What to do next',
    ask: (who: string) => `Ask for access: as ${isolated(who)} in #general, type /onboard and press Enter.`,
    /** No way where no account is asked for. */
    fill: (way: 'iam-user' | 'identity-center' | undefined) =>
      way === undefined
        ? 'This kind of access asks for no account. Fill in the rest: for Omar Haddad, for example, and a reason. Then send it.'
        : `Fill in the form: for example ${kinds[way]}, the account payments-dev, for Omar Haddad, and a reason. Then send it.`,
    inspect: 'AWS Step Functions is looking at what is there: watch it among the executions.',
    approve: (who: string) => `The request is waiting for a decision: as ${isolated(who)}, approve it in the channel.`,
    wait: 'AWS Step Functions is giving access: watch it among the executions.',
    fetch: (who: string, count: number) =>
      count === 1
        ? `The user was created. As ${isolated(who)}, fetch the password: press the button in the direct message.`
        : `The users were created. As ${isolated(who)}, fetch a password: press one of the buttons in the direct message.`,
    'fetch-next': (who: string, after: string, account: string) =>
      `That was ${isolated(after)}. ${isolated(who)} has a user in ${isolated(account)}, too: press its button in the direct message.`,
    copy: (user: string, account: string) =>
      `Copy the password, close this, and sign in to ${isolated(account)} as ${isolated(user)}.`,
    'sign-in': (user: string, account: string) =>
      `Sign in to ${isolated(account)} as ${isolated(user)}. No password copied? Press the button again for a new one.`,
    'own-password': 'Now choose a password of your own.',
    'assign-mfa':
      'You are signed in, but nothing opens without MFA yet. In the console, go to Security credentials and assign an MFA device.',
    'sign-in-again': (user: string, account: string) =>
      `Sign out, and sign in to ${isolated(account)} as ${isolated(user)} again: this time with a code.`,
    'read-mail': (user: string, account: string) =>
      `The password came by e-mail: sign in to ${isolated(account)} as ${isolated(user)}.`,
    'to-portal': (who: string | undefined, user: string) =>
      who === undefined
        ? `Access was given. Open the AWS access portal by the address in the e-mail, and type the user name ${isolated(user)}.`
        : `Access was given. As ${isolated(who)}, open the AWS access portal by the address in the direct message, and type the user name ${isolated(user)}.`,
    'mailed-code': (email: string) =>
      `AWS mailed a code to ${isolated(email)}: it is among the e-mails sent. Type it at the portal, and choose a password.`,
    'portal-mfa': 'At the portal everybody needs MFA: type the code that the authenticator shows.',
    'open-account': 'You are signed in. Now open one of the accounts.',
    'ask-next': (who: string, way: 'iam-user' | 'identity-center') =>
      way === 'identity-center'
        ? `That was the whole job, with IAM users. The other way in is the AWS access portal: as ${isolated(who)}, type /onboard again, and choose ${kinds[way]}.`
        : `That was the whole job, at the AWS access portal. The other way in is an IAM user in each account: as ${isolated(who)}, type /onboard again, and choose ${kinds[way]}.`,
    done: 'That was the whole job: asked, approved, given, told, signed in with MFA, as an IAM user and at the AWS access portal.',
    goThere: 'Take me there',
    toPassword: 'To the password',
    toSignIn: 'To the sign-in',
    dismiss: 'No more hints',
    showAgain: 'Show the hints again',
    close: 'Close',
  },
};

export type ShellWords = typeof en;
