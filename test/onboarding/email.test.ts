import { expect, test } from 'vitest';
import { addressIn } from '../../src/onboarding/email.ts';

test.each([
  ['as it is', 'sam@partner.example'],
  ['with spaces around it', ' sam@partner.example\t'],
  ['after a name', 'Sam Lee <sam@partner.example>'],
  ['after a name, with spaces behind it', 'Sam Lee <sam@partner.example>  '],
  ['in brackets after a name', 'Sam Lee (sam@partner.example)'],
  ['as a link', '<mailto:sam@partner.example|sam@partner.example>'],
  ['as an input method for Japanese writes it', 'ｓａｍ＠ｐａｒｔｎｅｒ。ｅｘａｍｐｌｅ'],
])('an address is found %s', (_how, pasted) => {
  expect(addressIn(pasted)).toBe('sam@partner.example');
});

test.each([
  ['something after the address', 'Sam <sam@partner.example> Lee'],
  ['an address in brackets that is none', 'Sam <sam>'],
  ['no address', 'Sam Lee'],
])('what has in it %s stays as it is, to be told of', (_what, pasted) => {
  expect(addressIn(pasted)).toBe(pasted);
});
