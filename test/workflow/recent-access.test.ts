import { DescribeExecutionCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { createRecentAccess } from '../../src/workflow/recent-access.ts';
import { portalRequest, prod } from '../onboarding/at-portal.ts';
import { dev, yuki } from '../onboarding/examples.ts';

type Execution = { status: string; input?: unknown; output?: unknown };

/** What somebody is told, of executions that Step Functions remembers. */
function recentOf(executions: Execution[], who = yuki.id) {
  const send = async (command: unknown) => {
    if (command instanceof ListExecutionsCommand)
      return { executions: executions.map(({ status }, i) => ({ executionArn: String(i), status })) };
    if (!(command instanceof DescribeExecutionCommand)) throw new Error('Something else was asked.');
    const { input = portalRequest(), output } = executions[Number(command.input.executionArn)] ?? { status: '' };
    return { input: JSON.stringify(input), output: output === undefined ? undefined : JSON.stringify(output) };
  };
  return createRecentAccess({ send } as Partial<SFNClient> as SFNClient, 'arn')(who, yuki.email);
}

const ended = (more: object): Execution => ({
  status: 'SUCCEEDED',
  output: { decidedBy: 'U0KEN', people: [{ userName: 'yuki', claimant: yuki.id, status: 'told', made: [], ...more }] },
});

test.each<[string, object, string[]]>([
  ['an account', { made: [dev.id] }, [dev.id]],
  ['two accounts', { made: [prod.id, dev.id, dev.id] }, [dev.id, prod.id]],
  ['groups, which are no account', { made: ['groups'] }, []],
  ['what AWS goes on preparing', { pending: [{ account: prod.id, requestId: 'r-1' }] }, [prod.id]],
])('who was given %s is told of it', async (_what, person, ids) => {
  const { given, open } = await recentOf([ended(person)]);
  expect(given).toMatchObject([{ decidedBy: 'U0KEN', accounts: ids.map((id) => ({ id })) }]);
  expect(given[0]?.accounts).toHaveLength(ids.length);
  expect(open).toEqual([]);
});

test.each<[string, Execution]>([
  ['nothing', ended({ status: 'not-created', failed: [{ account: dev.id, error: 'GroupMissing' }] })],
  ['what they had before', ended({ status: 'had' })],
  ['something that is somebody else’s', ended({ claimant: 'U0OMAR', made: [dev.id] })],
  ['what failed', { ...ended({ made: [dev.id] }), status: 'FAILED' }],
  ['something without an output', { status: 'SUCCEEDED' }],
  ['something that is no request', { ...ended({ made: [dev.id] }), input: { other: true } }],
])('who was given %s is told of nothing', async (_what, execution) => {
  expect(await recentOf([execution])).toEqual({ given: [], open: [] });
});

test('who was typed in by an address is told of it, whatever tag it has', async () => {
  const typed = [{ email: yuki.email.toUpperCase().replace('@', '+aws@') }];
  const running = { status: 'RUNNING', input: { ...portalRequest(), people: { slackUserIds: [], typed } } };
  expect((await recentOf([running])).open).toHaveLength(1);
});

test('what somebody asks for them, and nobody has decided yet, is told apart', async () => {
  const running = { status: 'RUNNING' };
  const other = { status: 'RUNNING', input: { ...portalRequest(), people: { slackUserIds: ['U0OMAR'], typed: [] } } };
  const { given, open } = await recentOf([other, running, ended({ made: [dev.id] })]);
  expect(given).toHaveLength(1);
  expect(open).toMatchObject([{ accounts: [{ id: dev.id }, { id: prod.id }] }]);
});
