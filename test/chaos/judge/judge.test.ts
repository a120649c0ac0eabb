import { expect, test } from 'vitest';
import type { DeadPassword } from '../actors/story.ts';
import type { Finding, PersonFacts, RequestFacts } from './facts.ts';
import { judge } from './judge.ts';

const DEV = '111122223333';
const PROD = '111122224444';
const APPROVED = ':white_check_mark: Approved by <@U0KEN>: 1 person has access.';
const DONE = ':white_check_mark: Done: 1 person has access to `payments-dev` (111122223333).';
const TOLD = '• <@U0YUKI> → `yuki@kumoworks.example`: told in Slack';

const yuki: PersonFacts = {
  name: 'U0YUKI',
  known: '<@U0YUKI>',
  via: 'slack',
  has: new Map([[DEV, 'whole']]),
  isEmptyUser: false,
  welcomes: [[DEV]],
  signIns: new Map([[DEV, 'works']]),
  dead: [],
};
const message = (...lines: string[]) => ({ words: lines.join('\n'), buttons: false });

/** One person who was given access and told, as everybody can read. */
const good: RequestFacts = {
  id: 'V1',
  method: 'iam-user',
  places: [DEV],
  isRefused: false,
  clicks: [
    { by: 'U0KEN', what: 'approved' },
    { by: 'U0MARIA', what: 'denied' },
  ],
  cards: [message(APPROVED, TOLD)],
  thread: [],
  news: [message(':outbox_tray: I sent your request'), message(':thumbsup: <@U0KEN> approved'), message(DONE, TOLD)],
  people: [yuki],
};

const cellsOf = (facts: RequestFacts): Finding['cell'][] => [...new Set(judge(facts).map(({ cell }) => cell))];
const with_ = (change: Partial<PersonFacts>): RequestFacts => ({ ...good, people: [{ ...yuki, ...change }] });
const inVain = (change: Partial<DeadPassword>): Partial<PersonFacts> => ({
  dead: [{ place: DEV, devices: 2, instead: 'one that nobody saw', ...change }],
});
/** What is said of Yuki, in the channel and to the requester. */
const saying = (line: string, ...below: string[]): Partial<RequestFacts> => {
  const lines = [`• <@U0YUKI> → \`yuki@kumoworks.example\`${line}`, ...below.map((each) => `      ◦ ${each}`)];
  return {
    cards: [message(':warning: Approved by <@U0KEN>, but nobody is all set yet:', ...lines)],
    news: [message(':warning: Approved and tried, but nobody is all set in it yet:', ...lines)],
  };
};
const nothing: Partial<PersonFacts> = { has: new Map([[DEV, 'nothing']]), welcomes: [], signIns: new Map() };

test('where all is as it is told, nothing is found', () => {
  expect(judge(good)).toEqual([]);
});

test.each<[string, RequestFacts, Finding['cell'][]]>([
  ['who has access and was told nothing', with_({ welcomes: [], signIns: new Map() }), ['lost']],
  ['who is not named at the end', { ...good, cards: [message(APPROVED)], news: [message(DONE)] }, ['lost']],
  [
    'who was given access and is said not to be told',
    { ...with_({ welcomes: [] }), ...saying(': was given access, but was not told: why') },
    ['lost'],
  ],
  ['of whom nobody was asked', { ...good, cards: [], news: [] }, ['lost']],
  [
    'whose request ended because Slack was away',
    {
      ...with_(nothing),
      cards: [message(':x: The request has ended without a result.')],
      news: [
        message(
          ':x: Your request could not be carried out. Slack or AWS did not answer for too long. Ask again in a while.',
        ),
      ],
    },
    ['lost', 'nothing, and told so'],
  ],
  [
    'whose request ended because Identity Center was away when it was inspected',
    {
      ...with_(nothing),
      isRefused: true,
      cards: [],
      news: [
        message(
          ':x: Your request could not be carried out. Slack or AWS did not answer for too long. Ask again in a while.',
        ),
      ],
    },
    ['nothing, and told so'],
  ],
  ['who is said to have access and has none', with_(nothing), ['told falsely', 'lost']],
  ['who was told of access and has none', with_({ ...nothing, welcomes: [[DEV]] }), ['told falsely']],
  ['who has access and is said to have none', { ...good, ...saying(': no access: why') }, ['told falsely']],
  [
    'who was told and is said not to be',
    { ...good, ...saying(': was given access, but was not told: why') },
    ['lost', 'told falsely'],
  ],
  [
    'who was given access now and is said to have had it',
    { ...good, ...saying(': already had all of it') },
    ['told falsely'],
  ],
  [
    'of whom channel and requester read different things',
    { ...good, news: [message(DONE, TOLD.replace('told in Slack', 'no access: why'))] },
    ['told falsely'],
  ],
  [
    'who was given what was denied',
    {
      ...good,
      cards: [message(':no_entry: Denied by <@U0MARIA>:')],
      news: [message(':no_entry: <@U0MARIA> denied your request')],
    },
    ['told falsely'],
  ],
  ['whose approver did not approve', { ...good, clicks: [] }, ['told falsely']],
  [
    'whose request was denied in the channel only',
    { ...with_(nothing), cards: [message(':no_entry: Denied by <@U0MARIA>:')] },
    ['told falsely'],
  ],
  ['who was told twice in Slack', with_({ welcomes: [[DEV], [DEV]] }), ['told twice']],
  ['who got two mails', with_({ via: 'mail', welcomes: [[DEV], [DEV]] }), ['mails twice']],
  ['whose request has two cards', { ...good, cards: [...good.cards, ...good.cards] }, ['told twice']],
  ['whose requester heard the end twice', { ...good, news: [...good.news, message(DONE, TOLD)] }, ['told twice']],
  ['who has a part', with_({ has: new Map([[DEV, 'part']]) }), ['half made', 'told falsely']],
  [
    'who has a part of what they are said not to have',
    { ...with_({ ...nothing, has: new Map([[DEV, 'part']]) }), ...saying(': no access: why') },
    ['half made'],
  ],
  [
    'who has a user with nothing',
    { ...with_({ ...nothing, isEmptyUser: true }), ...saying(': no access: why') },
    ['nothing, and told so', 'half made'],
  ],
  ['whose card can still be clicked', { ...good, cards: [{ ...message(APPROVED, TOLD), buttons: true }] }, ['hanging']],
  [
    'whose card says that it goes on',
    { ...good, cards: [message(':hourglass_flowing_sand: Approved by <@U0KEN>. Access is being given.')] },
    ['hanging'],
  ],
  ['whose requester never hears', { ...good, news: good.news.slice(0, 2) }, ['hanging']],
  [
    'whose requester may still withdraw',
    { ...good, news: [{ ...message(':outbox_tray: Your request'), buttons: true }, ...good.news.slice(1)] },
    ['hanging'],
  ],
  ['whose password is not taken', with_({ signIns: new Map([[DEV, 'dead']]) }), ['dead password']],
  [
    'who asked on two devices, had one that nobody saw in its place, and signs in with a new one',
    with_(inVain({})),
    ['replaced unseen'],
  ],
  [
    'whose new one does not work either',
    with_({ ...inVain({}), signIns: new Map([[DEV, 'dead']]) }),
    ['dead password'],
  ],
  ['whose password was replaced though they asked on one device', with_(inVain({ devices: 1 })), ['dead password']],
  [
    'who was shown one that IAM never took, on two devices',
    with_(inVain({ instead: 'one that was seen' })),
    ['dead password'],
  ],
  [
    'whose password does not work though no other was made',
    with_(inVain({ instead: 'none that was made' })),
    ['dead password'],
  ],
  ['whose own password was replaced', with_({ signIns: new Map([[DEV, 'own one dead']]) }), ['dead password']],
  ['who has nothing, and is said to', { ...with_(nothing), ...saying(': no access: why') }, ['nothing, and told so']],
  [
    'who may have something, and is said to',
    { ...with_(nothing), ...saying(': may have access, please check in AWS: why') },
    ['uncertain, and told so'],
  ],
])('found: somebody %s', (_who, facts, cells) => {
  expect(cellsOf(facts)).toEqual(cells);
});

test('of several places each is judged by itself', () => {
  const facts: RequestFacts = {
    ...good,
    places: [DEV, PROD],
    ...saying(': told in Slack', 'no access to `payments-prod` (111122224444): why'),
    people: [
      {
        ...yuki,
        has: new Map([
          [DEV, 'whole'],
          [PROD, 'nothing'],
        ]),
      },
    ],
  };
  expect(cellsOf(facts)).toEqual(['nothing, and told so']);
  const people = [
    {
      ...yuki,
      has: new Map([
        [DEV, 'nothing'],
        [PROD, 'whole'],
      ] as const),
    },
  ];
  expect(cellsOf({ ...facts, people })).toEqual(['told falsely']);
});
