import { expect, test } from 'vitest';
import { buttonValue, readButton } from '../../src/contract/buttons.ts';
import { readContract, readJson } from '../../src/contract/read.ts';
import { onboardingRequest } from '../../src/contract/request.ts';
import { requestOf } from '../onboarding/examples.ts';

test('what nobody knows of is passed over', () => {
  expect(readContract(onboardingRequest, { ...requestOf(), later: 'more' }, 'the request')).toEqual(requestOf());
});

test.each([
  [
    'a field that is missing',
    { ...requestOf(), reason: undefined },
    /the request is not as agreed: reason \(invalid_type\)/,
  ],
  [
    'a field within a list',
    { ...requestOf(), accounts: [{ id: 5, name: 'secret' }] },
    /accounts\.0\.id \(invalid_type\)/,
  ],
  ['nothing', null, /the whole \(invalid_type\)/],
  [
    'each of two that are missing',
    { ...requestOf(), reason: undefined, accounts: undefined },
    /: accounts \(invalid_type\), reason \(invalid_type\)$/,
  ],
])('%s is named, and no value is', (_what, value, message) => {
  expect(() => readContract(onboardingRequest, value, 'the request')).toThrow(message);
  expect(() => readContract(onboardingRequest, value, 'the request')).not.toThrow(/secret/);
});

test('what is not as agreed has a name of its own', () => {
  expect(() => readJson(onboardingRequest, '{}', 'the request')).toThrow(
    expect.objectContaining({ name: 'ContractError' }),
  );
});

test('of what is no JSON nothing is quoted', () => {
  expect(() => readJson(onboardingRequest, '{"password":"secret', 'the answer')).toThrow(
    /^the answer is not as agreed: it is no JSON$/,
  );
});

const shown = { account: { id: '111122223333', name: 'dev' }, userName: 'yuki', userId: 'AIDA1', request: 'V1' };

test('a button holds what it is about, and is read as that', () => {
  expect(readButton('show-password', buttonValue('show-password', shown))).toEqual(shown);
});

test.each([
  ['of another button', JSON.stringify({ execution: 'V1', token: 't', version: 'v' }), /account/],
  ['without the id of the user', JSON.stringify({ ...shown, userId: undefined }), /userId/],
  ['that is not there', undefined, /invalid/i],
])('a value %s is refused', (_what, value, message) => {
  expect(() => readButton('show-password', value)).toThrow(message);
});

test.each([
  [2_000, true],
  [2_001, false],
])('a value of %i characters fits: %s', (length, fits) => {
  const rest = JSON.stringify({ execution: 'V1', token: '', version: '' }).length;
  const make = () => buttonValue('approve', { execution: 'V1', token: 't'.repeat(length - rest), version: '' });
  if (fits) expect(make()).toHaveLength(length);
  else expect(make).toThrow(/2001 characters/);
});
