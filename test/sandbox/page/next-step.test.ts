import { expect, test } from 'vitest';
import { nextStep } from '../../../sandbox/page/client/shell/next-step.ts';
import type { Place } from '../../../sandbox/page/client/shell/place.ts';
import type { Step } from '../../../sandbox/page/client/shell/step.ts';
import { whereToGo } from '../../../sandbox/page/client/shell/where-to-go.ts';
import type { Slices } from '../../../sandbox/page/slices.ts';
import {
  account,
  accountOf,
  accounts,
  aiko,
  arrived,
  as,
  execution,
  guest,
  ken,
  later,
  loginProfile,
  maria,
  mfaDevices,
  ofLaterRequest,
  ownProfile,
  password,
  passwordLastUsed,
  person,
  provisioning,
  robot,
  slices,
  user,
  yuki,
} from './slices.ts';

test.each<[string, Partial<Slices>, object | undefined]>([
  ['at first somebody asks: whoever one is', {}, { name: 'ask', person: aiko }],
  ['likewise as somebody else', { me: as('yuki') }, { name: 'ask', person: yuki }],
  ['not as who approves', { me: as('ken') }, { name: 'ask', person: aiko }],
  ['unless there is nobody else', { me: as('ken'), people: [maria, ken] }, { name: 'ask', person: ken }],
  ['not as a guest', { me: as('guest') }, { name: 'ask', person: aiko }],
  [
    'with the form open it is filled in',
    { me: as('aiko', 'request', [{ type: 'section', block_id: 'accounts' }]) },
    { name: 'fill', way: 'iam-user', takesAccounts: true },
  ],
  ['which asks for no account where groups are given', { me: as('aiko', 'request') }, { takesAccounts: false }],
  ['another modal is not the form', { me: as('aiko', 'other') }, { name: 'ask', person: aiko }],
  ['until approvers are asked one waits', { executions: [execution({ states: {} })] }, { name: 'inspect' }],
  ['a request waits for an approver', { executions: [execution()] }, { name: 'approve', person: ken }],
  [
    'who is not the one who asked',
    { executions: [execution({ about: { requestedBy: 'ken' } })] },
    { name: 'approve', person: maria },
  ],
  [
    'in the channel where something was last said to all',
    {
      executions: [execution()],
      activity: [
        { channel: 'old', latest: '1.000001', count: 1, mentions: {} },
        { channel: 'new', latest: '2.000001', count: 1, mentions: {} },
        { channel: 'dm', onlyFor: 'aiko', latest: '3.000001', count: 1, mentions: {} },
      ],
    },
    { name: 'approve', person: ken, channel: 'new' },
  ],
  ['while users are made one waits', { executions: [provisioning, execution()] }, { name: 'wait' }],
  ['so it is where nobody could approve', { executions: [execution()], people: [aiko] }, { name: 'wait' }],
  ['a request that ended is none', { executions: [execution({ status: 'FAILED' })] }, { name: 'ask' }],
  ['a new user fetches the password', account(user('yuki')), { name: 'fetch', person: yuki, count: 1 }],
  [
    'also while the execution is still at work',
    { ...account(user('yuki')), executions: [provisioning, execution()] },
    { name: 'fetch', person: yuki },
  ],
  [
    'a user with a password signs in',
    account(user('ken'), user('yuki', { loginProfile })),
    { name: 'sign-in', person: yuki, account: { name: 'payments-dev' }, userName: 'yuki' },
  ],
  [
    'who is not in Slack has a mail, and comes after those who are',
    account(user('sam', { loginProfile }), user('yuki')),
    { name: 'fetch', person: yuki },
  ],
  [
    'alone, the mail is read',
    account(user('sam', { loginProfile })),
    { name: 'read-mail', account: { name: 'payments-dev' }, userName: 'sam' },
  ],
  ['users of before are not ours', account(user('yuki', { path: '/' })), { name: 'ask' }],
  [
    'who has yet to set a password of their own is still signing in',
    account(user('yuki', { loginProfile, passwordLastUsed })),
    { name: 'own-password' },
  ],
  [
    'who sees the password copies it',
    { ...account(user('yuki', { loginProfile })), me: as('yuki', 'password', password()) },
    { name: 'copy', userName: 'yuki' },
  ],
  [
    'where the modal shows none, nothing is to be copied',
    { ...account(user('yuki', { loginProfile })), me: as('yuki', 'password') },
    { name: 'sign-in' },
  ],
  [
    'with a password of their own nobody can do anything yet, but set up MFA',
    account(user('ken'), user('yuki', { loginProfile: ownProfile, passwordLastUsed })),
    { name: 'assign-mfa' },
  ],
  [
    'who assigned an MFA device signs in again',
    account(
      user('ken', { loginProfile: ownProfile, passwordLastUsed }),
      user('yuki', { loginProfile: ownProfile, passwordLastUsed, mfaDevices }),
    ),
    { name: 'sign-in-again', account: { name: 'payments-dev' }, userName: 'yuki' },
  ],
  [
    'once somebody signed in with MFA this way is done, and there is the other',
    account(user('ken'), user('yuki', arrived)),
    { name: 'ask-next', person: aiko, way: 'identity-center' },
  ],
  ['who then goes on needs no hint', { ...account(user('yuki', arrived)), executions: [execution()] }, undefined],
  [
    'who has users in two accounts fetches one of the passwords',
    accounts({ 'payments-dev': [user('yuki')], 'search-dev': [user('yuki')] }),
    { name: 'fetch', person: yuki, count: 2 },
  ],
  [
    'the password on the screen is copied for the account that it is of',
    {
      ...accounts({ 'payments-dev': [user('yuki', { loginProfile })], 'search-dev': [user('yuki', { loginProfile })] }),
      me: as('yuki', 'password', password('`search-dev` (111122223331)')),
    },
    { name: 'copy', account: { name: 'search-dev' } },
  ],
  [
    'also while somebody else is signing in',
    {
      ...account(user('ken', { loginProfile: ownProfile, passwordLastUsed }), user('yuki', { loginProfile })),
      me: as('yuki', 'password', password()),
    },
    { name: 'copy', userName: 'yuki' },
  ],
  [
    'of two that were fetched the last one is used',
    accounts({
      'payments-dev': [user('yuki', { loginProfile })],
      'search-dev': [user('yuki', { loginProfile: later })],
    }),
    { name: 'sign-in', account: { name: 'search-dev' } },
  ],
  [
    'who is through with one account fetches the password of the next',
    accounts({ 'payments-dev': [user('yuki', arrived)], 'search-dev': [user('yuki')] }),
    { name: 'fetch-next', person: yuki, after: { name: 'payments-dev' }, account: { name: 'search-dev' } },
  ],
  [
    'and comes before those who have not begun, though they have their passwords',
    accounts({ 'payments-dev': [user('ken', { loginProfile }), user('yuki', arrived)], 'search-dev': [user('yuki')] }),
    { name: 'fetch-next', person: yuki },
  ],
  [
    'but not before those who are signing in',
    accounts({
      'payments-dev': [user('ken', { loginProfile: ownProfile, passwordLastUsed }), user('yuki', arrived)],
      'search-dev': [user('yuki')],
    }),
    { name: 'assign-mfa' },
  ],
  [
    'then signs in to the next',
    accounts({ 'payments-dev': [user('yuki', arrived)], 'search-dev': [user('yuki', { loginProfile })] }),
    { name: 'sign-in', person: yuki, account: { name: 'search-dev' } },
  ],
  [
    'and needs MFA there, too',
    accounts({
      'payments-dev': [user('yuki', arrived)],
      'search-dev': [user('yuki', { loginProfile: ownProfile, passwordLastUsed })],
    }),
    { name: 'assign-mfa' },
  ],
  [
    'whose passwords came by e-mail goes on with the next of them',
    accounts({ 'payments-dev': [user('sam', arrived), user('yuki')], 'search-dev': [user('sam', { loginProfile })] }),
    { name: 'read-mail', account: { name: 'search-dev' }, userName: 'sam' },
  ],
  [
    'once one person is through with every account it is done, whatever others have before them',
    accounts({
      'payments-dev': [user('ken', arrived), user('yuki', arrived)],
      'search-dev': [user('ken'), user('yuki', arrived)],
    }),
    { name: 'ask-next' },
  ],
  [
    'what a later request gave them takes nothing back',
    accounts({ 'payments-dev': [user('yuki', arrived)], 'search-dev': [user('yuki', ofLaterRequest)] }),
    { name: 'ask-next' },
  ],
  [
    'who was deactivated since keeps nobody waiting',
    { ...account(user('gil'), user('yuki')), people: [aiko, person('gil', { kind: 'deactivated' }), yuki] },
    { name: 'fetch', person: yuki },
  ],
  ['without anybody who may ask there is nothing to do', { people: [robot, guest] }, undefined],
])('%s', (_what, more, step) => {
  if (step) expect(nextStep(slices(more))).toMatchObject(step);
  else expect(nextStep(slices(more))).toBeUndefined();
});

const paymentsDev = accountOf(['payments-dev', []], 0);
const place: Place = { person: 'aiko', conversation: 'general', pane: 'slack' };

test.each<[string, Step, Partial<Place>, boolean, Partial<Place> | undefined]>([
  ['one is where one asks', { name: 'ask', person: aiko }, {}, false, undefined],
  ['one is elsewhere', { name: 'ask', person: aiko }, { conversation: 'mail' }, false, { conversation: 'general' }],
  [
    'it is for somebody else',
    { name: 'fetch', person: yuki, count: 1 },
    {},
    false,
    { person: 'yuki', conversation: 'Duki' },
  ],
  [
    'the password of the next account is where the first was',
    { name: 'fetch-next', person: yuki, after: paymentsDev, account: paymentsDev },
    {},
    false,
    { person: 'yuki', conversation: 'Duki' },
  ],
  ['on a wide screen all panes are seen', { name: 'ask', person: aiko }, { pane: 'aws' }, false, undefined],
  ['on a narrow one it is another', { name: 'ask', person: aiko }, { pane: 'aws' }, true, { pane: 'slack' }],
  ['nobody goes anywhere to wait', { name: 'wait' }, {}, false, undefined],
  ['nor to assign an MFA device', { name: 'assign-mfa' }, {}, false, undefined],
])('whether to go there: %s', (_what, step, at, isNarrow, where) => {
  const world = { ...slices().world, channels: [{ id: 'general', name: 'general', members: ['*'] }] };
  const found = whereToGo(step, slices({ world }), { place: { ...place, ...at }, isNarrow });
  if (where) expect(found).toMatchObject(where);
  else expect(found).toBeUndefined();
});
