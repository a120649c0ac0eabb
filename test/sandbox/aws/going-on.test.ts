import { expect, test } from 'vitest';
import { approval, everybodyThere, request, resolved, startAws, type Task, yuki } from './world.ts';

// What follows where a task of the bot fails for good: each that others wait for ends the request, each other one is passed over.

const dev = '111122223333';
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...yuki,
    userName: `pilot-${i}`,
    slackUserId: `U${i}`,
    claimant: `U${i}`,
  }));

type Input = { trouble?: object; decision?: object; outcomes?: { people: object[]; listed?: object }[] };

/** Plays the bot until the request is over; the tasks of these names, by how often they came, fail. */
async function play(
  failing: string[],
  { users = [yuki], halfTime = 129_600 }: { users?: object[]; halfTime?: number } = {},
) {
  const world = await startAws();
  const executionArn = await world.start(request({ halfTime }));
  const came: Record<string, number> = {};
  const tasks: string[] = [];
  for (;;) {
    const task: Task = await world.nextTask();
    came[task.task] = (came[task.task] ?? 0) + 1;
    const name = `${task.task} ${came[task.task]}`;
    tasks.push(name);
    const answers: Record<string, () => unknown> = {
      resolve: () => resolved(users),
      announce: () => ({ channel: 'C0APPROVE', ts: '1.1' }),
      'await-decision': () => approval(task),
      'look-again': () => everybodyThere(users),
      deliver: () => ({ via: 'slack' }),
      progress: () => ({ inThread: true }),
    };
    if (failing.includes(name)) await world.fail(task.token, 'Failed');
    // The first half of the time to decide goes by.
    else if (!(task.task === 'await-decision' && halfTime === 1 && came[task.task] === 1))
      await world.answer(task.token, answers[task.task]?.() ?? {});
    if (task.task !== 'report') continue;
    const { status } = await world.over(executionArn);
    return { world, tasks, status, input: task.input as Input };
  }
}

const ended = { trouble: { Error: 'Failed' } };

test.each([
  ['who they are cannot be looked up', 'resolve 1'],
  ['the request cannot be posted', 'announce 1'],
  ['its buttons cannot be posted', 'await-decision 1'],
  ['nobody can look who is still there', 'look-again 1'],
])('where %s it ends, and nobody is given anything', async (_what, failing) => {
  const { world, tasks, input } = await play([failing]);
  expect(tasks.slice(-2)).toEqual([failing, 'report 1']);
  expect(input).toMatchObject(ended);
  expect(await world.user(dev, yuki.userName)).toBeUndefined();
});

test('where the buttons cannot be renewed at half time it ends', async () => {
  const { input } = await play(['await-decision 2'], { halfTime: 1 });
  expect(input).toMatchObject(ended);
});

test.each([
  ['the requester cannot be told that it was sent', 'acknowledge 1', 'await-decision 1'],
  ['it cannot be shown that it was approved', 'mark-approved 1', 'tell-approved 1'],
  ['the requester cannot be told that it was approved', 'tell-approved 1', 'deliver 1'],
])('where %s it goes on', async (_what, failing, next) => {
  const { world, tasks, input } = await play([failing]);
  expect(tasks[tasks.indexOf(failing) + 1]).toBe(next);
  expect(input).not.toHaveProperty('trouble');
  expect(await world.user(dev, yuki.userName)).toBeDefined();
});

test('where the approvers cannot be reminded they can decide all the same', async () => {
  const { tasks, input } = await play(['remind 1'], { halfTime: 1 });
  expect(tasks.slice(3, 6)).toEqual(['await-decision 1', 'remind 1', 'await-decision 2']);
  expect(input).toMatchObject({ decision: { outcome: 'approved' } });
});

test('where somebody cannot be told the others are', async () => {
  const { tasks, input } = await play(['deliver 1'], { users: people(3) });
  expect(tasks.filter((task) => task.startsWith('deliver'))).toHaveLength(3);
  const [batch] = input.outcomes ?? [];
  expect(batch?.people.filter((person) => 'delivered' in person)).toHaveLength(2);
  expect(batch?.people.filter((person) => 'undelivered' in person)).toMatchObject([
    { undelivered: { Error: 'Failed' } },
  ]);
});

test('a batch that cannot be told in the thread is told with the outcome', async () => {
  const { input } = await play(['progress 1'], { users: people(26) });
  expect(input.outcomes?.map(({ listed }) => listed)).toEqual([{ inThread: false }, { inThread: true }]);
});

test.each([
  ['the requester', 'U0AIKO', undefined],
  ['somebody else', 'U0KEN', 'NotThisRequest'],
  ['nobody', undefined, 'NotThisRequest'],
])('what is withdrawn by %s', async (_who, slackUserId, trouble) => {
  const world = await startAws();
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const waiting = await world.nextTask('await-decision');
  const by = slackUserId === undefined ? {} : { slackUserId };
  await world.answer(waiting.token, { ...approval(waiting), outcome: 'withdrawn', by });

  const { input } = await world.nextTask('report');

  expect((input as { trouble?: { Error: string } }).trouble?.Error).toBe(trouble);
  expect(input).toMatchObject({ decision: { outcome: 'withdrawn' } });
});

test.each([
  ['no method', { profile: { ...request().profile, method: 'none' } }],
  [
    'eleven accounts',
    { accounts: Array.from({ length: 11 }, (_, i) => ({ id: `${i}`, name: 'x', isManagement: false })) },
  ],
])('a request of %s is none', async (_what, more) => {
  const world = await startAws();
  await world.start({ ...request(), ...more });
  await world.answer((await world.nextTask('resolve')).token, resolved());
  expect((await world.nextTask('report')).input).toMatchObject({ trouble: { Error: 'NotARequest' } });
});

test('a request that gives nobody anything ends before anybody is asked', async () => {
  const world = await startAws();
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved([]));
  expect((await world.nextTask()).task).toBe('report');
});

test.each([
  ['was held back for want of a notice', 'NotNotified', 'FAILED'],
  ['failed for another reason', 'Unavailable', 'SUCCEEDED'],
  ['went well', undefined, 'SUCCEEDED'],
])(
  'an execution whose report says that it %s ends accordingly, so that an alarm rings',
  async (_what, error, expected) => {
    const world = await startAws();
    const executionArn = await world.start(request());
    await world.fail((await world.nextTask('resolve')).token, 'Failed');
    await world.answer((await world.nextTask('report')).token, error === undefined ? {} : { error });
    expect((await world.over(executionArn)).status).toBe(expected);
  },
);
