import { describe, expect, test } from 'vitest';
import type { Inspection, Target } from '../../src/contract/access.ts';
import type { Person } from '../../src/contract/people.ts';
import { openRequestPost } from '../../src/messages/approvers/request-post.ts';
import { sentMessage } from '../../src/messages/requester/request-news.ts';
import { en } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import {
  both,
  grants,
  groupsTarget,
  inspectionAt,
  portalRequest,
  prod,
  sam,
  setOf,
  targetOf,
} from '../onboarding/at-portal.ts';
import { dev } from '../onboarding/examples.ts';

const inDev = targetOf(dev.id, 'Developer');
const inProd = targetOf(prod.id, 'Developer');
const yuki: Person = { ...sam, userName: 'yuki', slackUserId: 'U0YUKI', givenName: '由紀', familyName: '佐藤' };

type Found = {
  effects: string[];
  person?: Person;
  found?: { UserName: string; FromDirectory?: boolean };
  Why?: string;
  OtherMail?: string;
};

/** What the approver reads of one person. */
function cardOf(targets: Target[], { person = sam, ...found }: Found, words = en, accounts = both): string {
  const inspection = inspectionAt(targets, [{ person, ...found }]);
  const resolved = { users: [person], setAside: [], involved: [] };
  return openRequestPost({ ...portalRequest(accounts), resolved, inspection }, [], words).text;
}

const cases: [what: string, found: Found, english: string, japanese: string][] = [
  [
    'a new user, with the names that they get',
    { effects: ['create', 'create', 'create'] },
    '*Users to create*, and how each is told\n• `sam@partner.example` → `sam` (e-mail)\n      ◦ given name `Sam`, family name `Lee`\n',
    '*作成するユーザーと連絡方法*\n• `sam@partner.example` → `sam` （メール）\n      ◦ *姓* `Lee` / *名* `Sam`\n',
  ],
  [
    'somebody who is there under another name',
    { person: yuki, effects: ['grant', 'grant', 'grant'], found: { UserName: 'yuki.sato' } },
    '*Existing users who get more*, and how each is told\n• <@U0YUKI> → `yuki.sato` (DM)\n',
    '*アクセスを追加する既存ユーザーと連絡方法*\n• <@U0YUKI> → `yuki.sato` （DM）\n',
  ],
  [
    'somebody who has a part of it',
    { person: yuki, effects: ['has', 'has', 'grant'], found: { UserName: 'yuki' } },
    '→ `yuki` (DM)\n      ◦ has the groups, `dev` (111122223333) as `Developer`; gets `prod` (222222222222) as `Developer`\n',
    '      ◦ *付与済み* グループ, `dev` (111122223333) の `Developer` / *追加* `prod` (222222222222) の `Developer`\n',
  ],
  [
    'somebody who has all of it',
    { person: yuki, effects: ['has', 'has', 'has'], found: { UserName: 'yuki' } },
    '*Already have all of it*\n• <@U0YUKI> → `yuki`\n:warning: *There is nothing to give:* an approval would change nothing.',
    '*すでにすべて付与済みの方*\n• <@U0YUKI> → `yuki`\n:warning: *付与できるアクセスがありません。* 承認しても何も変わりません。',
  ],
  [
    'somebody who is refused everywhere for one reason, which is told once',
    { effects: ['UserDisabled', 'UserDisabled', 'UserDisabled'] },
    '*People*\n• `sam@partner.example` → `sam`\n      ◦ no access: Their user is disabled.',
    '*対象者*\n• `sam@partner.example` → `sam`\n      ◦ 付与できません。ユーザーが無効になっています。',
  ],
  [
    'somebody who is set aside',
    { effects: ['UserMissing', 'UserMissing', 'UserMissing'], Why: 'UserMissing' },
    '*Not included*\n• `sam@partner.example` → `sam`: AWS does not know them yet',
    '*対象外*\n• `sam@partner.example` → `sam` ：まだ AWS に登録されていません（',
  ],
  [
    'somebody who has another address in the directory',
    {
      person: yuki,
      effects: ['grant', 'grant', 'grant'],
      found: { UserName: 'yuki' },
      OtherMail: 'y.sato@acme.example',
    },
    '→ `yuki` (DM)\n      ◦ AWS has another address for this user name: `y.sato@acme.example`. Check that this is the same person.\n',
    '      ◦ このユーザー名は、AWS では別のメールアドレス `y.sato@acme.example` で登録されています。ご本人かどうか確認してください。\n',
  ],
  [
    'somebody who is refused in one place',
    { effects: ['grant', 'grant', 'Sso.Odd'], found: { UserName: 'sam' } },
    '      ◦ no access to `prod` (222222222222) as `Developer`: A step failed unexpectedly.',
    '      ◦ `prod` (222222222222) の `Developer` は付与できません。予期しない問題が発生しました。',
  ],
];
describe.each([
  ['English', en, 2],
  ['Japanese', ja, 3],
] as const)('in %s', (_language, words, column) => {
  test.each(cases)('the approver reads of %s', (...row) => {
    const text = cardOf([groupsTarget, inDev, inProd], row[1], words);
    expect(text).toContain(row[column]);
    // Who is refused or has all of it gets no name that nobody will write down.
    if (!row[1].effects.includes('create')) expect(text).not.toContain('`由紀`');
  });
});

test('of several permission sets in one account the account is named once', () => {
  const targets = [inDev, targetOf(dev.id, 'Viewer'), inProd, targetOf(prod.id, 'Viewer')];
  const text = cardOf(targets, { effects: ['has', 'has', 'grant', 'has'], found: { UserName: 'sam' } });
  expect(text).toContain(
    'has `dev` (111122223333) as `Developer` + `Viewer`, `prod` (222222222222) as `Viewer`; gets `prod` (222222222222) as `Developer`',
  );
});

test('of many who are set aside for one reason, ten share a line', () => {
  const users = Array.from({ length: 42 }, (_, i): Person => ({ ...yuki, slackUserId: `U${i}`, userName: `yuki${i}` }));
  const inspection = inspectionAt(
    [inDev],
    users.map((person, i) =>
      i < 2
        ? { person, effects: ['UserDisabled'], Why: 'UserDisabled' }
        : { person, effects: ['UserMissing'], Why: 'UserMissing' },
    ),
  );
  const state = { ...portalRequest(), resolved: { users, setAside: [], involved: [] }, inspection };
  const [, list = ''] = openRequestPost(state, [], en).text.split('*Not included*\n');
  const lines = list.split('\n').filter((line) => line.startsWith('•'));
  expect(lines.map((line) => [...line.matchAll(/<@U\d+> → `yuki\d+`/g)].length)).toEqual([2, 10, 10, 10, 10]);
  expect(lines[0]).toBe(`• <@U0> → \`yuki0\`, <@U1> → \`yuki1\`: ${en.trouble.UserDisabled}`);
  for (const line of lines.slice(1)) expect(line).toContain(`: ${en.trouble.UserMissing}`);
});

test('a request of groups alone names the portal, and no account', () => {
  const text = cardOf([groupsTarget], { effects: ['create'] }, en, []);
  expect(text).toContain('asks for AWS access for *1 person* in IAM Identity Center\n');
  expect(text).not.toContain('*Accounts*');
});

test.each<[string, Target[], string]>([
  [
    'in one of several places',
    [{ ...inDev, Problem: { Error: 'AccountNotActive', Cause: '' } }, inProd],
    ':warning: `dev` (111122223333) as `Developer`: This account is suspended or closed.',
  ],
  [
    'of a permission set, once for all accounts',
    [inDev, inProd].map((target) => ({ ...target, Problem: { Error: 'PermissionSetAdministers', Cause: '' } })),
    ':warning: `dev` (111122223333) as `Developer`, `prod` (222222222222) as `Developer`: This permission set gives administrator rights',
  ],
  [
    'of groups',
    [{ ...groupsTarget, Problem: { Error: 'GroupFromDirectory', Cause: '' } }, inDev],
    ':warning: the groups: The members of this group are managed in your company directory.',
  ],
  [
    'of groups that are named',
    [
      {
        ...groupsTarget,
        Problem: { Error: 'GroupFromDirectory', Cause: '' },
        Checked: [
          { Kind: 'group', Name: 'Ours', Exists: true, FromDirectory: false },
          { Kind: 'group', Name: 'Theirs', Exists: true, FromDirectory: true },
        ],
      },
      inDev,
    ],
    ':warning: *Managed in your company directory:* group `Theirs`. Have these people added there; boarding-pass cannot do it.',
  ],
  [
    'in the only place',
    [{ ...inDev, Problem: { Error: 'PermissionSetMissing', Cause: '' } }],
    ':warning: *As things stand, it cannot be given.* This permission set does not exist.',
  ],
  [
    'since a group is missing',
    [{ ...groupsTarget, Checked: [{ Kind: 'group', Name: 'Engineering', Exists: false }] }, inDev],
    ':warning: *Missing:* group `Engineering`. Nobody can be added until it exists.',
  ],
])('what keeps everybody from it %s is told with what to do', (_what, targets, said) => {
  const effects = targets.map(({ Problem }) => Problem?.Error ?? 'create');
  expect(cardOf(targets, { effects })).toContain(said);
});

const given = (more: object): Inspection['Profile']['Grants'] => ({ groups: [], permissionSets: [], ...more });
const opening = (count: number) =>
  given({ groups: [{ Name: 'Ops', Opens: Array.from({ length: count }, (_, i) => String(400_000_000_000 + i)) }] });

test.each<[string, Inspection['Profile']['Grants'], string, string]>([
  [
    'a permission set with all that it may have',
    given({
      permissionSets: [
        setOf('Developer', { CustomerManaged: ['Deploy'], HasInline: true, HasBoundary: true, Session: 'PT1H' }),
      ],
    }),
    '*Permission set* `Developer`: `PowerUserAccess`, customer managed policies `Deploy`, an inline policy, a permissions boundary, sessions of 1 hour\n',
    '*許可セット* `Developer` ： `PowerUserAccess`, カスタマー管理ポリシー `Deploy`, インラインポリシー, アクセス許可の境界, セッション 1 時間\n',
  ],
  [
    'a permission set that says little',
    given({ permissionSets: [setOf('Empty', { Managed: [], Session: '' })] }),
    '*Permission set* `Empty`\n',
    '*許可セット* `Empty`\n',
  ],
  [
    'sessions that are no whole hours',
    given({ permissionSets: [setOf('Short', { Managed: [], Session: 'PT1H30M' })] }),
    '*Permission set* `Short`: sessions of 1.5 hours\n',
    '*許可セット* `Short` ： セッション 1.5 時間\n',
  ],
  [
    'administrator rights',
    given({ permissionSets: [setOf('Admin', { Administers: true })] }),
    ':rotating_light: *It gives administrator rights.* People who have it can do anything in these accounts.\n',
    ':rotating_light: *管理者権限が付与されます。* これらのアカウントであらゆる操作ができるようになります。\n',
  ],
  [
    'groups and what they open',
    grants,
    '*Groups* `Engineering`\n*Accounts that `Engineering` opens* `333333333333`\n',
    '*グループ* `Engineering`\n*グループ `Engineering` で利用できるアカウント* `333333333333`\n',
  ],
  ['a group that opens very many accounts', opening(12), '`400000000009` and 2 more\n', '`400000000009` ほか 2 件\n'],
  ['a group that opens ten', opening(10), '`400000000009`\n', '`400000000009`\n'],
])('the approver reads what is given: %s', (_what, profile, english, japanese) => {
  const inspection = inspectionAt([groupsTarget], [{ person: sam, effects: ['create'] }], profile);
  const state = { ...portalRequest(), resolved: { users: [sam], setAside: [], involved: [] }, inspection };
  expect(openRequestPost(state, [], en).text).toContain(english);
  expect(openRequestPost(state, [], ja).text).toContain(japanese);
});

test('the requester reads of each person what the approver does', () => {
  const inspection = inspectionAt(
    [groupsTarget, inDev],
    [
      { person: sam, effects: ['create', 'create'] },
      { person: yuki, effects: ['has', 'grant'], found: { UserName: 'yuki' } },
    ],
  );
  const state = { ...portalRequest(), resolved: { users: [sam, yuki], setAside: [], involved: [] }, inspection };
  const lines = openRequestPost(state, [], en)
    .text.split('\n')
    .filter((line) => /^(•| +◦)/.test(line));
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(sentMessage(state, en).text).toContain(line);
});

test.each([
  [false, undefined],
  [true, 'Administrator rights'],
])('what administers (%s) is approved with a second thought', (Administers, title) => {
  const inspection = inspectionAt([inDev], [{ person: sam, effects: ['create'] }]);
  inspection.Profile.Grants = { permissionSets: [{ ...setOf('Developer'), Administers }] };
  const state = { ...portalRequest(), resolved: { users: [sam], setAside: [], involved: [] }, inspection };
  const { blocks } = openRequestPost(state, [], en, 'value');
  const [, shown] = /"confirm":\{"title":\{"type":"plain_text","text":"([^"]+)"/.exec(JSON.stringify(blocks)) ?? [];
  expect(shown).toBe(title);
});
