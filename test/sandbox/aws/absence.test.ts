import { expect, test } from 'vitest';
import { found, give, ken, startCenter, yuki as yukiAtPortal } from './identity-center.ts';
import { approval, everybodyThere, request, resolved, startAws, type Task, type World, yuki } from './world.ts';

const dev = '111122223333';
const omar = { ...yuki, userName: 'omar.h', slackUserId: 'U0OMAR', claimant: 'U0OMAR' };

/** Plays the bot until the request is over; what `look-again` finds comes from the test, one after another. */
async function play(world: World, { seen, users = [yuki, omar] }: { seen: object[]; users?: object[] }) {
  const executionArn = await world.start(request());
  const findings = [...seen];
  const tasks: Task[] = [];
  for (;;) {
    const task = await world.nextTask();
    tasks.push(task);
    const answers: Record<string, () => unknown> = {
      resolve: () => resolved(users),
      announce: () => ({ channel: 'C0APPROVE', ts: '1.1' }),
      'await-decision': () => approval(task),
      'look-again': () => ({ ...everybodyThere(users), ...findings.shift() }),
      deliver: () => ({ via: 'slack' }),
    };
    await world.answer(task.token, answers[task.task]?.() ?? {});
    if (task.task === 'report') break;
  }
  await world.over(executionArn);
  return { tasks: tasks.map(({ task }) => task), input: tasks.at(-1)?.input as Record<string, never>, all: tasks };
}

test.each(['PersonGone', 'GuestNow'])(
  'who has left since, or is a guest now, is not made, and the others are: %s',
  async (name) => {
    const world = await startAws();
    const { tasks, input } = await play(world, { seen: [{ people: [{ Error: name }, {}] }] });

    expect(input).toMatchObject({
      outcomes: [{ people: [{ Outcomes: [{ Status: 'failed', Error: name }] }, { Outcomes: [{ Status: 'done' }] }] }],
    });
    expect(await world.user(dev, yuki.userName)).toBeUndefined();
    expect(await world.user(dev, omar.userName)).toBeDefined();
    expect(tasks.filter((task) => task === 'deliver')).toHaveLength(1);
    const notice = world.aws.seen.calls().find(({ action }) => action === 'sns:publish');
    expect(notice?.params.Message).toMatchObject({ absent: [{ Error: name }, {}] });
  },
);

test('in Identity Center, too: who is new is not made, and who was there before is given nothing more', async () => {
  const world = await startCenter();
  const absent = { people: [{ Error: 'PersonGone' }, { Error: 'PersonGone' }] };
  const { outcomes, told } = await give(world, { users: [yukiAtPortal, ken], seen: absent });
  expect(outcomes.map(([, outcome]) => outcome)).toEqual([`${dev}: failed, PersonGone`, `${dev}: failed, PersonGone`]);
  expect(told).toEqual([]);
  expect(found(world, yukiAtPortal.userName)).toBeUndefined();
  expect(found(world, ken.userName)?.has).toEqual([]);
});

test('where the requester has left the approvers are asked once more, and what they decide then counts', async () => {
  const world = await startAws();
  const gone = { requester: { Error: 'PersonGone' } };
  const { tasks, all } = await play(world, { seen: [gone, gone] });

  expect(tasks.filter((task) => !['announce', 'acknowledge', 'mark-approved', 'tell-approved'].includes(task))).toEqual(
    [
      'resolve',
      'await-decision',
      'look-again',
      'remind',
      'await-decision',
      'look-again',
      'deliver',
      'deliver',
      'report',
    ],
  );
  const [before, after] = all.filter(({ task }) => task === 'await-decision').map(({ input }) => input);
  expect(before).not.toHaveProperty('requesterLeft');
  expect(after).toMatchObject({ requesterLeft: { Error: 'PersonGone' } });
  expect(all.find(({ task }) => task === 'remind')?.input).toMatchObject({ requesterLeft: { Error: 'PersonGone' } });
});

test('where the approvers cannot be told by a message, the card alone asks them again', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const first = await world.nextTask('await-decision');
  await world.answer(first.token, approval(first));
  const look = await world.nextTask('look-again');
  await world.answer(look.token, { ...everybodyThere([yuki]), requester: { Error: 'GuestNow' }, secondsLeft: 1 });
  await world.fail((await world.nextTask('remind')).token, 'Failed');
  await world.nextTask('await-decision');

  const report = await world.nextTask('report');

  expect(report.input).toMatchObject({ decision: { outcome: 'expired' } });
  await world.answer(report.token);
  await world.over(executionArn);
  expect(await world.user(dev, yuki.userName)).toBeUndefined();
});

test('where nobody can look, nothing is given', async () => {
  const world = await startAws();
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const waiting = await world.nextTask('await-decision');
  await world.answer(waiting.token, approval(waiting));
  await world.fail((await world.nextTask('look-again')).token, 'Failed');

  expect((await world.nextTask('report')).input).toMatchObject({ trouble: { Error: 'Failed' } });
  expect(await world.user(dev, yuki.userName)).toBeUndefined();
});
