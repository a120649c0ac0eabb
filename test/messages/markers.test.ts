import { describe, expect, test } from 'vitest';
import { type AccountOutcome, GROUPS } from '../../src/contract/access.ts';
import type { Person, SetAsideReason } from '../../src/contract/people.ts';
import type { OnboardingState } from '../../src/contract/state.ts';
import { endedRequestPost, openRequestPost, progressPost } from '../../src/messages/approvers/request-post.ts';
import { reminderPost } from '../../src/messages/approvers/request-thread.ts';
import type { Message } from '../../src/messages/kit/blocks.ts';
import { passwordModal } from '../../src/messages/newcomer/password-window.ts';
import { welcomeMessage } from '../../src/messages/newcomer/welcome.ts';
import { accessMessage, helpMessage } from '../../src/messages/requester/help.ts';
import {
  approvedMessage,
  closedMessage,
  endedMessage,
  sentMessage,
} from '../../src/messages/requester/request-news.ts';
import { en, type Words } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import {
  deliverInput,
  grants,
  groupsTarget,
  inspectionAt,
  outcomeOf,
  portalRequest,
  prod,
  sam,
  setOf,
  targetOf,
} from '../onboarding/at-portal.ts';
import {
  approved,
  created,
  dev,
  developer,
  failed,
  inspectionOf,
  requestOf,
  samAsPerson,
} from '../onboarding/examples.ts';

/** Code and bold text with the characters beside it. Slack draws it beside a space, a line's end, or a mark such as a comma. */
const spans = /(?<before>.?)(?<span>`[^`\n]+`|\*[^*\n]+\*)(?=(?<after>.?))/gu;
const mayStandBeside = /^[\s!-/:-@[-_{-~]?$/;

/** The spans that Slack would show with their markers. */
function undrawn(text: string): string[] {
  // Within code nothing is a marker, and a reference is one word.
  const plain = text.replace(/`[^`\n]+`/g, (code) => `\`${'x'.repeat(code.length - 2)}\``).replace(/<[^>\n]+>/g, 'x');
  const inside = [...plain.matchAll(/\*[^*\n]+\*/g)].flatMap(([bold]) => [...bold.slice(1, -1).matchAll(spans)]);
  return [...plain.matchAll(spans), ...inside].flatMap(({ 0: all, groups }) =>
    [groups?.before, groups?.after].every((beside = '') => mayStandBeside.test(beside)) ? [] : [all + groups?.after],
  );
}

test.each([
  ['*Groups* `A`, `B` (`C`): `D`', []],
  ['*グループ* `A`, `B`', []],
  ['グループ`A`', ['プ`x`']],
  ['`A`、`B`', ['`x`、', '、`x`']],
  ['太字は*ならない*です', ['は*ならない*で']],
  ['*グループ「`A`」*', ['「`x`」']],
  ['`太字は*ならない*です` <https://a.example/*b*c>', []],
])('in %j these would not be drawn: %j', (text, expected) => {
  expect(undrawn(text)).toEqual(expected);
});

const yuki: Person = { ...sam, userName: 'yuki', slackUserId: 'U0YUKI', givenName: '由紀', familyName: '佐藤' };
const omar: Person = { ...sam, userName: 'omar', slackUserId: 'U0OMAR' };
const lena: Person = { ...sam, userName: 'lena', slackUserId: 'U0LENA' };
const targets = [
  { ...groupsTarget, Checked: [{ Kind: 'group' as const, Name: 'Engineering', Exists: false }] },
  targetOf(dev.id, 'Developer'),
  { ...targetOf(prod.id, 'Developer'), Problem: { Error: 'AccountNotActive', Cause: '' } },
];
const everything = {
  groups: [...grants.groups, { Name: 'Ops', Opens: ['444444444444', '555555555555'] }],
  permissionSets: [
    setOf('Developer', { CustomerManaged: ['Deploy'], HasInline: true, HasBoundary: true, Administers: true }),
  ],
};
const reasons = Object.keys(en.setAside) as SetAsideReason[];
const setAside = reasons.map((reason, i) => ({ who: i % 2 === 0 ? 'U0BOB' : 'bob@partner.example', reason }));

const atPortal: OnboardingState = {
  ...portalRequest(),
  resolved: { users: [sam, yuki, omar, lena], setAside, involved: [] },
  inspection: inspectionAt(
    targets,
    [
      { person: sam, effects: ['create', 'create', 'create'] },
      { person: yuki, effects: ['has', 'grant', 'grant'], found: { UserName: 'yuki' } },
      { person: omar, effects: ['has', 'has', 'has'], found: { UserName: 'omar' } },
      { person: lena, effects: ['UserMismatch', 'UserDisabled', 'UserMismatch'] },
    ],
    everything,
  ),
  message: { channel: 'C0APPROVE', ts: '1.0' },
};
const inTwoAccounts: OnboardingState = {
  ...requestOf(),
  accounts: [...requestOf().accounts, { ...prod, isManagement: true }],
  resolved: { users: [samAsPerson, { ...samAsPerson, userName: 'jo' }], setAside, involved: [] },
  inspection: {
    ...inspectionOf([], [dev.id, prod.id]),
    Users: [
      {
        UserName: 'sam',
        Effects: [
          { AccountId: dev.id, Effect: 'create' },
          { AccountId: prod.id, Effect: 'refuse', Why: 'UserAlreadyExists' },
        ],
      },
      { UserName: 'jo', Effects: [{ AccountId: dev.id, Effect: 'refuse', Why: 'Iam.Odd' }] },
    ],
  },
};
const ends = (Outcomes: AccountOutcome[]) => [
  { ...sam, Outcomes, delivered: { via: 'mail' as const } },
  failed(yuki, 'NotPermitted', [dev.id, prod.id]),
  { ...omar, Outcomes: [outcomeOf('had', GROUPS), outcomeOf('failed', dev.id, 'Developer', { Error: 'Sso.Odd' })] },
  {
    ...created(lena),
    undelivered: { Error: 'CannotBeReached', Cause: '' },
    left: { Error: 'InertUserLeft', Cause: '' },
  },
];
const outcomes = [
  {
    people: ends([
      outcomeOf('done', GROUPS),
      outcomeOf('pending', dev.id, 'Developer', { RequestId: 'r-1' }),
      outcomeOf('failed', prod.id, 'Developer', { Error: 'AssignmentFailed', Reason: 'SCP says no' }),
    ]),
  },
];
const denied = { ...approved, outcome: 'denied', reason: 'no' } as const;
const withdrawn = { ...approved, outcome: 'withdrawn' } as const;
const recent = { request: portalRequest(), accounts: [prod], decidedBy: 'U0KEN' };

function messagesIn(words: Words): Message[] {
  const states = [atPortal, inTwoAccounts, { ...atPortal, accounts: [] }];
  return [
    helpMessage([developer], words),
    accessMessage({ given: [recent], open: [{ ...recent, accounts: [], decidedBy: undefined }] }, 100, words),
    accessMessage({ given: [], open: [] }, 100, words),
    ...states.flatMap((state) => [
      openRequestPost(state, ['S0PLATFORM', 'U0KEN'], words, 'value'),
      openRequestPost(state, [], words),
      progressPost({ ...state, decision: approved }, { done: 1, all: 2 }, words),
      reminderPost(state, ['S0PLATFORM'], words),
      sentMessage(state, words, 'value'),
      approvedMessage({ ...state, decision: approved }, words),
      closedMessage(state, words),
      closedMessage({ ...state, decision: withdrawn }, words),
      ...[
        { decision: approved, outcomes },
        { decision: approved, outcomes: [{ people: [{ ...sam, Outcomes: [outcomeOf('had', GROUPS)] }] }] },
        { decision: approved, outcomes: [{ people: [failed(sam, 'UserGone')] }] },
        { decision: denied },
        { decision: withdrawn },
        { decision: { outcome: 'expired' as const } },
        { resolved: { users: [], setAside, involved: [] } },
      ].flatMap((end) => [endedRequestPost({ ...state, ...end }, words), endedMessage({ ...state, ...end }, words)]),
    ]),
    ...(['portal-code', 'administrator-password', 'company-account', 'as-before'] as const).map((firstSignIn) =>
      welcomeMessage(
        deliverInput(
          [
            outcomeOf('done', GROUPS),
            outcomeOf('done', dev.id, 'Developer'),
            outcomeOf('pending', prod.id, 'Developer'),
          ],
          { firstSignIn },
        ),
        words,
      ),
    ),
    ...[[dev.id], [dev.id, prod.id]].map((ids) =>
      welcomeMessage({ ...deliverInput([]), person: created(samAsPerson, ids) }, words),
    ),
  ];
}

/** Everything that Slack reads markers in. */
const mrkdwnIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnIn);
};

describe.each([
  ['English', en],
  ['Japanese', ja],
])('in %s', (_language, words) => {
  test('every marker of a message stands where Slack draws it', () => {
    const modal = passwordModal(
      { account: dev, userName: 'sam', loginUrl: 'https://a.example', password: 'p', isInstead: false },
      words,
    );
    const texts = mrkdwnIn([...messagesIn(words).map(({ blocks }) => blocks), modal]);
    expect(texts.length).toBeGreaterThan(100);
    expect([...new Set(texts.flatMap(undrawn))]).toEqual([]);
  });

  test('so does every marker of what is said of a trouble, a refusal and a click', () => {
    const { trouble, refusal, setAside, form } = words;
    const texts = [trouble, refusal, setAside].flatMap((sentences) => Object.values<string>(sentences));
    const alone = [words.alreadyDecided, words.unclear, words.profileGone, words.profileChanged, words.noSuchRequest];
    const told = [form.mayNotRequest('guest'), form.mayNotRequest('no-profile'), words.somethingBroke('`r`')];
    expect([...texts, ...alone, ...told].flatMap(undrawn)).toEqual([]);
  });
});
