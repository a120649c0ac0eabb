import { expect, test } from 'vitest';
import { signInsOf } from '../../../src/messages/newcomer/welcome.ts';
import { type MailInput, welcomeMail } from '../../../src/messages/newcomer/welcome-mail.ts';
import { en, type Words } from '../../../src/messages/words/en.ts';
import { ja } from '../../../src/messages/words/ja.ts';
import { approved, created, requestOf, samAsPerson } from '../../onboarding/examples.ts';

const prod = { id: '222222222222', name: 'prod', isManagement: false };

function inputFrom(name: string, accounts = requestOf().accounts): MailInput {
  const { requestId, requestedBy, profile } = requestOf();
  const person = created(
    samAsPerson,
    accounts.map(({ id }) => id),
  );
  return {
    requestId,
    requestedBy: { ...requestedBy, name },
    accounts,
    person,
    decision: approved,
    profile,
    grants: {},
    organization: 'Kumoworks',
  };
}

const mailOf = (input: MailInput, password: string, words: Words) =>
  welcomeMail(
    input,
    signInsOf(input).map((signIn, i) => ({
      ...signIn,
      issued: { password: i > 0 ? `${password}${i}` : password, madeAt: `2026-11-22T04:06:1${i}.123Z` },
    })),
    words,
  );

test.each([
  ['a name', 'Aiko Tanaka', 'Aiko Tanaka'],
  ['a Japanese name, in its order', '田中 愛子', '田中 愛子'],
  ['a name written from right to left', 'ليلى حداد', 'ليلى حداد'],
  ['a name with an emoji', 'Aiko 👩‍💻', 'Aiko 👩‍💻'],
  ['a name over several lines', 'Aiko\n\nTanaka', 'Aiko Tanaka'],
  ['a name of 250 characters', 'A'.repeat(250), 'aiko@example.com'],
  ['a link', 'Sign in at https://evil.example', 'aiko@example.com'],
  ['a name that turns the text after it around', 'Aiko \u202etxet', 'aiko@example.com'],
  ['a bare domain', 'Verify at signin-aws.com', 'aiko@example.com'],
  ['a domain with an ideographic dot', 'Verify at signin-aws。com', 'aiko@example.com'],
  ['a domain with a half-width ideographic dot', 'Verify at signin-aws｡com', 'aiko@example.com'],
  ['a domain with a full-width dot', 'Verify at signin-aws．com', 'aiko@example.com'],
  ['a domain with a one-dot leader', 'Verify at signin-aws․com', 'aiko@example.com'],
  ['a domain in full-width letters', 'Verify at ｓｉｇｎｉｎ．ｃｏｍ', 'aiko@example.com'],
  ['a domain with something unseen before its dot', 'Verify at signin-aws\u200b.\u00adcom', 'aiko@example.com'],
  ['a full-width address', 'aws＠evil', 'aiko@example.com'],
  ['no name', ' ', 'aiko@example.com'],
])('%s stands in the mail as what it is, or their address does', (_what, name, shown) => {
  const { text, html } = mailOf(inputFrom(name), 'secret', en);
  expect(text).toMatch(new RegExp(`^${shown} of Kumoworks asked for AWS access for you and Ken approved it`));
  expect(html).toContain(shown);
});

test('the mail says the same as text and as HTML, in both languages', () => {
  for (const words of [en, ja]) {
    const { text, html, subject } = mailOf(inputFrom('田中 愛子'), 'a<b&c"d', words);
    for (const line of text
      .split('\n')
      .filter(Boolean)
      .filter((line) => !line.includes('a<b&c"d') && !line.includes('<')))
      for (const part of line.replace(/^\d\. /, '').split(/: |：(?=\S)/)) expect(html).toContain(part);
    expect(html).toContain('a&lt;b&amp;c&quot;d');
    expect(subject).toContain('dev (111122223333)');
  }
});

test('of several accounts each has its own address and password, and the steps stand there once', () => {
  for (const words of [en, ja]) {
    const input = inputFrom('Aiko', [...requestOf().accounts, prod]);
    const { text, html, subject } = mailOf(input, 'secret', words);
    for (const shown of [text, html]) {
      for (const part of ['dev (111122223333)', 'prod (222222222222)', 'secret', 'secret1'])
        expect(shown).toContain(part);
      for (const step of words.mail.steps) expect(shown.split(step.replaceAll('"', '&quot;'))).toHaveLength(2);
    }
    expect(subject).toMatch(/2/);
  }
});

test.each([
  ['English', en, 'Made at: 2026-11-22 04:06:10 UTC', 'only the password that was made last works'],
  ['Japanese', ja, '発行日時：2026-11-22 04:06:10 UTC', '発行日時が最も新しいパスワードのみ有効です'],
])(
  'in %s the mail says of each password when it was made, and that the last one counts',
  (_language, words, first, rule) => {
    const { text } = mailOf(inputFrom('Aiko', [...requestOf().accounts, prod]), 'secret', words);
    expect(text).toContain(first);
    expect(text).toContain('2026-11-22 04:06:11 UTC');
    expect(text).toContain(rule);
  },
);

test('where the user has a password already the mail says so, and of no password when it was made', () => {
  const input = inputFrom('Aiko');
  const { text } = welcomeMail(
    input,
    signInsOf(input).map((signIn) => ({ ...signIn, issued: undefined })),
    en,
  );
  expect(text).toContain(
    'Temporary password: none, because you already have a password. If you do not know it, ask your AWS administrators.',
  );
  expect(text).not.toMatch(/Made at|made last/);
});

test.each([
  ['English', en],
  ['Japanese', ja],
])('in %s the mail says that nothing works before MFA is set up', (_language, words) => {
  expect(mailOf(inputFrom('Aiko'), 'secret', words).text).toMatch(/MFA/);
});

test.each([
  ['English', en, 'Hello Sam Lee,', 'Aiko of Kumoworks asked', 'Kind of access: Developer – Read-only console'],
  ['Japanese', ja, 'Sam Lee 様', 'Kumoworks の AWS アカウント', 'アクセスの種類：開発者 – コンソールの閲覧のみ'],
])(
  'in %s the mail greets its reader, and says of which organization and of which kind the access is',
  (_language, words, greeting, first, kind) => {
    const input = inputFrom('Aiko');
    const { text, html } = mailOf(
      {
        ...input,
        person: { ...input.person, displayName: 'Sam Lee' },
        profile: {
          ...input.profile,
          name: { en: 'Developer', ja: '開発者' },
          description: { en: 'Read-only console', ja: 'コンソールの閲覧のみ' },
        },
      },
      'secret',
      words,
    );
    expect(text.split('\n').slice(0, 5)).toEqual([greeting, '', expect.stringContaining(first), '', kind]);
    for (const part of [greeting, first, kind]) expect(html).toContain(part);
  },
);

test.each([
  ['is only known by their address', 'sam@partner.example'],
  ['is called like a link', 'Verify at signin-aws.com'],
])('who %s is not greeted by it', (_what, displayName) => {
  const input = inputFrom('Aiko');
  const { text } = mailOf({ ...input, person: { ...input.person, displayName } }, 'secret', en);
  expect(text).toMatch(/^Aiko of Kumoworks asked/);
});

test('a workspace without a name is not named', () => {
  expect(mailOf({ ...inputFrom('Aiko'), organization: '' }, 'secret', en).text).toMatch(/^Aiko asked for AWS access/);
});
