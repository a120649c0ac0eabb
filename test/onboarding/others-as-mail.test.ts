import { expect, test } from 'vitest';
import { isUserName } from '../../src/methods/iam-user/user-name.ts';
import { readOthers } from '../../src/onboarding/others.ts';

const email = 'sam@partner.example';
const asMail: [line: string, typed: { userName?: string; name?: string }][] = [
  ['<sam@partner.example>', {}],
  ["'sam@partner.example' <sam@partner.example>", {}],
  ['"sam@partner.example" <sam@partner.example>', {}],
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
  [' sam.lee Sam Lee <sam@partner.example>', { userName: 'sam.lee', name: 'Sam Lee' }],
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
  ['sam@partner.example,', {}],
  ['sam@partner.example; ', {}],
  ['sam.lee, sam@partner.example,', { userName: 'sam.lee' }],
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
  ['Sam Lee (sam@partner.example) ', { name: 'Sam Lee' }],
  // Where the name is the address, there is none.
  ['sam@partner.example <sam@partner.example> ', {}],
  ['sam@partner.example < sam@partner.example >', {}],
  // With what nobody sees, and as an input method for Japanese writes it.
  ['sam@\u200bpartner.example', {}],
  ['\ufeffsam@partner.example\u00a0', {}],
  ['\u202asam@partner\u00ad.example\u202c', {}],
  ['sam\ufe0f@partner.example', {}],
  ['s\u200bam@partner.example', {}],
  ['sam@partner.examp\u200ble', {}],
  ['Sam\u200bLee <sam@partner.example>', { name: 'Sam Lee' }],
  ['sam.l\u2060ee sam@partner.example', { userName: 'sam.lee' }],
  ['ｓａｍ＠ｐａｒｔｎｅｒ．ｅｘａｍｐｌｅ', {}],
  ['sam@partner。example', {}],
  ['山田　太郎＜sam@partner.example＞', { name: '山田 太郎' }],
];
test.each(asMail)('%j is read as mail programs mean it', (line, typed) => {
  expect(readOthers(line, isUserName)).toEqual({ typed: [{ email, ...typed }], problems: [] });
});
