import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type Presence, presence } from '../../../src/contract/absence.ts';
import type { Person } from '../../../src/contract/people.ts';
import type { OnboardingState } from '../../../src/contract/state.ts';
import type { SlackPerson } from '../../../src/onboarding/slack-person.ts';
import { lookAgain } from '../../../src/worker/tasks/look-again.ts';
import { aiko, approved, developer, ken, requestOf, samAsPerson, yuki } from '../../onboarding/examples.ts';

const inSlack = ({ id, email, name, locale }: SlackPerson): Person => ({
  ...samAsPerson,
  userName: email,
  displayName: name,
  locale,
  slackUserId: id,
  email,
  claimant: id,
});
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** What is found where Slack knows these people now, and what it was asked. */
async function found(users: Person[], known: SlackPerson[], expiresAt = inAnHour()) {
  const asked: string[] = [];
  const task = lookAgain({
    directory: {
      person: async (id: string, { forceRefresh = false } = {}) => {
        asked.push(`${id}${forceRefresh ? '' : ', from memory'}`);
        return known.find((person) => person.id === id);
      },
      findByEmail: async (email: string, { forceRefresh = false } = {}) => {
        asked.push(`${email}${forceRefresh ? '' : ', from memory'}`);
        return known.find((person) => person.email === email);
      },
    } as Parameters<typeof lookAgain>[0]['directory'],
    permissions: { profile: () => developer } as unknown as Parameters<typeof lookAgain>[0]['permissions'],
  });
  const request = requestOf();
  const state: OnboardingState = {
    ...request,
    approval: { ...request.approval, expiresAt },
    resolved: { users, setAside: [], involved: [] },
    decision: approved,
  };
  const context = {
    token: 't',
    executionName: 'V1',
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    isHeld: () => true,
  };
  const answer = (await task(state, context)) as Presence;
  expect(presence.parse(answer)).toEqual(answer);
  return { ...answer, asked };
}

test('everybody is looked up once, past the memory; each is told in their place', async () => {
  const people = [inSlack(yuki), samAsPerson, inSlack(ken)];
  const gone = { ...yuki, kind: 'deactivated' as const };
  const { people: told, requester, asked } = await found(people, [aiko, gone, ken]);
  expect(told).toEqual([{ Error: 'PersonGone' }, {}, {}]);
  expect(requester).toEqual({});
  expect(asked.toSorted()).toEqual(['U0AIKO', 'U0KEN', 'U0YUKI', 'sam@partner.example']);
});

test.each<[what: string, now: SlackPerson[], expected: object]>([
  ['is there', [aiko], {}],
  ['is deactivated', [{ ...aiko, kind: 'deactivated' }], { Error: 'PersonGone' }],
  ['is not known any more', [], { Error: 'PersonGone' }],
  ['is a guest', [{ ...aiko, kind: 'guest' }], { Error: 'GuestNow' }],
])('of a requester who %s it is told so', async (_what, now, expected) => {
  expect((await found([], now)).requester).toEqual(expected);
});

test.each([
  ['an hour ahead', 3_600_000, 3_599, 3_600],
  ['over', -1, 1, 1],
])('of time that is %s there is as much left', async (_what, ms, least, most) => {
  const { secondsLeft } = await found([], [aiko], new Date(Date.now() + ms).toISOString());
  expect(secondsLeft).toBeGreaterThanOrEqual(least);
  expect(secondsLeft).toBeLessThanOrEqual(most);
});
