import type { World } from '../../sandbox/world.ts';

/** By service, how often each operation was called. */
export type Calls = Record<string, Record<string, number>>;

/** What the bots call; `other` is whatever is called besides. */
const OF_SLACK = [
  'users.info',
  'usergroups.users.list',
  'views.open',
  'views.update',
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'conversations.history',
  'conversations.replies',
];
const OF_AWS: Record<string, string[]> = {
  // As Step Functions calls it, the first; as the bots do, the others.
  sqs: [
    'sendMessage',
    'ReceiveMessage',
    'DeleteMessage',
    'DeleteMessageBatch',
    'ChangeMessageVisibility',
    'ChangeMessageVisibilityBatch',
  ],
  states: [
    'StartExecution',
    'DescribeExecution',
    'GetExecutionHistory',
    'SendTaskHeartbeat',
    'SendTaskSuccess',
    'SendTaskFailure',
    'ListExecutions',
    'StartSyncExecution',
  ],
  ses: ['SendEmail'],
};

type Disturb = World['slack']['disturb'];

/** Counts all that is called from now on, but what the machines call, which the sandbox remembers itself. */
export function countCalls({ slack, aws }: World): Calls {
  const services = Object.entries(OF_AWS).map(([service, operations]) => {
    const disturb: Disturb = (disturbance) => aws.disturb(service, disturbance);
    return [service, count(disturb, operations)] as const;
  });
  return { slack: count(slack.disturb, OF_SLACK), ...Object.fromEntries(services) };
}

function count(disturb: Disturb, operations: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const one = (name: string) => () => {
    counts[name] = (counts[name] ?? 0) + 1;
    // Never meets anything.
    return 1;
  };
  for (const name of operations) disturb({ only: [name], random: one(name) });
  disturb({ random: one('in all') });
  return counts;
}

/** What the machines have called since so many calls before, but what came over a line, and each other. */
export function callsOfMachines({ aws }: World, since: number): Calls {
  const actions = aws.seen
    .calls()
    .slice(since)
    .map(({ action }) => action.split(':'));
  const byService = Map.groupBy(actions, ([service]) => service ?? '');
  for (const service of ['sqs', 'states']) byService.delete(service);
  return Object.fromEntries(
    [...byService].map(([service, called]) => [service, countBy(called.map(([, operation = '']) => operation))]),
  );
}

const countBy = (names: string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]));
