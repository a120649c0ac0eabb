import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { answerMessage } from '../../src/workflow/answer.ts';
import type { Workflow } from '../../src/workflow/client.ts';
import type { Tasks } from '../../src/workflow/task.ts';

/** What Step Functions is told when a message is received for the last time. */
async function givenUp(task: string): Promise<string[]> {
  const names: string[] = [];
  const workflow = { fail: async (_token: string, name: string) => names.push(name) > 0 } as Partial<Workflow>;
  const Body = JSON.stringify({
    task,
    token: 'token',
    execution: 'arn:execution:onboarding:V1',
    startedAt: '',
    retries: 0,
    input: {},
  });
  await answerMessage({ Body }, true, {
    workflow: workflow as Workflow,
    tasks: {} as Tasks,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  return names;
}

test.each([
  [
    'a wait for a decision is asked for again, or its message would stay without buttons',
    'await-decision',
    'Unavailable',
  ],
  ['any other task is given up, and its request goes on without it', 'report', 'Abandoned'],
])('at the last receive %s', async (_what, task, name) => {
  expect(await givenUp(task)).toEqual([name]);
});
