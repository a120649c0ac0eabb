import { expect, test } from 'vitest';
import type { Happening } from '../../src/journal.ts';
import type { OnboardingState, Person, Resolved } from '../../src/onboarding/request.ts';
import { tellEnd } from '../../src/workflow/tell-end.ts';
import { aiko, ken, requestOf, yuki } from '../onboarding/examples.ts';

const person: Person = {
  userName: 'yuki',
  displayName: yuki.name,
  locale: yuki.locale,
  slackUserId: yuki.id,
  claimant: yuki.id,
};
const outsider: Person = {
  userName: 'sam',
  displayName: 'sam',
  locale: 'en-US',
  email: 'sam@x.example',
  claimant: 'f0',
};
const resolved: Resolved = { users: [person, outsider], setAside: [], involved: [] };
const by = { slackUserId: ken.id, email: ken.email, name: ken.name };
const approved = { outcome: 'approved', request: 'V9', by, at: 'now', claimUntil: 'later' } as const;
const denied = { outcome: 'denied', request: 'V9', by, at: 'now', reason: 'a private reason' } as const;

/** What the journal is told, without what all lines are about. */
function told(state: Partial<OnboardingState>): object[] {
  const happenings: Happening[] = [];
  tellEnd('V9', { ...requestOf(), ...state }, { tell: (happening) => happenings.push(happening) });
  return happenings.map(({ event, ...facts }) => {
    const { request, account, profile: _, requester: __, ...rest } = facts as Record<string, unknown>;
    expect({ request, account }).toEqual({ request: 'V9', account: event === 'decided' ? undefined : '111122223333' });
    return JSON.parse(JSON.stringify({ event, ...rest }));
  });
}

const nested = {
  Error: 'States.TaskFailed',
  Cause: JSON.stringify({ Error: 'Iam.LimitExceededException', Cause: '' }),
};
const ended = { event: 'ended', people: 2, told: 0 };

test.each<[string, Partial<OnboardingState>, object[]]>([
  [
    'everybody was created and told: that was told before',
    { decision: approved, outcomes: [{ people: [{ ...person, delivered: { via: 'slack' } }] }] },
    [{ ...ended, outcome: 'boarded', told: 1, decidedBy: ken.id }],
  ],
  [
    'one was not created, and one has a user but was not told',
    {
      decision: approved,
      outcomes: [
        {
          people: [
            { ...person, Error: 'UserAlreadyExists', Cause: '' },
            { ...outsider, undelivered: { Error: 'MailRejected', Cause: 'SES answered' } },
          ],
        },
      ],
    },
    [
      { event: 'not-created', userName: 'yuki', error: 'UserAlreadyExists' },
      { event: 'not-delivered', userName: 'sam', error: 'MailRejected', via: 'mail' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'a batch broke off: nobody knows how far it came',
    { decision: approved, outcomes: [{ people: [person], trouble: nested }] },
    [
      { event: 'maybe-created', userName: 'yuki', error: 'Iam.LimitExceededException' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'nobody decided in time',
    { decision: { outcome: 'expired' } },
    [
      { event: 'decided', outcome: 'expired' },
      { ...ended, outcome: 'expired' },
    ],
  ],
  ['it was denied: without the reason', { decision: denied }, [{ ...ended, outcome: 'denied', decidedBy: ken.id }]],
  [
    'the state machine refused the approval',
    { decision: approved, trouble: { Error: 'SelfApproval', Cause: 'long words' } },
    [{ ...ended, outcome: 'failed', decidedBy: ken.id, error: 'SelfApproval' }],
  ],
])('%s', (_what, state, expected) => {
  expect(told({ resolved, ...state })).toEqual(expected);
});

test('the end names who asked and for what', () => {
  const happenings: Happening[] = [];
  tellEnd('V9', { ...requestOf(), resolved }, { tell: (happening) => happenings.push(happening) });
  expect(happenings.at(-1)).toMatchObject({ requester: aiko.id, profile: 'developer', account: '111122223333' });
});
