import { expect, test } from 'vitest';
import { organizationCalls } from '../../../sandbox/aws/organizations.ts';
import { createParts } from '../../../sandbox/aws/parts.ts';
import { createTasks } from '../../../sandbox/aws/states/tasks.ts';
import { createTokens } from '../../../sandbox/aws/states/tokens.ts';
import { actionOf, allPlayed } from '../../../sandbox/coverage/played.ts';
import { slackMethods } from '../../../sandbox/coverage/table.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';

// Every fault that sandbox/coverage.md promises of what a machine calls.

const aws = createParts(kumoworks, {});
const played = allPlayed(slackMethods(), aws);
const resources = aws.states.resources.map((resource) => ({ resource, ...actionOf(resource) }));

const tasks = createTasks({
  ...aws,
  homeAccount: kumoworks.homeAccount,
  organizations: organizationCalls(kumoworks),
  tokens: createTokens(),
  start() {
    throw new Error('Nothing is started here.');
  },
});

/** What a call with no parameters comes to. */
const call = (resource: string) =>
  tasks
    .run(
      resource,
      {},
      {
        machine: { name: 'onboarding', arn: 'arn:machine' },
        executionArn: 'arn:execution',
        roleArn: undefined,
        signal: new AbortController().signal,
        onToken: () => {},
      },
    )
    .then(
      () => 'carried out',
      (err: Error) => err.name,
    );

const faultsOf = (service: string, name: string) =>
  played.find((one) => one.service === service && one.name === name)?.faults;

test.each(resources)(
  '$resource is refused as planted, or after its effect, or held',
  async ({ resource, service, name }) => {
    const action = resource.replace(/\..*/, '');
    expect(faultsOf(service, name)).toEqual(expect.arrayContaining(['error', 'after', 'held']));
    const own = await call(resource);
    aws.faults.failNext(action, 'AsPlanted');
    expect(await call(resource)).toBe('AsPlanted');
    aws.faults.failNext(action, 'AsPlanted', 1, { after: true });
    expect(await call(resource)).toBe(own === 'carried out' ? 'AsPlanted' : own);
    const hold = aws.faults.hold(action);
    const held = call(resource);
    await hold.reached;
    hold.release();
    expect(await held).toBe(own);
  },
);

test.each(resources.filter(({ service }) => service !== 'states'))(
  'the line of $resource can be away',
  async ({ resource, service, name }) => {
    expect(faultsOf(service, name)).toContain('line');
    const back = aws.lines.of(service).away();
    const answer = service === 'sqs' ? await sent() : await call(resource);
    back();
    expect(answer).toMatch(/SdkClientException$/);
  },
);

const sent = () =>
  aws.send(`https://sqs.eu-west-1.amazonaws.com${aws.taskQueuePath}`, { body: 'hello', group: 'a-group' }).then(
    () => 'carried out',
    (err: Error) => err.name,
  );

test('what is sent to the queue by AWS itself may come twice', async () => {
  expect(played.filter(({ faults }) => faults.includes('twice')).map(({ name }) => name)).toEqual(['SendMessage']);
  const over = aws.lines.of('sqs').disturb({ twice: 1 });
  const before = aws.lines.met().sqs?.twice ?? 0;
  expect(await sent()).toBe('carried out');
  over();
  expect(aws.lines.met().sqs?.twice).toBe(before + 1);
});
