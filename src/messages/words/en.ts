import type { SetAsideReason } from '../../contract/people.ts';
import type { FormProblem } from '../../onboarding/form-problem.ts';
import type { Refusal } from '../../onboarding/may-decide.ts';
import type { PortalSignIn } from '../../onboarding/sign-in.ts';
import { cli } from './cli/en.ts';
import { command } from './command.ts';
import { trouble } from './trouble/en.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const accounts = (count: number) => (count === 1 ? '1 account' : `${count} accounts`);
const has = (count: number) => (count === 1 ? 'has' : 'have');
const are = (count: number) => (count === 1 ? 'is' : 'are');

const setAside = {
  'unknown-in-slack': 'not found in Slack',
  deactivated: 'deactivated in Slack',
  bot: 'a bot',
  guest: 'a guest; this kind of access is for full members',
  'other-workspace': 'from another workspace',
  'no-email': 'has no confirmed e-mail address in Slack to make a user name from',
  'email-domain': 'not in Slack, and this kind of access does not allow addresses of this domain',
  'user-name-invalid': 'their address is not a valid user name; type “user-name e-mail” instead of picking them',
  'user-name-taken': 'somebody else in this request would get the same user name; type “user-name e-mail” instead',
  'named-twice': 'named twice; onboarded once',
} satisfies Record<SetAsideReason, string>;

/**
 * Every word that a person reads, in English. Arguments are ready for the place where the sentence stands: mrkdwn in
 * messages, plain text in modals' fields and mails.
 */
export const en = {
  /** By its two letters. */
  language: 'en' as string,

  form: {
    title: 'AWS access',
    submit: 'Send request',
    cancel: 'Cancel',
    profile: 'Kind of access',
    profilePlaceholder: 'Choose one',
    accounts: 'AWS accounts',
    accountsHint: 'Up to 10 accounts.',
    accountsPlaceholder: 'Type a name, an id or an OU',
    whoHint: '*Who needs access?* Name at least one person in one of the next two fields, or in both.',
    people: 'People in Slack',
    peoplePlaceholder: 'Choose people',
    others: 'People who are not in Slack',
    othersHint: 'One per line: an e-mail address, with a user name or a full name before it if you like.',
    othersPlaceholder: 'sam@partner.example\nsam.lee  sam.lee@partner.example\nSam Lee <sam@partner.example>',
    reason: 'Reason',
    reasonPlaceholder: 'For example: joins the payments team',
    accountsLoading: {
      text: 'Still loading the accounts: type again in a few seconds',
      whatToDo: 'Large organizations take a minute or two',
    },
    accountsNotLoaded: {
      text: 'The accounts could not be loaded',
      whatToDo: 'Try again in a minute. If that does not help, tell your platform team',
    },
    noAccounts: {
      text: 'There are no accounts to choose from',
      whatToDo: 'Choose another kind of access, or ask your platform team',
    },
    accountsMore: (shown: number, more: number) => `The best ${shown}; ${more} more, type to narrow down`,
    allProblems: (sentences: string[]) => sentences.join(' '),
    moreProblems: (count: number) => `…and ${count} more.`,
    sentBefore:
      'This request has already been sent, without your last changes. Close the form: I will tell you how it goes, and you can send another request for the rest.',
    stillFollowing:
      'The form was still being updated for this kind of access. Fill in what it shows now, then send it again.',
    notSent: 'Not sent: AWS or Slack did not answer. Nothing is lost: press Send request again.',
    mayNotRequest: (why: 'guest' | 'stranger' | 'no-email' | 'no-profile'): string =>
      ({
        guest: 'Guests cannot ask for AWS access. Please ask a full member of this workspace to do it.',
        stranger: 'Only members of this workspace can ask for AWS access.',
        'no-email':
          'Slack shows me no confirmed e-mail address for you. Confirm yours in Slack under Account settings, then type the command again.',
        'no-profile':
          'You may not ask for any kind of AWS access. Your platform team can add you to the requesters in the policy file.',
      })[why],
  },

  help: {
    get steps() {
      return [
        '*AWS access for new people*',
        `1. Type \`${command()}\`, choose up to 10 accounts and up to 50 people, and say why.`,
        '2. An approver says yes or no. It can be neither you nor anybody in the request.',
        '3. Access is given. People who have it already keep it as it is.',
        '4. Each person gets a message that says where and how to sign in. People outside Slack get an e-mail.',
      ].join('\n');
    },
    given: '*Access that you were given recently*',
    open: '*Requests for you that nobody has decided yet*',
    access: (profile: string, accounts: string, requester: string, approver: string | undefined, at: string) =>
      `${profile} in ${accounts}: asked for by ${requester}, ${at}${approver === undefined ? '' : `, approved by ${approver}`}`,
    accessFooter: (requests: number) =>
      `I looked at the newest ${requests} requests. If a message tells you about any other access, ask your platform team before you sign in.`,
    noAccess: (requests: number) =>
      `*You were not given any access recently*: none of the newest ${requests} requests is about you. If a message says otherwise, ask your platform team before you sign in.`,
    mayAskFor: '*You may ask for*',
    more: (count: number) => `…and ${count} more`,
    footer:
      'I will tell you about every step. Until a request is decided, you can withdraw it in my message to you. I never ask for a password.',
  },

  formProblem: (problem: FormProblem): string => {
    switch (problem.kind) {
      case 'missing':
        return 'Please fill this in.';
      case 'accounts-loading':
        return 'The accounts were still loading. Choose them again; large organizations take a minute or two.';
      case 'accounts-not-loaded':
        return 'AWS did not list the accounts. Send this again in a minute; if that does not help, tell your platform team.';
      case 'no-accounts':
        return 'This kind of access is not offered in any account. Choose another kind, or ask your platform team.';
      case 'accounts-gone':
        return `No longer active in the organization: ${problem.accounts.join(', ')}. Choose another account.`;
      case 'profile-gone':
        return 'This kind of access is no longer offered to you. Choose another one.';
      case 'may-not-request':
        return 'You may not ask for any kind of access. Your platform team can change that.';
      case 'not-offered':
        return `${problem.profile} is not offered in ${problem.accounts.join(', ')}. Choose another account or another kind of access.`;
      case 'nobody':
        return 'Name at least one person, here or below.';
      case 'too-many-people':
        return `${problem.count} people are too many: a request takes up to 50. Split it into several.`;
      case 'too-many-accounts':
        return `${problem.count} accounts are too many: a request takes up to 10.`;
      case 'too-many-pairs':
        return `${people(problem.people)} in ${accounts(problem.across)} are too many: that makes ${problem.inAll} in all, and a request takes up to 250. Split it into several.`;
      case 'too-long':
        return `${problem.count} characters are too many: at most 500.`;
      case 'too-many-lines':
        return `${problem.count} lines are too many: at most 15.`;
      case 'not-an-email':
        return `“${problem.text}” is not an e-mail address.`;
      case 'not-a-user-name':
        return problem.rule === 'letters-and-digits'
          ? `“${problem.text}” cannot be a user name: use up to 64 letters, digits and + = , . @ _ -`
          : `“${problem.text}” cannot be a user name: use up to 128 characters without spaces, and not “Administrator”.`;
      case 'makes-no-user-name': {
        const rule =
          problem.rule === 'letters-and-digits' ? 'up to 64 letters, digits and + = , . @ _ -' : 'up to 128 characters';
        return `“${problem.text}” cannot be made into a user name (${rule}). Type one before it${problem.instead === undefined ? '' : `, such as “${problem.instead}”`}.`;
      }
      case 'cannot-be-onboarded':
        return `Please remove ${problem.people.map(({ who, reason }) => `${who} (${setAside[reason]})`).join(', ')}.`;
      case 'name-too-long':
        return `“${problem.text}” is too long for a name: use up to 128 characters.`;
      case 'too-many-words':
        return `“${problem.text}” has too many parts: write a user name and an e-mail address, or Sam Lee <sam@partner.example>.`;
      case 'two-addresses':
        return `“${problem.text}” has several addresses: write one person per line.`;
      case 'email-twice':
        return `${problem.text} is used twice.`;
      case 'user-name-twice':
        return `The user name ${problem.text} is used twice.`;
      case 'email-domain':
        return problem.allowed.length === 0
          ? `Nobody in Slack has the address ${problem.text}, and ${problem.profile} is for people in Slack only.`
          : `Nobody in Slack has the address ${problem.text}. Outside Slack, ${problem.profile} is for addresses of ${problem.allowed.join(', ')} only.`;
    }
  },

  request: {
    heading: (requester: string, count: number, account: string) =>
      `${requester} asks for AWS access for *${people(count)}* in ${account}`,
    profile: (name: string, description: string) => `*Access* ${name}: ${description}`,
    grants: {
      groups: (groups: string) => `*Groups* ${groups}`,
      policies: (policies: string) => `*Policies* ${policies}`,
      opens: (group: string, accounts: string, more: number | 'many') =>
        `*Accounts that ${group} opens* ${accounts}${more === 'many' || more > 0 ? ` and ${more} more` : ''}`,
      permissionSet: (name: string, parts: string) => `*Permission set* ${name}${parts === '' ? '' : `: ${parts}`}`,
      customerManaged: (policies: string) => `customer managed policies ${policies}`,
      inline: 'an inline policy',
      boundary: 'a permissions boundary',
      session: (hours: number) => (hours === 1 ? 'sessions of 1 hour' : `sessions of ${hours} hours`),
      administers:
        ':rotating_light: *It gives administrator rights.* People who have it can do anything in these accounts.',
    },
    severalAccounts: (count: number) => accounts(count),
    noAccount: 'IAM Identity Center',
    groups: 'the groups',
    as: (account: string, permissionSet: string) => `${account} as ${permissionSet}`,
    joined: (labels: string[]) => labels.join(', '),
    accounts: (labels: string) => `*Accounts* ${labels}`,
    reason: '*Reason*',
    people: '*People*',
    users: '*Users to create*, and how each is told',
    usersWithMore: '*Existing users who get more*, and how each is told',
    names: (given: string, family: string) => `given name ${given}, family name ${family}`,
    hasAndGets: (has: string, gets: string) => `has ${has}; gets ${gets}`,
    otherMail: (email: string) =>
      `AWS has another address for this user name: ${email}. Check that this is the same person.`,
    outsideDirectory:
      'not from your company directory, unlike other users: they may be unable to sign in. Have your AWS administrators check.',
    having: '*Already have all of it*',
    via: (via: 'slack' | 'mail'): string => (via === 'slack' ? '(DM)' : '(e-mail)'),
    andMore: (count: number) => `…and ${count} more`,
    setAside: '*Not included*',
    managementAccount:
      ':rotating_light: *This is the management account of the organization.* People who get in here can reach every other account.',
    unreachable: (why: string) => `:warning: *As things stand, it cannot be given.* ${why}`,
    missingGroups: (groups: string) => `:warning: *Missing:* group ${groups}. Nobody can be added until it exists.`,
    missingGroupsBefore: (groups: string) =>
      `:warning: *Missing:* group ${groups}. Have your AWS administrators create it, then ask again.`,
    closedAccount: (account: string, why: string) => `:warning: ${account}: ${why}`,
    missingGroupsIn: (account: string, groups: string) =>
      `:warning: *Missing in* ${account}: group ${groups}. Nobody can be added there until it exists.`,
    directoryGroups: (groups: string) =>
      `:warning: *Managed in your company directory:* group ${groups}. Have these people added there; boarding-pass cannot do it.`,
    existsIn: (accounts: string) => `not in ${accounts}: a user with this name already exists there`,
    nobodyNew: ':warning: *There is nothing to give:* an approval would change nothing.',
    existing: ':warning: *Already exist, and will be left untouched*',
    approvers: (approvers: string, until: string) =>
      `${approvers}: please decide by ${until}. The requester and the people in the request cannot decide on it.`,
    nobodyToMention: 'Approvers',
    approve: 'Approve',
    deny: 'Deny',
    confirm: {
      management: {
        title: 'Management account',
        text: 'This gives people access to the management account of the whole organization. Approve it?',
      },
      administers: {
        title: 'Administrator rights',
        text: 'This gives people administrator rights: they can do anything in these accounts. Approve it?',
      },
    },
    confirmYes: 'Approve',
    confirmNo: 'Go back',
    approved: (approver: string) => `:hourglass_flowing_sand: Approved by ${approver}. Access is being given.`,
    progress: (done: number, all: number) => `${done} of ${people(all)}`,
    batch: (first: number, last: number, all: number) => `*${first} to ${last} of ${people(all)}*`,
    allInThread: 'The thread says what became of each person.',
    othersInThread: 'The others are in the thread.',
    reminder: (approvers: string, requester: string, count: number, account: string, until: string) =>
      `:bell: ${approvers}: ${requester}’s request for ${people(count)} in ${account} is still waiting for a decision. It expires ${until}.`,
    requesterLeft: (requester: string) =>
      `:warning: *${requester}, who asked for this, is no longer a full member of this workspace.*`,
    askedAgain: (approvers: string, requester: string, until: string) =>
      `:warning: ${approvers}: ${requester}, who asked for this, is no longer a full member of this workspace. Nothing has been given yet: please decide again by ${until}.`,
    /** `had`: how many of them had access already, and so were not told. */
    doneHeading: (approver: string, done: number, all: number, _had: number) => {
      if (done === all) return `:white_check_mark: Approved by ${approver}: ${people(all)} ${has(all)} access.`;
      return done === 0
        ? `:warning: Approved by ${approver}, but nobody is all set yet:`
        : `:warning: Approved by ${approver}: ${done} of ${all} ${are(done)} all set:`;
    },
    denied: (approver: string) => `:no_entry: Denied by ${approver}:`,
    withdrawn: (requester: string) => `:leftwards_arrow_with_hook: Withdrawn by ${requester}. Nothing was given.`,
    expired: ':alarm_clock: Nobody decided in time. The request has ended.',
    nobody: ':grey_question: None of these people can be onboarded. The request has ended.',
    failed: (why: string) => `:x: The request has ended without a result. ${why}`,
    reference: (id: string) => `Reference ${id}`,
    decidedAt: (at: string) => `decided ${at}`,
    overAt: (at: string) => `ended ${at}`,
  },

  setAside,
  /** What there is to say about somebody or something that has just been named. */
  about: (who: string, what: string) => `${who}: ${what}`,

  outcome: {
    told: (via: 'slack' | 'mail'): string => (via === 'slack' ? 'told in Slack' : 'told by e-mail'),
    had: 'already had all of it',
    createdNotTold: (why: string) => `was given access, but was not told: ${why}`,
    createdMaybeTold:
      'was given access, but may not have been told. Ask them. If they have no message, ask again; if their user is new, have your AWS administrators delete it first.',
    notCreated: (why: string) => `no access: ${why}`,
    notCreatedIn: (accounts: string, why: string) => `no access to ${accounts}: ${why}`,
    pending: (accounts: string) => `${accounts}: AWS is still preparing it. It will appear in the portal by itself.`,
    unknownIn: (accounts: string, why: string) => `may have access to ${accounts}, please check in AWS: ${why}`,
    unknown: (why: string) => `may have access, please check in AWS: ${why}`,
  },

  cli,
  trouble,
  troubleDetail: (detail: string) => `(${detail})`,

  requester: {
    sent: (count: number, account: string, until: string) =>
      `:outbox_tray: Your request for *${people(count)}* in ${account} is with the approvers. You will hear from me here. It expires ${until}.`,
    closed: (count: number, account: string) =>
      `:outbox_tray: I sent your request for *${people(count)}* in ${account} to the approvers. See below how it went.`,
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw it?',
    withdrawText: 'The approvers can no longer decide on it, and nothing is given.',
    withdrawYes: 'Withdraw',
    withdrawNo: 'Keep it',
    withdrawn: (count: number, account: string) =>
      `:leftwards_arrow_with_hook: You withdrew your request for *${people(count)}* in ${account}. Nothing was given.`,
    approved: (approver: string, count: number, account: string) =>
      `:thumbsup: ${approver} approved your request. I am giving ${people(count)} access to ${account}.`,
    denied: (approver: string, account: string) =>
      `:no_entry: ${approver} denied your request for ${account}. Talk to them, or ask again with \`${command()}\`. They wrote:`,
    expired: (account: string) =>
      `:alarm_clock: Nobody decided on your request for ${account} in time. Ask again with \`${command()}\`.`,
    nobody: (account: string) =>
      `:grey_question: Nobody in your request for ${account} can be onboarded, so nobody is asked to approve it. See why below, then ask again with \`${command()}\`.`,
    failed: (account: string, why: string) => `:x: Your request for ${account} could not be carried out. ${why}`,
    done: (done: number, all: number, account: string) => {
      if (done === all) return `:white_check_mark: Done: ${people(all)} ${has(all)} access to ${account}.`;
      return done === 0
        ? `:warning: Approved and tried, but nobody is all set in ${account} yet:`
        : `:warning: ${done} of ${all} ${are(done)} all set in ${account}:`;
    },
  },

  welcome: {
    first: (requester: string, approver: string, account: string, count: number) =>
      `${requester} asked for AWS access for you and ${approver} approved it${count === 0 ? '' : `: ${count > 1 ? '' : 'account '}${account}`}.`,
    account: (account: string) => `*Account* ${account}`,
    signIn: (url: string, userName: string) => `*Sign in at* ${url}\n*User name* ${userName}`,
    button: 'Show temporary password',
    buttonFor: (account: string) => `Show the temporary password for ${account}`,
    steps: (until: string, accounts: number) =>
      [
        ...(accounts > 1 ? ['For each account:'] : []),
        `1. Press ${accounts > 1 ? 'its' : 'the'} button by ${until}: it makes your temporary password.`,
        '2. Sign in, and set your own password.',
        '3. Set up MFA: open the menu under your name, choose *Security credentials*, then *Assign MFA device*.',
        '4. Sign out, and sign in again with a code. Until then AWS refuses everything else.',
      ].join('\n'),
    footer: (requester: string) =>
      `I never ask for a password. Not expecting this? Ask ${requester}, or type \`${command()} help\` to see what you were given.`,
    portal: (url: string, userName: string) => `*AWS access portal* ${url}\n*User name* ${userName}`,
    access: '*What you have there*',
    groups: (names: string, count: number) =>
      count === 1
        ? `the group ${names}, with the accounts that it opens`
        : `the groups ${names}, with the accounts that they open`,
    pending: (account: string) => `${account}: AWS is still preparing it. It will appear in the portal by itself.`,
    firstSignIn: {
      'portal-code': (email: string) => [
        `Open the portal and enter your user name. AWS then e-mails a code to ${email}.`,
        'Enter the code, and set your own password.',
        'Set up MFA when AWS asks for it.',
      ],
      'administrator-password': () => [
        'Ask your AWS administrators for your one-time password.',
        'Open the portal, sign in with it, and set your own password.',
        'Set up MFA when AWS asks for it.',
      ],
      'company-account': () => ['Open the portal, and sign in with your company account.'],
      'as-before': () => [
        'Open the portal, and sign in as you always do. Your password and your MFA stay as they are.',
      ],
    } satisfies Record<PortalSignIn, (email: string) => string[]>,
  },

  mail: {
    subject: (accounts: string[]) =>
      accounts.length > 1
        ? `Your access to ${accounts.length} AWS accounts`
        : `Your access to the AWS account ${accounts}`,
    greeting: (name: string) => `Hello ${name},`,
    first: (
      { requester, organization, approver }: { requester: string; organization: string; approver: string },
      accounts: string[],
    ) =>
      `${requester}${organization === '' ? '' : ` of ${organization}`} asked for AWS access for you and ${approver} approved it${accounts.length === 0 ? '' : `: ${accounts.length > 1 ? 'accounts' : 'account'} ${accounts.join(', ')}`}.`,
    kind: (name: string, description: string) => `Kind of access: ${name} – ${description}`,
    signIn: 'Sign in at',
    userName: 'User name',
    password: 'Temporary password',
    fact: (name: string, value: string) => `${name}: ${value}`,
    account: 'Account',
    everyAccountItsOwn: 'Each account has a password of its own.',
    portal: 'AWS access portal',
    access: 'What you have there:',
    portalSubject: 'Your access to AWS',
    steps: [
      'Sign in, and set your own password.',
      'Set up MFA: open the menu under your name, choose “Security credentials”, then “Assign MFA device”.',
      'Sign out, and sign in again with a code. Until then AWS refuses everything else.',
    ],
    madeAt: 'Made at',
    ownPassword: 'none, because you already have a password. If you do not know it, ask your AWS administrators.',
    newest: 'If you get this e-mail more than once, only the password that was made last works.',
    footer: (requester: string, canAnswer: boolean) =>
      `We never ask for your password. Not expecting this? Do not sign in, and ask ${requester}${canAnswer ? ' by replying to this e-mail' : ''}.`,
  },

  password: {
    title: 'Temporary password',
    close: 'Close',
    loading: 'Making your password…',
    account: (account: string) => `*Account* ${account}`,
    once: 'Copy it now: it is not shown again. Nobody else should see this.',
    onceInstead: 'Copy it now: it is not shown again, and earlier ones no longer work. Nobody else should see this.',
    next: 'Sign in and set your own password. Then set up MFA under *Security credentials*, and sign in again with a code: until then AWS refuses everything else.',
    alreadyShown:
      'A temporary password has already been made. The newest one works until you set your own: if you have it, use it. If not, make a new one; the old one then stops working.',
    Overtaken:
      'You asked for another one at the same moment, perhaps on another device. Use that one. If you do not have it, make a new one.',
    makeNew: 'Make a new one',
    NotYours: 'This password is not for you: the user was made for somebody else.',
    ClaimClosed:
      'The time to fetch this password is over. Have your AWS administrators delete this user; then your access can be asked for again.',
    AlreadySignedIn:
      'You have set your own password, so there is no temporary one any more. Forgot your own? Ask your AWS administrators.',
    UserNotFound: 'This user no longer exists in the account. Ask the person who asked for your access.',
    spent: {
      AlreadySignedIn: 'You have set your own password here.',
      ClaimClosed: 'The time to fetch a temporary password here is over.',
      UserNotFound: 'This user no longer exists.',
    },
    failed: 'The password could not be shown. Close this, and press the button again in a moment.',
  },

  denial: {
    title: 'Deny the request',
    submit: 'Deny',
    reason: 'Reason',
    reasonHint: 'The requester will see it.',
    notSent: 'AWS or Slack did not answer in time. Press Deny again; if it has been decided by then, I will say so.',
    reasonPlaceholder: 'For example: ask for the test account first',
  },

  refusal: {
    guest: 'Guests cannot decide on requests.',
    bot: 'Bots cannot decide on requests.',
    deactivated: 'Your Slack account is deactivated, so you cannot decide on requests.',
    stranger: 'Only members of this workspace can decide on requests.',
    'no-email':
      'Slack shows me no confirmed e-mail address for you, so I cannot tell whether you are one of the people in this request. Somebody else must decide.',
    'not-approver': 'You are not an approver for this kind of access. The message names those who are.',
    requester: 'This is your own request: somebody else must decide on it.',
    beneficiary: 'This request is for you: somebody else must decide on it.',
  } satisfies Record<Refusal, string>,
  unknownCommand: (typed: string): string =>
    `I was not told to answer ${typed}: type \`${command()}\`. If that is another app’s, tell your platform team: the setting SLACK_COMMAND and the Slack app have to name the same.`,
  notYourRequest: 'Only the person who sent this request can withdraw it.',
  alreadyDecided:
    'This request has already been decided or withdrawn, or its time is over. If its message still has buttons, click again.',
  unclear:
    'AWS did not answer in time, so I cannot tell whether your click counts. Look at the message in a moment, and click again if nothing has changed.',
  noSuchRequest: 'This request no longer exists.',
  profileGone:
    'This kind of access was taken out of the policy file, so nobody can decide on this request. It will end by itself.',
  profileChanged:
    'The policy file has changed since this was asked for: it no longer offers this access as it stands here. Deny it, and have the requester ask again.',
  somethingBroke: (reference: string) =>
    `Something went wrong. Please try again. If it happens again, give your platform team this reference: ${reference}`,
};

/** Another language has every one of these, by type. */
export type Words = typeof en;
