import { expect, test } from 'vitest';
import {
  approval,
  developer,
  everybodyThere,
  onboard,
  request,
  resolved,
  startAws,
  type World,
  yuki,
} from './world.ts';

const payments = '111122223333';

/** Takes a request to the task after `resolve`. */
async function afterResolve(world: World, input: object = request()) {
  const executionArn = await world.start(input);
  await world.answer((await world.nextTask('resolve')).token, resolved());
  return { executionArn, task: await world.nextTask() };
}

test.each([
  ['is missing', undefined, 'ProfileMissing'],
  ['is no JSON', '{"id": "developer",', 'ProfileUnreadable'],
  ['is empty', '{}', 'ProfileUnreadable'],
  ['is a list', '[]', 'ProfileUnreadable'],
  ['is null', 'null', 'ProfileUnreadable'],
  ['is of another method', JSON.stringify({ ...developer, method: 'identity-center' }), 'ProfileUnreadable'],
  ['is another profile', JSON.stringify({ ...developer, id: 'admin' }), 'ProfileUnreadable'],
  ['says not who approves', JSON.stringify({ ...developer, approvers: undefined }), 'ProfileUnreadable'],
  ['says not where it is offered', JSON.stringify({ ...developer, accounts: undefined }), 'ProfileUnreadable'],
  [
    'gives what nobody knows',
    JSON.stringify({ ...developer, grants: { groups: ['Developers'] } }),
    'ProfileUnreadable',
  ],
])(
  'where the published profile %s nobody is asked, nothing is given, and the request says why',
  async (_what, body, name) => {
    const world = await startAws();
    world.aws.profiles.remove('profiles/developer.json');
    if (body !== undefined) world.aws.profiles.put('profiles/developer.json', body);

    const { task } = await afterResolve(world);

    expect(task).toMatchObject({ task: 'report', input: { trouble: { Error: name } } });
    expect(world.aws.seen.calls().filter(({ action }) => action.startsWith('iam:'))).toEqual([]);
  },
);

test('an unknown profile gives nothing, whatever its id would be as a path', async () => {
  const world = await startAws();
  const { task } = await afterResolve(world, request({ profile: '../profiles/developer' }));
  expect(task).toMatchObject({ task: 'report', input: { trouble: { Error: 'ProfileMissing' } } });
});

test('where the organization may not be read nothing is given, and the request says so', async () => {
  const world = await startAws();
  world.aws.failNext('organizations:describeOrganization', 'Organizations.AccessDeniedException', 9);
  const { task } = await afterResolve(world);
  expect(task).toMatchObject({ task: 'report', input: { trouble: { Error: 'OrganizationUnreadable' } } });
});

test('what is published after the approver looked is not given; the same published again changes nothing', async () => {
  for (const [more, name] of [
    [{ grants: { groups: ['ReadOnly'], policyArns: [] } }, 'PolicyChanged'],
    [{}, undefined],
  ] as const) {
    const world = await startAws();
    const { task } = await afterResolve(world);
    await world.answer(task.token, { channel: 'C0APPROVE', ts: '1.1' });
    await world.answer((await world.nextTask('acknowledge')).token);
    const waiting = await world.nextTask('await-decision');
    world.publish({ ...developer, ...more });
    await world.answer(waiting.token, approval(waiting));
    await world.answer((await world.nextTask('look-again')).token, everybodyThere([yuki]));
    await world.answer((await world.nextTask('mark-approved')).token);
    await world.answer((await world.nextTask('tell-approved')).token);

    const next = await world.nextTask();

    expect(next.task).toBe(name ? 'report' : 'deliver');
    if (name) expect(next.input).toMatchObject({ outcomes: [{ trouble: { Error: name } }] });
    expect(await world.user(payments, yuki.userName))[name ? 'toBeUndefined' : 'toBeDefined']();
  }
});

test('a profile that is taken back while it waits for a decision gives nothing', async () => {
  const world = await startAws();
  const input = request();
  const executionArn = await world.start(input);
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token, { channel: 'C0APPROVE', ts: '1.1' });
  await world.answer((await world.nextTask('acknowledge')).token);
  const waiting = await world.nextTask('await-decision');
  world.aws.profiles.remove('profiles/developer.json');
  await world.answer(waiting.token, approval(waiting));
  await world.answer((await world.nextTask('look-again')).token, everybodyThere([yuki]));
  await world.answer((await world.nextTask('mark-approved')).token);
  await world.answer((await world.nextTask('tell-approved')).token);
  expect(await world.nextTask('report')).toMatchObject({
    execution: executionArn,
    input: { outcomes: [{ people: [{ userName: yuki.userName }], trouble: { Error: 'ProfileMissing' } }] },
  });
});

test('S3 that is slow to answer is waited for', async () => {
  const world = await startAws();
  world.aws.failNext('s3:getObject', 'S3.S3Exception', 3);
  const { status } = await onboard(world, request());
  expect(status).toBe('SUCCEEDED');
  expect(await world.user(payments, yuki.userName)).toBeDefined();
});
