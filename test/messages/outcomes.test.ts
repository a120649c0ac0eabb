import { describe, expect, test } from 'vitest';
import { type AccountOutcome, GROUPS, type Result } from '../../src/contract/access.ts';
import { endedRequestPost } from '../../src/messages/approvers/request-post.ts';
import { endedMessage } from '../../src/messages/requester/request-news.ts';
import { en, type Words } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import { outcomeOf, portalRequest, prod, sam } from '../onboarding/at-portal.ts';
import { approved, dev } from '../onboarding/examples.ts';

const done = outcomeOf('done', dev.id, 'Developer');
const pending = outcomeOf('pending', prod.id, 'Developer', { RequestId: 'r-1' });
const had = outcomeOf('had', dev.id);
const failed = (error: string, accountId = prod.id, more: Partial<AccountOutcome> = {}) =>
  outcomeOf('failed', accountId, 'Developer', { Error: error, ...more });
const told = { delivered: { via: 'mail' } } as const;

/** What the channel and the requester read at the end, of people with these outcomes. */
function endOf(people: Result[], words: Words = en): { post: string; news: string } {
  const resolved = { users: people, setAside: [], involved: [] };
  const state = { ...portalRequest(), resolved, decision: approved, outcomes: [{ people }] };
  return { post: endedRequestPost(state, words).text, news: endedMessage(state, words).text };
}
const person = (Outcomes: AccountOutcome[], rest: Partial<Result> = {}): Result => ({ ...sam, Outcomes, ...rest });

const who = '• `sam@partner.example` → `sam`';
const cases: [what: string, result: Result, english: string, japanese: string][] = [
  ['everything', person([done], told), `${who}: told by e-mail\n`, `${who} ：メールで連絡済み\n`],
  ['what they had before', person([had]), `${who}: already had all of it\n`, `${who} ：すでにすべて付与済みです\n`],
  [
    'a part that AWS goes on preparing',
    person([done, pending], told),
    `${who}: told by e-mail\n      ◦ \`prod\` (222222222222) as \`Developer\`: AWS is still preparing it. It will appear in the portal by itself.\n`,
    `${who} ：メールで連絡済み\n      ◦ \`prod\` (222222222222) の \`Developer\` は AWS が準備中です。`,
  ],
  [
    'a part that failed, with what AWS says of it',
    person([done, failed('AssignmentFailed', prod.id, { Reason: 'SCP says no' })], told),
    '      ◦ no access to `prod` (222222222222) as `Developer`: AWS could not assign the permission set. Have your AWS administrators check, then ask again. (`SCP says no`)\n',
    '      ◦ `prod` (222222222222) の `Developer` は付与できません。AWS が許可セットを割り当てられませんでした。',
  ],
  [
    'nothing new, where they had the rest before: the place is named',
    person([had, failed('DirectoryNotPermitted')]),
    `${who}\n      ◦ no access to \`prod\` (222222222222) as \`Developer\`: IAM Identity Center does not let`,
    `${who}\n      ◦ \`prod\` (222222222222) の \`Developer\` は付与できません。IAM Identity Center で`,
  ],
  [
    'nothing, everywhere for one reason',
    person([failed('UserMissing', dev.id), failed('UserMissing')]),
    `${who}: no access: AWS does not know them yet`,
    `${who} ：付与できません。まだ AWS に登録されていません（`,
  ],
  [
    'nothing, for several reasons',
    person([failed('AccountNotActive', dev.id), failed('DirectoryNotPermitted')]),
    `${who}\n      ◦ no access to \`dev\` (111122223333) as \`Developer\`: This account is suspended or closed.\n      ◦ no access to \`prod\``,
    `${who}\n      ◦ \`dev\` (111122223333) の \`Developer\` は付与できません。このアカウントは、停止または解約されています。\n      ◦ \`prod\``,
  ],
  [
    'nothing, and a user who could not be taken back',
    person([outcomeOf('failed', GROUPS, undefined, { Error: 'GroupMissing' })], {
      left: { Error: 'InertUserLeft', Cause: '' },
    }),
    'no access: A group of this kind of access does not exist. Have your AWS administrators create it, then ask again.\n      ◦ Their user could not be removed. It has no access, so it does no harm.',
    'その後もう一度申請してください。\n      ◦ 作成したユーザーを削除できませんでした。',
  ],
  [
    'nothing for certain',
    person([failed('MayBeAssigned')]),
    `${who}: may have access, please check in AWS: AWS did not say whether it assigned the permission set.`,
    `${who} ：付与された可能性があります。AWS で確認してください。許可セットが割り当てられたかどうか、`,
  ],
  [
    'nothing for certain in one place, and nothing in another',
    person([failed('MayBeAssigned', dev.id), failed('DirectoryNotPermitted')]),
    `${who}\n      ◦ may have access to \`dev\` (111122223333) as \`Developer\`, please check in AWS: AWS did not say`,
    `${who}\n      ◦ \`dev\` (111122223333) の \`Developer\` は付与された可能性があります。`,
  ],
  [
    'a part, and perhaps another',
    person([done, failed('MayBeAssigned')], told),
    `${who}: told by e-mail\n      ◦ may have access to \`prod\` (222222222222) as \`Developer\``,
    `${who} ：メールで連絡済み\n      ◦ \`prod\` (222222222222) の \`Developer\` は付与された可能性があります。`,
  ],
  [
    'everything, and could not be told',
    person([done], { undelivered: { Error: 'CannotBeReached', Cause: '' } }),
    `${who}: was given access, but was not told: They cannot get messages from me.`,
    `${who} ：付与しましたが、本人に連絡できていません。`,
  ],
  ...['Unavailable', 'Abandoned', 'States.Timeout'].map((name): (typeof cases)[number] => [
    `everything, and it is not known whether they were told (${name})`,
    person([done], { undelivered: { Error: name, Cause: '' } }),
    `${who}: was given access, but may not have been told. Ask them. If they have no message, ask again; if their user is new, have`,
    `${who} ：付与しましたが、本人に連絡が届いていない可能性があります。本人に確認してください。`,
  ]),
];
describe.each([
  ['English', en, 2],
  ['Japanese', ja, 3],
] as const)('in %s', (_language, words, column) => {
  test.each(cases)('channel and requester read of somebody who was given %s', (...row) => {
    const { post, news } = endOf([row[1]], words);
    expect(`${post}\n`).toContain(row[column]);
    expect(`${news}\n`).toContain(row[column]);
  });
});

test('a reason of AWS cannot pass for the bot’s words', () => {
  const { post } = endOf([person([failed('AssignmentFailed', prod.id, { Reason: '*ok* <!channel> `x`' })])]);
  expect(post).toContain('(`*ok* &lt;!channel&gt; ˋxˋ`)');
});

const whole = person([done], told);
const before = person([had]);
const part = person([done, pending], told);
const none = person([failed('UserDisabled')]);
const headings: [people: Result[], post: string, news: string, japanese: string][] = [
  [
    [whole],
    '1 person has access.',
    'Done: 1 person has access to 2 accounts.',
    '1 名にアクセスを付与し、連絡しました。',
  ],
  [
    [whole, before],
    '2 people have access.',
    'Done: 2 people have access to 2 accounts.',
    '2 名がアクセスを利用できます。',
  ],
  [[whole, part], '1 of 2 is all set:', '1 of 2 is all set in 2 accounts:', '完了したのは 2 名中 1 名です。'],
  [[whole, before, none], '2 of 3 are all set:', '2 of 3 are all set in', '完了したのは 3 名中 2 名です。'],
  [[part, none], 'but nobody is all set yet:', 'but nobody is all set in', '完了した方はまだいません。'],
];
test.each(headings)('%# at the end it is said of how many everything is as asked', (people, post, news, japanese) => {
  expect(endOf(people).post).toContain(`Approved by <@U0KEN>${post.startsWith('but') ? ', ' : ': '}${post}`);
  expect(endOf(people).news).toContain(news);
  expect(endOf(people, ja).post).toContain(japanese);
});

test.each([
  [19, 19],
  [20, 20],
  [21, 0],
])('of %i people who are all set and in the thread the card names %i', (count, named) => {
  const people = Array.from({ length: count }, (_, i) => ({
    ...whole,
    userName: `user-${i}`,
    email: `${i}@partner.example`,
  }));
  const resolved = { users: people, setAside: [], involved: [] };
  const outcomes = [{ people, listed: { inThread: true } }];
  const { text } = endedRequestPost({ ...portalRequest(), resolved, decision: approved, outcomes }, en);
  expect(text.match(/told by e-mail/g) ?? []).toHaveLength(named);
  expect(text.includes('The thread says what became of each person.')).toBe(named === 0);
});
