import { expect, test } from 'vitest';
import { isUserName } from '../../src/methods/iam-user/user-name.ts';
import { readOthers } from '../../src/onboarding/others.ts';

test.each([
  ['', []],
  ['  \n\n ', []],
  ['sam@partner.example', [{ email: 'sam@partner.example' }]],
  ['sam.lee　sam@partner.example', [{ email: 'sam@partner.example', userName: 'sam.lee' }]],
  ['sam,lee sam@partner.example', [{ email: 'sam@partner.example', userName: 'sam,lee' }]],
  ['sam.lee sam@partner.example', [{ email: 'sam@partner.example', userName: 'sam.lee' }]],
  [
    'sam.lee,  sam@partner.example\r\n\nkim@partner.example',
    [{ email: 'sam@partner.example', userName: 'sam.lee' }, { email: 'kim@partner.example' }],
  ],
  ['SAM@partner.example sam@partner.example', [{ email: 'sam@partner.example', userName: 'SAM@partner.example' }]],
  ['sam@partner.example SAM@partner.example', [{ email: 'SAM@partner.example', userName: 'sam@partner.example' }]],
  ['sam@partner.example sam@partner.example', [{ email: 'sam@partner.example', userName: 'sam@partner.example' }]],
])('%j is read', (text, typed) => {
  expect(readOthers(text, isUserName)).toEqual({ typed, problems: [] });
});

const email = 'sam@partner.example';

test('of what was not typed nothing is there, and a method that takes no name at all takes an address alone', () => {
  expect(readOthers('sam@partner.example', () => false)).toStrictEqual({ typed: [{ email }], problems: [] });
  expect(readOthers('Sam <sam@partner.example>', () => false).typed).toStrictEqual([{ email, name: 'Sam' }]);
});

test('a list of addresses as mail programs write it is read line by line, with those of other forms between them', () => {
  const lines = ['"Lee, Sam" <sam@partner.example>,', 'kim kim@partner.example', 'jo@partner.example', ''];
  expect(readOthers(lines.join('\r\n'), isUserName)).toEqual({
    typed: [
      { email: 'sam@partner.example', name: 'Sam Lee' },
      { email: 'kim@partner.example', userName: 'kim' },
      { email: 'jo@partner.example' },
    ],
    problems: [],
  });
});

test.each([
  ['ada@elsewhere', 'not-an-email', 'ada@elsewhere'],
  ['<!channel>', 'not-an-email', '<!channel>'],
  ['sam lee@', 'not-an-email', 'lee@'],
  ['sa&lt;m sam@partner.example', 'not-a-user-name', 'sa&lt;m'],
  ['*_~ sam@partner.example', 'not-a-user-name', '*_~'],
  [`${'x'.repeat(65)} sam@partner.example`, 'not-a-user-name', 'x'.repeat(65)],
  ['名前 sam@partner.example', 'not-a-user-name', '名前'],
  ['a@partner.example,b@partner.example', 'two-addresses', 'a@partner.example,b@partner.example'],
  ['Sam Lee sam@partner.example', 'too-many-words', 'Sam Lee sam@partner.example'],
  ['Sam (sam@partner.example) Lee', 'too-many-words', 'Sam (sam@partner.example) Lee'],
  ['<a> sam@b.example <sam@b.example>', 'too-many-words', '<a> sam@b.example <sam@b.example>'],
  ['sam@b.example <sam@b.example> Lee', 'too-many-words', 'sam@b.example <sam@b.example> Lee'],
  ['  Sam Lee sam@partner.example ', 'too-many-words', 'Sam Lee sam@partner.example'],
  [' sam@a.example jo@b.example\r', 'two-addresses', 'sam@a.example jo@b.example'],
  ['"<sam@a.example jo@b.example', 'two-addresses', '"<sam@a.example jo@b.example'],
  ['sam"lee@a.example jo@b.example', 'two-addresses', 'sam"lee@a.example jo@b.example'],
  ['sam;lee@a.example jo@b.example', 'two-addresses', 'sam;lee@a.example jo@b.example'],
  ['sam@partner.example, jo@partner.example', 'two-addresses', 'sam@partner.example, jo@partner.example'],
  ['sam@a.example jo@b.example kim@c.example', 'two-addresses', 'sam@a.example jo@b.example kim@c.example'],
  ['sam@partner.example\nSAM@partner.example', 'email-twice', 'SAM@partner.example'],
  ['SAM@partner.example\nsam@partner.example', 'email-twice', 'sam@partner.example'],
  ['sam a@partner.example\nSam b@partner.example', 'user-name-twice', 'Sam'],
  ['Sam a@partner.example\nsam b@partner.example', 'user-name-twice', 'sam'],
  ['Sam Lee <sam@partner>', 'not-an-email', 'sam@partner'],
  ['Sam Lee <>', 'too-many-words', 'Sam Lee <>'],
  ['sam@partner.example,lee', 'not-an-email', 'sam@partner.example,lee'],
  ['Sam Lee <sam>', 'too-many-words', 'Sam Lee <sam>'],
  ['Sam Lee <sam@partner.example', 'too-many-words', 'Sam Lee <sam@partner.example'],
  ['Sam <sam@partner.example> Lee', 'too-many-words', 'Sam <sam@partner.example> Lee'],
  ['<!channel> <sam@partner.example>', 'not-an-email', '<sam@partner.example>'],
  ['sam@partner.example sam.lee', 'not-an-email', 'sam.lee'],
  ['jo@partner.example <sam@partner.example>', 'two-addresses', 'jo@partner.example <sam@partner.example>'],
  ['jo@partner.example<sam@partner.example>', 'two-addresses', 'jo@partner.example<sam@partner.example>'],
  ['jo@partner.example<mailto:sam@partner.example>', 'two-addresses', 'jo@partner.example<sam@partner.example>'],
  ['jo@partner.example(sam@partner.example)', 'two-addresses', 'jo@partner.example<sam@partner.example>'],
  ['jo@partner.example;<sam@partner.example>', 'two-addresses', 'jo@partner.example;<sam@partner.example>'],
  [
    'jo@partner.example, Sam Lee <sam@partner.example>',
    'two-addresses',
    'jo@partner.example, Sam Lee <sam@partner.example>',
  ],
  [
    'Sam Lee jo@partner.example <sam@partner.example>',
    'two-addresses',
    'Sam Lee jo@partner.example <sam@partner.example>',
  ],
  [
    'Jo <jo@partner.example>, Sam <sam@partner.example>',
    'two-addresses',
    'Jo <jo@partner.example>, Sam <sam@partner.example>',
  ],
  [`${'x'.repeat(129)} <sam@partner.example>`, 'name-too-long', 'x'.repeat(129)],
  ['sam/lee2 Sam Lee <sam@partner.example>', 'not-a-user-name', 'sam/lee2'],
  ['Sam <sam@partner.example>\nsam@partner.example', 'email-twice', 'sam@partner.example'],
  ['sam.lee Sam <a@partner.example>\nsam.lee b@partner.example', 'user-name-twice', 'sam.lee'],
])('%j is refused as %s', (text, kind, named) => {
  const { problems } = readOthers(text, isUserName);
  expect(problems).toContainEqual({ kind, text: named });
});

test.each([
  ['sam..lee@partner.example', 'not-an-email', 'sam..lee@partner.example'],
  ['.sam@partner.example', 'not-an-email', '.sam@partner.example'],
  ['sam.@partner.example', 'not-an-email', 'sam.@partner.example'],
  ['sam@partner..example', 'not-an-email', 'sam@partner..example'],
])('%s, to which no mail can be sent, is refused', (text, kind, named) => {
  expect(readOthers(text, isUserName)).toEqual({ typed: [], problems: [{ kind, text: named }] });
});

test('of one line everything that is wrong is reported', () => {
  const line = `sam/lee2 ${'x'.repeat(129)} <sam@partner>`;
  expect(readOthers(line, isUserName).problems).toEqual([
    { kind: 'not-an-email', text: 'sam@partner' },
    { kind: 'not-a-user-name', text: 'sam/lee2' },
    { kind: 'name-too-long', text: 'x'.repeat(129) },
  ]);
});

test('every mistake is reported, and the good lines are kept', () => {
  const { typed, problems } = readOthers('sam@partner.example\nnobody\nx y z', isUserName);
  expect(typed).toEqual([{ email: 'sam@partner.example' }]);
  expect(problems.map(({ kind }) => kind)).toEqual(['not-an-email', 'too-many-words']);
});
