import type { Mishap } from '../../../sandbox/misbehaving/line.ts';

/** What the bot calls, and where a call of it may be worth dying at. */
export const BOTS_SERVICES = ['states', 'sqs', 'slack', 'ses'] as const;

/** What only machines call. */
export const MACHINES_SERVICES = [
  'iam',
  'sns',
  's3',
  'secretsmanager',
  'organizations',
  'identitystore',
  'ssoadmin',
] as const;

export type Service = (typeof BOTS_SERVICES)[number] | (typeof MACHINES_SERVICES)[number];

/** What a single call of any of them may meet. */
export const MISHAPS = ['broken', 'throttled', 'lost', 'cutOff', 'slow'] as const satisfies Mishap[];

/** The call at which something happens: to who makes it, so that it is carried out, and the answer finds nobody; or to who answers. */
export type Moment = { service: Service; operation: string };

const at = (service: Service, ...operations: string[]): Moment[] =>
  operations.map((operation) => ({ service, operation }));

export const MOMENTS: readonly Moment[] = [
  ...at('slack', 'chat.postMessage', 'chat.update', 'users.info', 'views.open', 'views.update'),
  ...at('states', 'SendTaskHeartbeat', 'SendTaskSuccess', 'DescribeExecution', 'StartExecution', 'StartSyncExecution'),
  ...at('sqs', 'ReceiveMessage', 'DeleteMessage'),
  ...at('ses', 'SendEmail'),
];

/** The calls with which machines begin to give something: what cannot be finished has to be undone, or told. */
export const BEGINNINGS: readonly Moment[] = [
  ...at('iam', 'createUser', 'addUserToGroup', 'attachUserPolicy'),
  ...at('identitystore', 'createUser', 'createGroupMembership'),
  ...at('ssoadmin', 'createAccountAssignment'),
];
