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
const asMail: [line: string, typed: { userName?: string; name?: string }][] = [
  ['<sam@partner.example>', {}],
  ['< sam@partner.example >', {}],
  ['Sam Lee <sam@partner.example>', { name: 'Sam Lee' }],
  ['Sam <sam@partner.example>', { name: 'Sam' }],
  ['sam lee <sam@partner.example>', { name: 'sam lee' }],
  ['  Sam   Lee<sam@partner.example>  ', { name: 'Sam Lee' }],
  ['Sam\u200b Lee <sam@partner.example>', { name: 'Sam Lee' }],
  ['"Sam Lee" <sam@partner.example>', { name: 'Sam Lee' }],
  ['Mary Jane Watson <sam@partner.example>', { name: 'Mary Jane Watson' }],
  ['山田　太郎 <sam@partner.example>', { name: '山田 太郎' }],
  // A user name before it is known by what no name has in it, or by its small letters where two words follow.
  ['sam.lee <sam@partner.example>', { userName: 'sam.lee' }],
  ['user-name Sam Lee <sam@partner.example>', { userName: 'user-name', name: 'Sam Lee' }],
  ['jane Mary Watson <sam@partner.example>', { userName: 'jane', name: 'Mary Watson' }],
  ['sam_lee Sam <sam@partner.example>', { userName: 'sam_lee', name: 'Sam' }],
  ['sam2 Sam Lee <sam@partner.example>', { userName: 'sam2', name: 'Sam Lee' }],
  ['Sam.Lee Sam Lee <sam@partner.example>', { userName: 'Sam.Lee', name: 'Sam Lee' }],
  ['sam@partner.example Sam Lee <sam@partner.example>', { userName: 'sam@partner.example', name: 'Sam Lee' }],
  ['taro 山田 太郎 <sam@partner.example>', { userName: 'taro', name: '山田 太郎' }],
  // Initials and titles are of a name.
  ['J. Smith <sam@partner.example>', { name: 'J. Smith' }],
  ['J.R. Smith <sam@partner.example>', { name: 'J.R. Smith' }],
  ['Dr. Sam Lee <sam@partner.example>', { name: 'Dr. Sam Lee' }],
  // As address books write it; what has quotes or a comma is a name, however it is written.
  ['"Lee, Sam" <sam@partner.example>', { name: 'Sam Lee' }],
  ['Lee, Sam <sam@partner.example>', { name: 'Sam Lee' }],
  ['Watson, Mary Jane <sam@partner.example>', { name: 'Mary Jane Watson' }],
  ['"van Dyke, Dick" <sam@partner.example>', { name: 'Dick van Dyke' }],
  ['de la Cruz, Maria <sam@partner.example>', { name: 'Maria de la Cruz' }],
  ['"van Dyke Dick" <sam@partner.example>', { name: 'van Dyke Dick' }],
  ['sam.lee "Lee, Sam" <sam@partner.example>', { userName: 'sam.lee', name: 'Sam Lee' }],
  ['sam.lee Lee, Sam <sam@partner.example>', { userName: 'sam.lee', name: 'Sam Lee' }],
  // Commas that only part things, or end a line of a list.
  ['Sam Lee <sam@partner.example>,', { name: 'Sam Lee' }],
  ['Sam Lee <sam@partner.example> ; ', { name: 'Sam Lee' }],
  ['Sam Lee, <sam@partner.example>', { name: 'Sam Lee' }],
  ['sam.lee, <sam@partner.example>', { userName: 'sam.lee' }],
  ['sam.lee, Sam Lee <sam@partner.example>', { userName: 'sam.lee', name: 'Sam Lee' }],
  ['x'.repeat(128).concat(' <sam@partner.example>'), { name: 'x'.repeat(128) }],
  // What is only near to a user name, and what is only near to a name.
  ['sam  lee <sam@partner.example>', { name: 'sam lee' }],
  ['sam,lee2 Sam Lee <sam@partner.example>', { userName: 'sam,lee2', name: 'Sam Lee' }],
  ['sam2.j. Sam Lee <sam@partner.example>', { userName: 'sam2.j.', name: 'Sam Lee' }],
  ['"Sam"Lee <sam@partner.example>', { name: 'Sam Lee' }],
  ['"sam2 lee" <sam@partner.example>', { name: 'sam2 lee' }],
  ['deVries Sam Lee <sam@partner.example>', { name: 'deVries Sam Lee' }],
  ['Lee,Sam <sam@partner.example>', { name: 'Sam Lee' }],
  ['Lee, Sam, Jr. <sam@partner.example>', { name: 'Lee, Sam, Jr.' }],
  // As links are pasted, from Slack and from mail programs.
  ['mailto:sam@partner.example', {}],
  ['MAILTO:sam@partner.example?subject=Hi%20Sam', {}],
  ['<mailto:sam@partner.example>', {}],
  ['<mailto:sam@partner.example|sam@partner.example>', {}],
  ['Sam Lee <mailto:sam@partner.example|sam@partner.example>', { name: 'Sam Lee' }],
  ['"Lee, Sam" <mailto:sam@partner.example>', { name: 'Sam Lee' }],
  ['sam.lee <mailto:sam@partner.example|sam@partner.example>', { userName: 'sam.lee' }],
  ['sam.lee mailto:sam@partner.example', { userName: 'sam.lee' }],
  ['sam@partner.example <mailto:sam@partner.example>', {}],
  ['sam@partner.example<mailto:sam@partner.example>', {}],
  ['Sam Lee (sam@partner.example)', { name: 'Sam Lee' }],
  // With what nobody sees, and as an input method for Japanese writes it.
  ['sam@\u200bpartner.example', {}],
  ['\ufeffsam@partner.example\u00a0', {}],
  ['\u202asam@partner\u00ad.example\u202c', {}],
  ['sam\ufe0f@partner.example', {}],
  ['sam.l\u2060ee sam@partner.example', { userName: 'sam.lee' }],
  ['ｓａｍ＠ｐａｒｔｎｅｒ．ｅｘａｍｐｌｅ', {}],
  ['sam@partner。example', {}],
  ['山田　太郎＜sam@partner.example＞', { name: '山田 太郎' }],
];
test.each(asMail)('%j is read as mail programs mean it', (line, typed) => {
  expect(readOthers(line, isUserName)).toEqual({ typed: [{ email, ...typed }], problems: [] });
});

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
  ['a@partner.example,b@partner.example', 'not-an-email', 'a@partner.example,b@partner.example'],
  ['Sam Lee sam@partner.example', 'too-many-words', 'Sam Lee sam@partner.example'],
  ['  Sam Lee sam@partner.example ', 'too-many-words', 'Sam Lee sam@partner.example'],
  [' sam@a.example jo@b.example\r', 'two-addresses', 'sam@a.example jo@b.example'],
  ['"<sam@a.example jo@b.example', 'two-addresses', '"<sam@a.example jo@b.example'],
  ['sam"lee@a.example jo@b.example', 'not-a-user-name', 'sam"lee@a.example'],
  ['sam;lee@a.example jo@b.example', 'not-a-user-name', 'sam;lee@a.example'],
  ['sam@partner.example, jo@partner.example', 'two-addresses', 'sam@partner.example, jo@partner.example'],
  ['sam@a.example jo@b.example kim@c.example', 'two-addresses', 'sam@a.example jo@b.example kim@c.example'],
  ['sam@partner.example\nSAM@partner.example', 'email-twice', 'SAM@partner.example'],
  ['SAM@partner.example\nsam@partner.example', 'email-twice', 'sam@partner.example'],
  ['sam a@partner.example\nSam b@partner.example', 'user-name-twice', 'Sam'],
  ['Sam a@partner.example\nsam b@partner.example', 'user-name-twice', 'sam'],
  ['Sam Lee <sam@partner>', 'not-an-email', 'sam@partner'],
  ['Sam Lee <>', 'too-many-words', 'Sam Lee <>'],
  ['Sam Lee <sam>', 'too-many-words', 'Sam Lee <sam>'],
  ['Sam Lee <sam@partner.example', 'too-many-words', 'Sam Lee <sam@partner.example'],
  ['Sam <sam@partner.example> Lee', 'too-many-words', 'Sam <sam@partner.example> Lee'],
  ['<!channel> <sam@partner.example>', 'not-an-email', '<sam@partner.example>'],
  ['sam@partner.example sam.lee', 'not-an-email', 'sam.lee'],
  ['jo@partner.example <sam@partner.example>', 'two-addresses', 'jo@partner.example <sam@partner.example>'],
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
