import { expect, test } from 'vitest';
import { methodOf, methods } from '../../src/methods/index.ts';

test.each(Object.keys(methods))('the method %s is found by its name', (method) => {
  expect(methodOf({ method })).toBe(methods[method]);
});

test.each(['toString', 'iam-role', ''])('there is no method %j', (method) => {
  expect(() => methodOf({ method })).toThrow(`There is no method ${method}.`);
});

test('each method of a section has one of its own', () => {
  const names = Object.values(methods).flatMap(({ section }) => (section ? [section.name] : []));
  expect(names).toEqual(['identityCenter']);
});
