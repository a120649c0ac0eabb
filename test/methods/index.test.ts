import { expect, test } from 'vitest';
import { methodOf, methods, portalTerminal } from '../../src/methods/index.ts';

test.each(Object.keys(methods))('the method %s is found by its name', (method) => {
  expect(methodOf({ method })).toBe(methods[method]);
});

test.each(['toString', 'iam-role', ''])('there is no method %j', (method) => {
  expect(() => methodOf({ method })).toThrow(`There is no method ${method}.`);
});

// What the form says of a user name has to be true of the names that a method takes.
test.each([
  ['letters and digits alone', 'letters-and-digits', 'sam.lee+aws', true],
  ['letters and digits alone', 'letters-and-digits', '佐藤', false],
  ['anything without spaces', 'no-spaces', '佐藤', true],
  ['anything without spaces', 'no-spaces', 'sam lee', false],
])('where %s may be in a user name (%s), %j is one: %s', (_what, rule, name, expected) => {
  const method = Object.values(methods).find(({ userNameRule }) => userNameRule === rule);
  expect(method?.isUserName(name)).toBe(expected);
});

test('people are asked for their names where users have any, and told of a portal where there is one', () => {
  const { 'iam-user': iamUser, 'identity-center': identityCenter } = methods;
  expect(iamUser).toMatchObject({ takesNames: false, terminal: { kind: 'console' } });
  expect(identityCenter).toMatchObject({ takesNames: true, terminal: { kind: 'portal' } });
  expect(portalTerminal()).toBe(identityCenter?.terminal);
});

test('each method of a section has one of its own', () => {
  const names = Object.values(methods).flatMap(({ section }) => (section ? [section.name] : []));
  expect(names).toEqual(['identityCenter']);
});
