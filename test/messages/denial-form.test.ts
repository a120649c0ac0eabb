import { expect, test } from 'vitest';
import { denialForm } from '../../src/messages/approvers/denial-form.ts';
import { en } from '../../src/messages/words/en.ts';
import { requestOf } from '../onboarding/examples.ts';

const saidIn = (asked: Parameters<typeof denialForm>[1]['asked']) =>
  JSON.stringify(denialForm('{}', { reference: 'V1', asked }, en).blocks);

test('who denies sees which request it is', () => {
  expect(saidIn(requestOf())).toContain('<@U0AIKO> asks for AWS access for *2 people* in `dev` (111122223333)');
  expect(saidIn(requestOf())).toContain('Reference `V1`');
});

test('where nobody could say in time what was asked for, its reference says it', () => {
  expect(saidIn(undefined)).toContain('Reference `V1`');
  expect(saidIn(undefined)).not.toContain('asks for');
});
