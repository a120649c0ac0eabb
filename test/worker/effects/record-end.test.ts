import { expect, test } from 'vitest';
import { GROUPS } from '../../../src/contract/access.ts';
import type { Person, Resolved } from '../../../src/contract/people.ts';
import type { OnboardingState } from '../../../src/contract/state.ts';
import type { Happening } from '../../../src/watch/journal.ts';
import { recordEnd } from '../../../src/worker/effects/record-end.ts';
import { groupsTarget, inspectionAt, outcomeOf } from '../../onboarding/at-portal.ts';
import { aiko, approved, created, dev, failed, ken, requestOf, samAsPerson, yuki } from '../../onboarding/examples.ts';

const person: Person = {
  ...samAsPerson,
  userName: 'yuki',
  displayName: yuki.name,
  locale: yuki.locale,
  slackUserId: yuki.id,
  claimant: yuki.id,
};
const outsider: Person = samAsPerson;
const resolved: Resolved = { users: [person, outsider], setAside: [], involved: [] };
const both = [dev.id, '222222222222'];
const by = { slackUserId: ken.id, email: ken.email, name: ken.name };
const denied = { outcome: 'denied', request: 'V9', by, at: 'now', reason: 'a private reason' } as const;

/** What the journal is told, without what all lines are about. */
function told(state: Partial<OnboardingState>): object[] {
  const happenings: Happening[] = [];
  recordEnd('V9', { ...requestOf(), ...state }, { record: (happening) => happenings.push(happening) });
  return happenings.map(({ event, ...facts }) => {
    const { request, profile: _, requester: __, ...rest } = facts as Record<string, unknown>;
    expect(request).toBe('V9');
    return JSON.parse(JSON.stringify({ event, ...rest }));
  });
}

const brokenBatch = { Error: 'Iam.LimitExceededException', Cause: '' };
const ended = { event: 'ended', accounts: [dev.id], people: 2, told: 0 };

test.each<[string, Partial<OnboardingState>, object[]]>([
  [
    'everybody was created and told: that was told before',
    { decision: approved, outcomes: [{ people: [{ ...created(person), delivered: { via: 'slack' } }] }] },
    [{ ...ended, outcome: 'boarded', told: 1, decidedBy: ken.id }],
  ],
  [
    'one was not created, and one has a user but was not told',
    {
      decision: approved,
      outcomes: [
        {
          people: [
            failed(person, 'UserAlreadyExists'),
            { ...created(outsider), undelivered: { Error: 'MailRejected', Cause: 'SES answered' } },
          ],
        },
      ],
    },
    [
      { event: 'not-created', account: dev.id, userName: 'yuki', error: 'UserAlreadyExists' },
      { event: 'not-delivered', accounts: [dev.id], userName: 'sam', error: 'MailRejected', via: 'mail' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'a batch broke off: nobody knows how far it came',
    { decision: approved, outcomes: [{ people: [{ ...person, Outcomes: [] }], trouble: brokenBatch }] },
    [
      { event: 'maybe-created', account: dev.id, userName: 'yuki', error: 'Iam.LimitExceededException' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'AWS did not say whether it did as it was asked',
    {
      decision: approved,
      outcomes: [{ people: [failed(person, 'UserMayExist'), failed(outsider, 'MayBeAssigned')] }],
    },
    [
      { event: 'maybe-created', account: dev.id, userName: 'yuki', error: 'UserMayExist' },
      { event: 'maybe-created', account: dev.id, userName: 'sam', error: 'MayBeAssigned' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'a batch was held back for want of a notice',
    {
      decision: approved,
      outcomes: [{ people: [{ ...person, Outcomes: [] }], trouble: { Error: 'NotNotified', Cause: '' } }],
    },
    [
      { event: 'not-created', account: dev.id, userName: 'yuki', error: 'NotNotified' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'of two accounts one failed',
    {
      accounts: both.map((id) => ({ id, name: id, isManagement: false })),
      decision: approved,
      outcomes: [
        {
          people: [
            {
              ...person,
              Outcomes: [...created(person).Outcomes, ...failed(person, 'GroupMissing', ['222222222222']).Outcomes],
              delivered: { via: 'slack' },
            },
          ],
        },
      ],
    },
    [
      { event: 'not-created', account: '222222222222', userName: 'yuki', error: 'GroupMissing' },
      { ...ended, accounts: both, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'one had all of it before: there is nothing to tell',
    { decision: approved, outcomes: [{ people: [{ ...person, Outcomes: [outcomeOf('had', dev.id)] }] }] },
    [{ ...ended, outcome: 'boarded', told: 1, decidedBy: ken.id }],
  ],
  [
    'AWS goes on preparing a part: under which id is told',
    {
      decision: approved,
      outcomes: [
        {
          people: [
            {
              ...person,
              Outcomes: [outcomeOf('done', GROUPS), outcomeOf('pending', dev.id, 'Developer', { RequestId: 'r-1' })],
              delivered: { via: 'slack' },
            },
          ],
        },
      ],
    },
    [
      { event: 'pending', account: dev.id, userName: 'yuki', awsRequest: 'r-1' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'one had a part before, and the rest failed, by what went wrong and not by what AWS says of it',
    {
      decision: approved,
      outcomes: [
        {
          people: [
            {
              ...person,
              Outcomes: [
                outcomeOf('had', GROUPS),
                outcomeOf('failed', dev.id, 'Developer', { Error: 'AssignmentFailed', Reason: 'a private reason' }),
              ],
            },
          ],
        },
      ],
    },
    [
      { event: 'not-created', account: dev.id, userName: 'yuki', error: 'AssignmentFailed' },
      { ...ended, outcome: 'boarded', decidedBy: ken.id },
    ],
  ],
  [
    'one was set aside, who is no outcome',
    {
      decision: approved,
      inspection: inspectionAt([groupsTarget], [{ person, effects: ['UserMissing'], Why: 'UserMissing' }]),
      outcomes: [{ people: [failed(person, 'UserMissing'), { ...created(outsider), delivered: { via: 'mail' } }] }],
    },
    [
      { event: 'set-aside', userName: 'yuki', error: 'UserMissing' },
      { ...ended, outcome: 'boarded', people: 1, told: 1, decidedBy: ken.id },
    ],
  ],
  [
    'everybody was set aside',
    {
      trouble: { Error: 'NobodyLeft', Cause: '' },
      inspection: inspectionAt(
        [groupsTarget],
        [person, outsider].map((each) => ({ person: each, effects: ['UserDisabled'], Why: 'UserDisabled' })),
      ),
    },
    [
      { event: 'set-aside', userName: 'yuki', error: 'UserDisabled' },
      { event: 'set-aside', userName: 'sam', error: 'UserDisabled' },
      { ...ended, outcome: 'nobody', people: 0 },
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
  recordEnd('V9', { ...requestOf(), resolved }, { record: (happening) => happenings.push(happening) });
  expect(happenings.at(-1)).toMatchObject({ requester: aiko.id, profile: 'developer', accounts: ['111122223333'] });
});
