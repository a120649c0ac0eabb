import { expect, test } from 'vitest';
import { createExecutionsReader, type Entry } from '../../../sandbox/page/read/executions.ts';

const machines = {
  onboarding: { name: 'onboarding', type: 'STANDARD' },
  inspect: { name: 'inspect-iam-user', type: 'STANDARD' },
  provision: { name: 'provision-iam-user', type: 'STANDARD' },
  password: { name: 'issue-password', type: 'EXPRESS' },
  check: { name: 'check', type: 'EXPRESS' },
} as const satisfies Record<string, Entry['machine']>;

const entry = (machine: keyof typeof machines, more: Partial<Entry> = {}): Entry => ({
  executionArn: 'arn:1',
  name: '1',
  machine: machines[machine],
  startDate: new Date(),
  status: 'SUCCEEDED',
  ...more,
});
const read = (...entries: Entry[]) => createExecutionsReader({ executions: () => entries })();

const accounts = [
  { id: '111122223333', name: 'payments-dev', isManagement: false },
  { id: '222233334444', name: 'search-dev', isManagement: false },
];
const users = [{ userName: 'yuki' }, { userName: 'omar' }, { userName: 'sam' }];
const startedBy = { AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: 'arn:2' };

test.each<[keyof typeof machines, object, object]>([
  [
    'onboarding',
    {
      accounts,
      requestedBy: { slackUserId: 'U0AIKO' },
      profile: { id: 'developer', method: 'iam-user' },
      people: { slackUserIds: ['U0YUKI', 'U0OMAR'], typed: [{ email: 'sam@partner.example' }] },
    },
    {
      about: {
        accounts: ['payments-dev', 'search-dev'],
        method: 'iam-user',
        requestedBy: 'U0AIKO',
        people: 3,
        beneficiaries: ['U0YUKI', 'U0OMAR'],
      },
    },
  ],
  [
    'inspect',
    { Accounts: accounts, Users: users, ProfileId: 'developer', ...startedBy },
    { startedBy: 'arn:2', about: { accounts: ['payments-dev', 'search-dev'], people: 3 } },
  ],
  [
    'provision',
    { Targets: accounts.map(({ id }) => ({ AccountId: id })), Users: users, ...startedBy },
    { startedBy: 'arn:2', about: { accounts: ['111122223333', '222233334444'], people: 3 } },
  ],
  ['onboarding', { accounts: [], people: { slackUserIds: [], typed: [] } }, { about: { accounts: [] } }],
  [
    'provision',
    { Targets: ['groups', '111122223333', '111122223333'].map((AccountId) => ({ AccountId })), Users: users },
    { about: { accounts: ['111122223333'] } },
  ],
  ['provision', { Targets: [{ AccountId: 'groups' }], Users: users }, { about: { accounts: [] } }],
])('what an input of %s says', (machine, input, said) => {
  expect(read(entry(machine, { input: JSON.stringify(input) }))[0]).toMatchObject(said);
});

test('an input that is no such thing says nothing', () => {
  expect(read(entry('onboarding', { input: '{"accounts":["dev"]}' }))[0]).not.toHaveProperty('about');
});

const told = { userName: 'yuki', claimant: 'U0YUKI', status: 'told', made: ['111122223333', '222233334444'] };
const inOne = { ...told, made: ['111122223333'], failed: [{ account: '222233334444', error: 'UserAlreadyExists' }] };
const had = { userName: 'omar', claimant: 'U0OMAR', status: 'had', made: [] };
const hadOne = { ...had, failed: [{ account: '222233334444', error: 'AssignmentFailed' }] };
const isComing = { ...told, pending: [{ account: '222233334444', requestId: '1' }] };
const untold = { status: 'created-not-told', made: ['111122223333'], error: 'CannotBeReached' };

test.each<[string, object, string | undefined]>([
  ['all have everything', { outcome: 'boarded', people: [told, told] }, 'boarded'],
  ['somebody could not be told', { outcome: 'boarded', people: [told, untold] }, 'in-part'],
  ['somebody has no user in one of the accounts', { outcome: 'boarded', people: [told, inOne] }, 'in-part'],
  ['so have all of them', { outcome: 'boarded', people: [inOne] }, 'in-part'],
  ['all had everything before', { outcome: 'boarded', people: [told, had] }, 'boarded'],
  ['somebody had what they have, and was not given the rest', { outcome: 'boarded', people: [hadOne] }, 'in-part'],
  ['AWS is still preparing something', { outcome: 'boarded', people: [told, isComing] }, 'in-part'],
  ['nobody could be told', { outcome: 'boarded', people: [untold] }, 'failed'],
  ['it was denied', { outcome: 'denied', people: [] }, 'denied'],
  ['another machine ended', { Results: [] }, undefined],
])('what a request came to: %s', (_what, output, outcome) => {
  expect(read(entry('onboarding', { output: JSON.stringify(output) }))[0]?.outcome).toBe(outcome);
});

test('who was told of it is known, by the name of their user', () => {
  const output = JSON.stringify({ outcome: 'boarded', people: [isComing, had, untold] });
  expect(read(entry('onboarding', { output }))[0]?.told).toEqual([{ userName: 'yuki', claimant: 'U0YUKI' }]);
});

test('neither passwords nor checks push a request out of the list', () => {
  const many = (machine: keyof typeof machines, count: number) => Array.from({ length: count }, () => entry(machine));
  const shown = read(...many('check', 100), ...many('password', 100), ...many('onboarding', 40), entry('password'));
  const counts = Object.groupBy(shown, ({ machine }) => machine);

  expect(counts.onboarding).toHaveLength(30);
  expect(counts['issue-password']).toHaveLength(60);
  expect(counts.check).toHaveLength(60);
});

test('what runs is shown however old it is', () => {
  const ended = Array.from({ length: 40 }, () => entry('onboarding'));
  expect(read(...ended, entry('onboarding', { status: 'RUNNING' })).at(-1)?.status).toBe('RUNNING');
});
