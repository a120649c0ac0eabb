import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type AccountOutcome, GROUPS } from '../../../src/contract/access.ts';
import type { OnboardingState } from '../../../src/contract/state.ts';
import type { Happening } from '../../../src/watch/journal.ts';
import { ALWAYS } from '../../../src/worker/held.ts';
import { report } from '../../../src/worker/tasks/report.ts';
import { outcomeOf, portalRequest, prod, sam } from '../../onboarding/at-portal.ts';
import { approved, dev, ken } from '../../onboarding/examples.ts';

/** What the execution leaves as its output, of one person with these outcomes. */
async function summaryOf(Outcomes: AccountOutcome[], rest: object = {}) {
  const happenings: Happening[] = [];
  const task = report({ showEnd: async () => {}, journal: { record: (happening) => happenings.push(happening) } });
  const people = [{ ...sam, Outcomes, ...rest }];
  const resolved = { users: people, setAside: [], involved: [] };
  const state: OnboardingState = { ...portalRequest(), resolved, decision: approved, outcomes: [{ people }] };
  const output = await task(state, { ...ALWAYS, token: 't', executionName: 'V1', log: pino({ level: 'silent' }) });
  expect(happenings.at(-1)).toMatchObject({ event: 'ended', request: 'V1' });
  return output as { people: object[] };
}

const told = { delivered: { via: 'mail' } };
const person = { userName: 'sam', claimant: sam.claimant };

test('the output names the request, who asked, who decided, and where', async () => {
  expect(await summaryOf([outcomeOf('done', dev.id, 'Developer')], told)).toEqual({
    requestId: 'V1',
    requestedBy: 'U0AIKO',
    accounts: [dev.id, prod.id],
    profile: 'cloud',
    outcome: 'boarded',
    decidedBy: ken.id,
    decidedAt: approved.at,
    people: [{ ...person, status: 'told', made: [dev.id] }],
  });
});

test.each<[string, AccountOutcome[], object, object]>([
  ['groups', [outcomeOf('done', GROUPS)], told, { status: 'told', made: [GROUPS] }],
  ['what they had before', [outcomeOf('had', dev.id)], {}, { status: 'had', made: [] }],
  [
    'what AWS goes on preparing, with the id that AWS has for it',
    [outcomeOf('done', dev.id, 'Developer'), outcomeOf('pending', prod.id, 'Developer', { RequestId: 'r-1' })],
    told,
    { status: 'told', made: [dev.id], pending: [{ account: prod.id, requestId: 'r-1' }] },
  ],
  [
    'nothing, by what went wrong and not by what AWS says of it',
    [outcomeOf('failed', prod.id, 'Developer', { Error: 'AssignmentFailed', Reason: 'a private reason' })],
    {},
    {
      status: 'not-created',
      made: [],
      failed: [{ account: prod.id, error: 'AssignmentFailed' }],
      error: 'AssignmentFailed',
    },
  ],
])('of a person it says that they were given %s', async (_what, outcomes, rest, expected) => {
  expect((await summaryOf(outcomes, rest)).people).toEqual([{ ...person, ...expected }]);
});
