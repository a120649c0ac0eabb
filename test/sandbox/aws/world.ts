import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SESClient } from '@aws-sdk/client-ses';
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getRequestListener } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { until } from '../../../sandbox/acting/until.ts';
import { createAws } from '../../../sandbox/aws/aws.ts';
import type { AwsSettings } from '../../../sandbox/aws/settings.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { type CheckReport, checkReport } from '../../../src/contract/check.ts';

/** What the control pages show, as far as the tests look at it. */
const seen = z.object({
  accounts: z
    .array(z.looseObject({ id: z.string(), users: z.array(z.looseObject({ userName: z.string() })) }))
    .optional(),
  executions: z.array(z.looseObject({ machine: z.string(), status: z.string() })).optional(),
  mails: z.array(z.looseObject({ to: z.array(z.string()) })).optional(),
});
type Seen = z.output<typeof seen>;

export type Task = { task: string; token: string; execution: string; input: unknown };

/** The local AWS behind HTTP, with the real SDK clients, and the hands of a bot. */
export async function startAws(settings: AwsSettings = {}, organization: Organization = kumoworks) {
  const aws = createAws(organization, { retryDelay: 1, waitDelay: 1, ...settings });
  const server = createServer(
    getRequestListener((request, env) =>
      request.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256')
        ? aws.answer(request, env)
        : aws.routes.fetch(request),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const environment = aws.environment(url);
  const connection = {
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
    disableHostPrefix: true,
  };
  const sfn = new SFNClient(connection);
  const sqs = new SQSClient(connection);
  const publish = (profile: { id: string } & Record<string, unknown> = developer) =>
    aws.profiles.put(`profiles/${profile.id}.json`, JSON.stringify(profile));
  publish();
  const organizations = new OrganizationsClient(connection);
  const ses = new SESClient(connection);
  onTestFinished(() => {
    aws.stop();
    for (const client of [sfn, sqs, organizations, ses]) client.destroy();
    server.closeAllConnections();
    server.close();
  });

  const userId = (accountId: string, userName: string): string | undefined =>
    aws.look.accounts.get(accountId)?.users.get(userName.toLowerCase())?.userId;
  const queueUrl = environment.TASK_QUEUE_URL ?? '';
  const get = async (path: string): Promise<Seen> => seen.parse(await (await fetch(`${url}${path}`)).json());
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const describe = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));

  return {
    aws,
    url,
    sfn,
    sqs,
    organizations,
    ses,
    queueUrl,
    environment,
    get,
    describe,
    publish,

    async start(input: object, name: string = crypto.randomUUID()): Promise<string> {
      const { executionArn = '' } = await sfn.send(
        new StartExecutionCommand({
          stateMachineArn: environment.ONBOARDING_STATE_MACHINE_ARN,
          name,
          input: JSON.stringify(input),
        }),
      );
      return executionArn;
    },

    /** The next task for the bot, taken off the queue. */
    async nextTask(expected?: string): Promise<Task> {
      const poll = new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 20 });
      const message = await until(`the task ${expected ?? 'that comes next'}`, async () => {
        const { Messages: [received] = [] } = await sqs.send(poll);
        return received;
      });
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
      const task: Task = JSON.parse(message.Body ?? '');
      if (expected && task.task !== expected) throw new Error(`${task.task} came, where ${expected} was expected.`);
      return task;
    },

    answer: (token: string, output: unknown = {}) =>
      sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })),

    fail: (token: string, error: string) =>
      sfn.send(new SendTaskFailureCommand({ taskToken: token, error, cause: '' })),

    /** The execution once it is over. */
    async over(executionArn: string) {
      for (;;) {
        const execution = await describe(executionArn);
        if (execution.status !== 'RUNNING') return execution;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },

    /** With the id of who has the name now, unless a test says another. */
    issue: (input: { AccountId: string; UserName: string; UserId?: string; ClaimedBy: string; Reissue: boolean }) =>
      sfn.send(
        new StartSyncExecutionCommand({
          stateMachineArn: environment.ISSUE_PASSWORD_STATE_MACHINE_ARN,
          input: JSON.stringify({ UserId: userId(input.AccountId, input.UserName), ...input }),
        }),
      ),
    userId,

    /** What the machine `check` finds wrong with these profiles, or with the organization. */
    async check(...ProfileIds: string[]): Promise<CheckReport> {
      const { output = '', error } = await sfn.send(
        new StartSyncExecutionCommand({
          stateMachineArn: environment.CHECK_STATE_MACHINE_ARN,
          input: JSON.stringify({ ProfileIds }),
        }),
      );
      if (error !== undefined) throw new Error(error);
      return checkReport.parse(JSON.parse(output));
    },

    signIn: (body: object) => post('/aws/sign-in', body),

    /** What somebody does in the console, who is signed in there. */
    act: (body: object) => post('/aws/console', body),

    async user(accountId: string, userName: string) {
      const { accounts } = await get('/aws');
      const account = accounts?.find(({ id }) => id === accountId);
      return account?.users.find((user) => user.userName === userName);
    },
  };
}

export type World = Awaited<ReturnType<typeof startAws>>;

/** What the profile gives that every request here is for, unless a test publishes another. */
export const developer = {
  id: 'developer',
  method: 'iam-user',
  grants: { groups: ['Developers'], policyArns: ['arn:aws:iam::aws:policy/IAMUserChangePassword'] },
  accounts: { kind: 'all', only: [] as string[], ous: [] as string[], except: [] as string[] },
  approvers: { ids: [] as string[], emails: [] as string[], groups: ['S0PLATFORM'] },
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const yuki = {
  userName: 'yuki@kumoworks.example',
  displayName: '佐藤 由紀',
  locale: 'ja-JP',
  slackUserId: 'U0YUKI',
  email: 'yuki@kumoworks.example',
  claimant: 'U0YUKI',
  mailbox: sha256('yuki@kumoworks.example'),
};

export const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

export function request(more: { accounts?: string[]; halfTime?: number; profile?: string } = {}) {
  const { halfTime = 129_600, accounts = ['111122223333'] } = more;
  return {
    requestId: 'V01',
    requestedAt: new Date().toISOString(),
    requestedBy: { slackUserId: 'U0AIKO', email: 'aiko@kumoworks.example', name: 'Aiko', locale: 'en-US' },
    profile: { id: more.profile ?? 'developer', name: 'Developer', description: 'x', method: 'iam-user' },
    accounts: accounts.map((id) => ({ id, name: `account ${id}`, isManagement: false })),
    people: { slackUserIds: ['U0YUKI'], typed: [] },
    reason: 'joins the payments team',
    approval: {
      channel: 'C0APPROVE',
      expiresAt: inAWeek(),
      remindAfterSeconds: halfTime,
      expireAfterReminderSeconds: halfTime,
    },
  };
}

const ken = { slackUserId: 'U0KEN', email: 'ken@kumoworks.example', name: 'Ken' };

/** A decision on the request whose task this is. */
export const approval = ({ execution, input }: Pick<Task, 'execution' | 'input'>, claimUntil = inAWeek()) => ({
  outcome: 'approved',
  request: execution.slice(execution.lastIndexOf(':') + 1),
  by: ken,
  at: new Date().toISOString(),
  claimUntil,
  version: (input as { inspection?: { Profile: { Version: string } } }).inspection?.Profile.Version,
});

export const resolved = (users: object[] = [yuki]) => ({
  users,
  setAside: [],
  involved: ['U0AIKO', 'aiko@kumoworks.example', 'U0YUKI'],
});

/** What is found of people after an approval: nobody has left. */
export const everybodyThere = (users: object[]) => ({
  people: users.map(() => ({})),
  requester: {},
  secondsLeft: 3600,
});

/** Answers every task as a bot would, until the execution is over, and gives its output. */
export async function onboard(
  world: World,
  input: object,
  {
    users = [yuki],
    claimUntil = inAWeek(),
    beforeApproval = () => {},
  }: { users?: object[]; claimUntil?: string; beforeApproval?: () => void } = {},
) {
  const answers: Record<string, unknown> = {
    resolve: resolved(users),
    announce: { channel: 'C0APPROVE', ts: '1.1' },
    'look-again': everybodyThere(users),
    deliver: { by: 'slack', ts: '2.1' },
  };
  const executionArn = await world.start(input);
  const tasks: string[] = [];
  let last = '';
  while (last !== 'report') {
    const taken = await world.nextTask();
    last = taken.task;
    tasks.push(last);
    if (last === 'await-decision') beforeApproval();
    const answer = last === 'await-decision' ? approval(taken, claimUntil) : answers[last];
    await world.answer(taken.token, answer ?? {});
  }
  const { output, status, error, cause } = await world.over(executionArn);
  return { executionArn, tasks, status, error, cause, output: JSON.parse(output ?? 'null') };
}
