import { describe, expect, test } from 'vitest';
import { checkMessageBlocks, checkSuggestions, checkView } from '../../sandbox/slack/block-kit/check.ts';
import type { AccountOutcome, Inspection, Result } from '../../src/contract/access.ts';
import type { Person, SetAsideReason } from '../../src/contract/people.ts';
import type { OnboardingState } from '../../src/contract/state.ts';
import type { ProgressInput } from '../../src/contract/tasks.ts';
import type { Trouble } from '../../src/contract/trouble.ts';
import { denialForm } from '../../src/messages/approvers/denial-form.ts';
import { endedRequestPost, openRequestPost, progressPost } from '../../src/messages/approvers/request-post.ts';
import { batchPost, reminderPost } from '../../src/messages/approvers/request-thread.ts';
import { MessageTooLong } from '../../src/messages/kit/blocks.ts';
import { code } from '../../src/messages/kit/mrkdwn.ts';
import { passwordModal, passwordNotice, replaceableModal } from '../../src/messages/newcomer/password-window.ts';
import { welcomeMessage } from '../../src/messages/newcomer/welcome.ts';
import { helpMessage } from '../../src/messages/requester/help.ts';
import { accountOptions, formErrors, requestForm } from '../../src/messages/requester/request-form.ts';
import {
  approvedMessage,
  closedMessage,
  endedMessage,
  sentMessage,
} from '../../src/messages/requester/request-news.ts';
import { en, type Words } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import {
  groupsTarget,
  inspectionAt,
  outcomeOf,
  grants as portalGrants,
  portalUrl,
  setOf,
  targetOf,
} from '../onboarding/at-portal.ts';
import { approved, created, dev, developer, failed, inspectionOf, requestOf } from '../onboarding/examples.ts';

const long = (length: number, letter = '&') => letter.repeat(length);
const person = (i: number): Person => ({
  userName: `${i}${long(40, 'x')}`,
  displayName: long(80),
  locale: 'en-US',
  email: `${i}${long(30, "'")}@${long(15, 'd')}.example`,
  claimant: 'hash',
  mailbox: 'hash',
});
const many = Array.from({ length: 50 }, (_, i) => person(i));
const reasons = Object.keys(en.setAside) as SetAsideReason[];
const trouble: Trouble = { Error: `Iam.${long(200, 'E')}`, Cause: long(5_000) };

/** As many accounts as fifty people may be given access to, with names far longer than usual. */
const accounts = Array.from({ length: 5 }, (_, i) => ({
  id: String(100_000_000_000 + i),
  name: `${i}${long(30)}`,
  isManagement: i === 0,
}));
const ids = accounts.map(({ id }) => id);
const grants = {
  groups: Array.from({ length: 3 }, (_, i) => `${i}${long(60, 'g')}`),
  policyArns: Array.from({ length: 3 }, (_, i) => `arn:aws:iam::aws:policy/${i}${long(60, 'p')}`),
};
const found = inspectionOf(many, ids);
const inspection: Inspection = { ...found, Profile: { ...found.Profile, Grants: grants } };
/** Everything that can be found to be in the way. */
const hopeless: Inspection = {
  ...inspection,
  Targets: inspection.Targets.map((target, i) =>
    i === 0
      ? { ...target, Problem: trouble, SignIn: undefined }
      : { ...target, Checked: grants.groups.map((Name) => ({ Kind: 'group', Name, Exists: false })) },
  ),
  Users: many.map(({ userName: UserName }) => ({
    UserName,
    Effects: ids.map((AccountId) => ({ AccountId, Effect: 'refuse', Why: 'UserAlreadyExists' })),
  })),
};

/** The largest request that the form takes. */
const largest: OnboardingState = {
  ...requestOf(),
  accounts,
  profile: { ...requestOf().profile, name: long(75) },
  reason: long(500, '<'),
  resolved: {
    users: many,
    setAside: many.map(({ email }, i) => ({ who: email, reason: reasons[i % reasons.length] ?? 'bot' })),
    involved: [],
  },
  inspection: hopeless,
  message: { channel: 'C0APPROVE', ts: '1.0' },
};
const outcomes = [{ people: many.map((one) => failed(one, trouble.Error, ids)) }];
const batch: ProgressInput = {
  ...largest,
  message: { channel: 'C0APPROVE', ts: '1.0' },
  decision: approved,
  grants,
  total: 50,
  size: 25,
  index: 1,
  people: many.slice(25).map((one) => failed(one, trouble.Error, ids)),
};
const token = JSON.stringify({ execution: 'V1', token: long(1_900, 't') });

const tenAccounts = Array.from({ length: 10 }, (_, i) => ({ ...dev, id: String(200_000_000_000 + i), name: long(50) }));
const withLongAddresses = ({ Outcomes, ...one }: Result): Result => ({
  ...one,
  Outcomes: Outcomes.map((outcome) => ({
    ...outcome,
    SignIn: { LoginURL: `https://${long(63, 'a')}.signin.aws.amazon.com/console` },
  })),
});

/** Much that a profile of Identity Center gives: groups, and three permission sets in each of ten accounts. */
const sets = Array.from({ length: 3 }, (_, i) => `${i}${long(31, 's')}`);
const targets = [groupsTarget, ...tenAccounts.flatMap(({ id }) => sets.map((set) => targetOf(id, set)))];
const largestGrants = {
  groups: Array.from({ length: 3 }, (_, i) => ({
    Name: `${i}${long(60, 'g')}`,
    Opens: Array.from({ length: 100 }, (_, n) => String(300_000_000_000 + n)),
  })),
  permissionSets: sets.map((name) =>
    setOf(name, {
      Managed: Array.from({ length: 5 }, (_, i) => `${i}${long(50, 'm')}`),
      CustomerManaged: Array.from({ length: 5 }, (_, i) => `${i}${long(50, 'c')}`),
      HasInline: true,
      HasBoundary: true,
      Administers: true,
    }),
  ),
};
const atPortal: OnboardingState = {
  ...largest,
  profile: { ...largest.profile, method: 'identity-center' },
  accounts: tenAccounts.map((account) => ({ ...account, isManagement: false })),
};
/** Of people who have one half and get the other, in places whose names are that long, one fits into a message. */
const few = many.slice(0, 1).map((one) => ({ ...one, givenName: long(64, 'n'), familyName: long(64, 'f') }));
const half = targets.map((_, i) => (i % 2 === 0 ? 'has' : 'grant'));
const partly: OnboardingState = {
  ...atPortal,
  resolved: { users: few, setAside: [], involved: [] },
  inspection: inspectionAt(
    targets,
    few.map((one) => ({ person: one, effects: half, found: { UserName: one.userName } })),
    portalGrants,
  ),
};
const refused: OnboardingState = {
  ...partly,
  inspection: inspectionAt(
    targets.map((target) => ({ ...target, Problem: { Error: 'AccountUnreachable', Cause: '' } })),
    few.map((one) => ({ person: one, effects: targets.map(() => 'AccountUnreachable') })),
    largestGrants,
  ),
};
const failures = targets.map(({ AccountId, PermissionSet }) =>
  outcomeOf('failed', AccountId, PermissionSet?.Name, {
    Error: 'AssignmentFailed',
    Reason: `${AccountId} ${long(500)}`,
  }),
);
const given: AccountOutcome[] = targets.map(({ AccountId, PermissionSet }, i) =>
  outcomeOf(i % 2 === 0 ? 'done' : 'pending', AccountId, PermissionSet?.Name, {
    SignIn: { LoginURL: `${portalUrl}/${long(60, 'p')}` },
  }),
);

const messagesIn = (words: Words): [string, { text: string; blocks: unknown[] }][] => [
  [
    'the request',
    openRequestPost(
      largest,
      Array.from({ length: 20 }, (_, i) => `S0GROUP${i}`),
      words,
      token,
    ),
  ],
  ['the request that would be carried out whole', openRequestPost({ ...largest, inspection }, [], words, token)],
  ['the reminder', reminderPost(largest, ['S0GROUP'], words)],
  ['the progress', progressPost({ ...largest, decision: approved }, { done: 25, all: 50 }, words)],
  ['a batch in the thread', batchPost(batch, words)],
  ['the outcome', endedRequestPost({ ...largest, decision: approved, outcomes }, words)],
  [
    'the denial',
    endedRequestPost({ ...largest, decision: { ...approved, outcome: 'denied', reason: long(500) } }, words),
  ],
  ['the expiry', endedRequestPost({ ...largest, decision: { outcome: 'expired' } }, words)],
  ['the failure', endedRequestPost({ ...largest, trouble }, words)],
  [
    'nobody',
    endedRequestPost(
      { ...largest, resolved: { ...(largest.resolved ?? { setAside: [], involved: [] }), users: [] } },
      words,
    ),
  ],
  ['to the requester: sent', sentMessage(largest, words, token)],
  ['to the requester: closed', closedMessage(largest, words)],
  ['to the requester: approved', approvedMessage({ ...largest, decision: approved }, words)],
  ['to the requester: outcome', endedMessage({ ...largest, decision: approved, outcomes }, words)],
  [
    'to the requester: denied',
    endedMessage({ ...largest, decision: { ...approved, outcome: 'denied', reason: long(500) } }, words),
  ],
  ['to the requester: failed', endedMessage({ ...largest, trouble }, words)],
  ['at the portal: the request', openRequestPost(partly, [], words, token)],
  ['at the portal: the request that finds everything closed', openRequestPost(refused, [], words, token)],
  ['at the portal: sent', sentMessage(partly, words, token)],
  [
    'at the portal: the outcome',
    endedRequestPost(
      { ...partly, decision: approved, outcomes: [{ people: few.map((one) => ({ ...one, Outcomes: failures })) }] },
      words,
    ),
  ],
  [
    'to who was given all of it at the portal',
    welcomeMessage(
      { ...atPortal, grants: largestGrants, decision: approved, person: { ...few[0], ...person(1), Outcomes: given } },
      words,
    ),
  ],
  [
    'to the new user',
    welcomeMessage(
      {
        ...largest,
        grants: {},
        accounts: tenAccounts,
        decision: approved,
        person: withLongAddresses(
          created(
            person(1),
            tenAccounts.map(({ id }) => id),
          ),
        ),
      },
      words,
    ),
  ],
];
describe.each([
  ['English', en],
  ['Japanese', ja],
])('in %s', (_language, words) => {
  test.each(messagesIn(words))('%s fits into Slack’s limits at its largest', (_what, { text, blocks }) => {
    checkMessageBlocks(blocks);
    expect(text.length).toBeLessThan(4_000);
  });

  test('the forms and the help fit with a hundred profiles of the longest names', () => {
    const profiles = Array.from({ length: 100 }, (_, i) => ({
      ...developer,
      id: `p${i}`,
      name: long(75),
      description: long(75),
    }));
    checkView(requestForm(profiles, words));
    checkView(requestForm([developer], words));
    for (const asked of [largest, undefined]) checkView(denialForm(token, { reference: 'V1', asked }, words));
    checkMessageBlocks(helpMessage(profiles, words).blocks);
  });

  test('everything that the password’s modal can say fits', () => {
    const shown = {
      account: dev,
      userName: long(64),
      loginUrl: `https://${long(63, 'a')}.x`,
      password: long(128, 'p'),
    };
    for (const isInstead of [true, false]) checkView(passwordModal({ ...shown, isInstead }, words));
    for (const why of ['AlreadyShown', 'Overtaken'] as const) {
      const ref = { account: dev, userName: long(64), userId: long(128, 'A'), request: 'V1' };
      checkView(replaceableModal(why, ref, words));
    }
    for (const kind of ['NotYours', 'ClaimClosed', 'AlreadySignedIn', 'UserNotFound', 'failed', 'loading'] as const)
      checkView(passwordNotice(kind, words));
  });

  test('a message’s text says what its blocks say, buttons and what somebody wrote included', () => {
    const state = { ...requestOf(), accounts: accounts.slice(0, 1), reason: 'needs <!channel> & more' };
    const { text } = openRequestPost(state, [], words, token);
    for (const said of [
      words.request.managementAccount,
      'needs &lt;!channel&gt; &amp; more',
      `${words.request.approve} / ${words.request.deny}`,
    ])
      expect(text).toContain(said);
  });
});

test('a request that cannot be shown as a whole is not shown at all: nobody may approve what they cannot see', () => {
  const users = many.map((one) => ({ ...one, email: `${one.email}${long(150, 'd')}` }));
  const state = { ...largest, inspection, resolved: { users, setAside: [], involved: [] } };
  expect(() => openRequestPost(state, [], en, token)).toThrow(MessageTooLong);
});

test('of people who are set aside and users who exist, what does not fit is counted; of users to create none is missing', () => {
  const shown = JSON.stringify(openRequestPost({ ...largest, inspection }, [], en, token).blocks);
  for (const { userName, email } of many) expect(shown).toContain(`${code(email)} → ${code(userName)}`);
  const text = JSON.stringify(openRequestPost(largest, [], en, token).blocks);
  expect(text).toMatch(/…and \d+ more/);
});

test('the account’s type-ahead fits with the longest names, and counts what is left out', () => {
  const found = Array.from({ length: 100 }, (_, i) => ({
    ...dev,
    id: String(100_000_000_000 + i),
    name: long(60),
    unitPath: long(300),
  }));
  const answer = accountOptions({ found, more: 9_900, isLoaded: true, hasFailed: false, isNone: false }, en);
  checkSuggestions(answer);
  expect(JSON.stringify(answer)).toContain('9900 more');
  for (const words of [en, ja])
    for (const [isLoaded, hasFailed] of [
      [false, false],
      [false, true],
      [true, false],
    ] as const)
      checkSuggestions(accountOptions({ found: [], more: 0, isLoaded, hasFailed, isNone: true }, words));
});

test('several mistakes in one field are told together', () => {
  const errors = formErrors(
    [
      { field: 'others', kind: 'not-an-email', text: 'ada@' },
      { field: 'others', kind: 'email-twice', text: 'sam@partner.example' },
    ],
    en,
    [{ block_id: 'others' }],
  );
  expect(errors).toEqual({ others: '“ada@” is not an e-mail address. sam@partner.example is used twice.' });
});
