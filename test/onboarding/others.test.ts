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
  ['sam@partner.example sam@partner.example', [{ email: 'sam@partner.example', userName: 'sam@partner.example' }]],
])('%j is read', (text, typed) => {
  expect(readOthers(text, isUserName)).toEqual({ typed, problems: [] });
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
  ['sam@partner.example, jo@partner.example', 'two-addresses', 'sam@partner.example, jo@partner.example'],
  ['sam@a.example jo@b.example kim@c.example', 'two-addresses', 'sam@a.example jo@b.example kim@c.example'],
  ['sam@partner.example\nSAM@partner.example', 'email-twice', 'SAM@partner.example'],
  ['sam a@partner.example\nSam b@partner.example', 'user-name-twice', 'Sam'],
])('%j is refused as %s', (text, kind, named) => {
  const { problems } = readOthers(text, isUserName);
  expect(problems).toContainEqual({ kind, text: named });
});

test('every mistake is reported, and the good lines are kept', () => {
  const { typed, problems } = readOthers('sam@partner.example\nnobody\nx y z', isUserName);
  expect(typed).toEqual([{ email: 'sam@partner.example' }]);
  expect(problems.map(({ kind }) => kind)).toEqual(['not-an-email', 'too-many-words']);
});
