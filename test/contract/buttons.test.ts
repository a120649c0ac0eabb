import { expect, test } from 'vitest';
import { type buttonValue, readButton } from '../../src/contract/buttons.ts';

const decides = { execution: 'V1', token: 'tok', version: '"v1"' };
const password = { account: { id: '111122223333', name: 'dev' }, userName: 'sam', userId: 'AIDA1', request: 'V1' };
const portal = {
  kind: 'portal',
  session: { name: 'acme', startUrl: 'https://acme.awsapps.com/start', region: 'eu-west-1' },
  isFirst: true,
  roles: [
    { name: 'Developer', accounts: ['111122223333'], try: 's3 ls' },
    { name: 'Viewer', accounts: ['111122223333', '222222222222'] },
  ],
  pending: 1,
  hasGroups: true,
  userId: 'u-1',
  owner: 'U0SAM',
  request: 'V1',
  profileId: 'cloud',
};
const everything = { kind: 'everything', profileId: 'cloud', userId: 'u-1', owner: 'U0SAM' };

type Button = Parameters<typeof buttonValue>[0];
const values: [button: Button, what: string, value: object][] = [
  ['approve', 'the decision', decides],
  ['deny', 'the decision', decides],
  ['withdraw', 'the decision', decides],
  ['show-password', 'the user', password],
  ['make-new-password', 'the user', password],
  ['set-up-cli', 'what there is at a portal', portal],
  ['set-up-cli', 'that it is at the console', { kind: 'console' }],
  ['cli-everything', 'whose it is', everything],
  ['cli-commands', 'what there is at a portal', portal],
  ['cli-commands', 'whose it is', everything],
];
test.each(values)('the button %s keeps %s', (button, _what, value) => {
  expect(readButton(button, JSON.stringify(value))).toEqual(value);
});

test.each<[button: Button, what: string, value: object]>([
  ['set-up-cli', 'all that somebody has', everything],
  ['set-up-cli', 'a third kind', { ...portal, kind: 'tunnel' }],
  ['cli-everything', 'one delivery', portal],
  ['cli-commands', 'the console', { kind: 'console' }],
  ['cli-commands', 'what is nobody’s', { ...portal, owner: undefined }],
])('the button %s does not take %s', (button, _what, value) => {
  expect(() => readButton(button, JSON.stringify(value))).toThrow();
});

test('a button that knows no version of a profile was made for none that there is', () => {
  expect(readButton('approve', JSON.stringify({ execution: 'V1', token: 'tok' })).version).toBe('');
});
