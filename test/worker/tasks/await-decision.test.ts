import type { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { OnboardingState } from '../../../src/contract/state.ts';
import { wordsFor } from '../../../src/messages/words/words-for.ts';
import { createEditInTime } from '../../../src/worker/effects/edit-in-time.ts';
import { ALWAYS, type Hold } from '../../../src/worker/held.ts';
import { LEFT_OPEN } from '../../../src/worker/task.ts';
import { NotHeld } from '../../../src/worker/task-error.ts';
import { awaitDecision } from '../../../src/worker/tasks/await-decision.ts';
import { inspectionOf, requestOf, samAsPerson } from '../../onboarding/examples.ts';

const card = { channel: 'C0APPROVE', ts: '1.1' };
const followed = { channel: 'D1', ts: '2.2' };

/** What a process makes of the task, and the messages that it has edited; `refuses` says which of them Slack does not take. */
function decide(hold: Hold, refuses = 'none') {
  const edited: string[] = [];
  const update = async ({ ts }: { ts: string }): Promise<void> => {
    if (ts === refuses) throw new Error('An answer that was lost.');
    edited.push(ts);
  };
  const task = awaitDecision({
    editing: { chat: { update } } as unknown as WebClient,
    editInTime: createEditInTime({ isOpen: async () => true }, async () => {}),
    approvers: async () => [],
    words: wordsFor('en'),
  });
  const state: OnboardingState = {
    ...requestOf(),
    resolved: { users: [samAsPerson], setAside: [], involved: [] },
    inspection: inspectionOf([samAsPerson]),
    message: card,
    followed,
  };
  const context = { ...hold, token: 't', executionName: 'V1', log: pino({ level: 'silent' }) };
  return { edited, outcome: task(state, context) };
}

test('the approvers get their buttons, and the requester theirs', async () => {
  const { edited, outcome } = decide(ALWAYS);
  expect(await outcome).toBe(LEFT_OPEN);
  expect(edited).toEqual([card.ts, followed.ts]);
});

test('whoever may have lost the message between the two edits leaves the task to the next, who makes both', async () => {
  let asked = 0;
  const { edited, outcome } = decide({ ...ALWAYS, isHeld: () => asked++ < 1 });
  await expect(outcome).rejects.toBeInstanceOf(NotHeld);
  expect(edited).toEqual([card.ts]);
});

test('where Slack does not take the second one the request waits all the same', async () => {
  const { edited, outcome } = decide(ALWAYS, followed.ts);
  expect(await outcome).toBe(LEFT_OPEN);
  expect(edited).toEqual([card.ts]);
});
