import { pino } from 'pino';
import { createAwsClients } from '../../../src/aws/clients.ts';
import type { OnboardingRequest } from '../../../src/contract/request.ts';
import { readConfig } from '../../../src/startup/config.ts';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { createWorkflow } from '../../../src/workflow/client.ts';
import { accounts } from '../../manifests/stacks.ts';
import { type Connection, type Moto, region } from './moto.ts';

/** The bot's own clients, set up as the bot sets them up, but for moto. */
export function createBot(moto: Moto, { credentials }: Connection, account = accounts.home) {
  const machine = `arn:aws:states:${region}:${account}:stateMachine:boarding-pass`;
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    ONBOARDING_STATE_MACHINE_ARN: `${machine}-onboarding`,
    ISSUE_PASSWORD_STATE_MACHINE_ARN: `${machine}-issue-password`,
    CHECK_STATE_MACHINE_ARN: `${machine}-check`,
    FIND_ACCESS_STATE_MACHINE_ARN: `${machine}-find-access`,
    TASK_QUEUE_URL: `${moto.url}/${account}/boarding-pass-tasks.fifo`,
    MAIL_FROM: 'onboarding@example.com',
    AWS_REGION: region,
    AWS_ENDPOINT_URL: moto.url,
  });
  const metrics = createMetrics();
  // On AWS credentials come from the role of the task or the pod.
  const connected = { ...config.aws, credentials };
  const clients = createAwsClients(connected, metrics);
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const workflow = createWorkflow({ sfn: clients.sfn, once: clients.deciding }, config.machines.onboardingArn);
  return { config, clients, metrics, workflow, log, lines };
}

export type Bot = ReturnType<typeof createBot>;

export const request = (requestId: string): OnboardingRequest => ({
  requestId,
  requestedAt: '2026-11-22T04:06:00Z',
  requestedBy: { slackUserId: 'U0AIKO', email: 'aiko@example.com', name: 'Aiko', locale: 'en-US' },
  profile: {
    id: 'developer',
    name: 'Developer',
    description: '',
    method: 'iam-user',
  },
  accounts: [{ id: accounts.member, name: 'dev', isManagement: false }],
  people: { slackUserIds: ['U0YUKI'], typed: [] },
  reason: 'joins the payments team',
  approval: {
    channel: 'C0APPROVE',
    expiresAt: '2026-11-25T04:06:00Z',
    remindAfterSeconds: 3600,
    expireAfterReminderSeconds: 3600,
  },
});
