import type { Hono } from 'hono';
import type { QueueLook } from '../clock/world-clock.ts';
import type { IdentityCenter } from '../identity-center/center.ts';
import { type CenterControls, createControls } from '../identity-center/controls.ts';
import { createPortal } from '../identity-center/portal/portal.ts';
import type { Connection } from '../misbehaving/carry.ts';
import type { Disturbance, Outage } from '../misbehaving/line.ts';
import type { Organization } from '../organization/organization.ts';
import { createSessions } from './console/sessions.ts';
import { createConsole, showExecution } from './console.ts';
import type { Faults } from './faults.ts';
import type { IamAccount } from './iam/account.ts';
import { type IamActionName, iam } from './iam/iam.ts';
import type { JsonObject } from './json.ts';
import type { Lines } from './lines.ts';
import type { Mail, MailAccount } from './mail.ts';
import { createParts, type Parts } from './parts.ts';
import type { Bucket } from './s3.ts';
import type { AwsSettings } from './settings.ts';
import type { Entry } from './states/executions.ts';
import type { Machine } from './states/machines.ts';
import type { Call } from './states/tasks.ts';
import { createWire } from './wire.ts';

/** What there is to see in the local AWS. */
export type AwsLook = {
  readonly accounts: ReadonlyMap<string, IamAccount>;
  readonly mails: readonly Mail[];
  readonly identityCenter: IdentityCenter;
  machines(): Machine[];
  /** Newest first. */
  executions(): Entry[];
};

export type LocalAws = {
  /** The control pages: GET /aws, POST /aws/sign-in, POST /aws/console, GET /mail, GET /executions, the AWS access portal, and what the AWS CLI speaks unsigned. */
  routes: Hono;
  /** Answers a signed AWS request in the wire protocol of its service. */
  answer(request: Request, connection?: Connection): Promise<Response>;
  /** The bot's environment, given where the world listens. */
  environment(url: string): Record<string, string>;
  /** For tests in the same process only, never over HTTP. */
  seen: { passwords(): string[]; queueBodies(): string[]; histories(): string; calls(): Call[] };
  /** What an administrator of a member account does there by hand, past every role of boarding-pass; for tests. */
  asAdmin(accountId: string, action: IamActionName, parameters: JsonObject): JsonObject;
  /** The same for IAM Identity Center, and how it behaves. */
  identityCenter: CenterControls;
  /** What whoever deploys writes, and the machines believe. */
  profiles: Bucket;
  /** Plants a fault for a test; with `after` the effect happens and its answer is lost. */
  failNext: Faults['failNext'];
  /** The next calls wait until a test lets them go on. */
  hold: Faults['hold'];
  /** The time of what a request waits for is over: the half of its time to decide, or the other one. */
  runOut(request: string): void;
  /** A bot was killed: what it had received comes again at once. */
  giveBack(): void;
  /** The queue of the bot's tasks. */
  queue: QueueLook;
  /** Takes a service away until what it gives back is called; its names: lines.ts. */
  away(service: string, outage?: Outage): () => void;
  /** Disturbs what is asked of a service, until what it gives back is called. */
  disturb(service: string, disturbance: Disturbance): () => void;
  /** By service, how often a call has met what. */
  met: Lines['met'];
  /** What SES lets the account do from now on; for tests. */
  changeMail(change: Partial<MailAccount>): void;
  /** For whoever shows it; nothing here is to be changed. */
  look: AwsLook;
  /** Ends long polls, executions and timers, so that the process can exit. */
  stop(): void;
};

/** An AWS organization in memory, behind the wire protocols of the AWS SDKs. */
export function createAws(organization: Organization, settings: AwsSettings = {}): LocalAws {
  const parts = createParts(organization, settings);
  const { accounts, center, faults, lines, mail, profiles, sqs, states, tasks, timers } = parts;
  const { executions, machines, runOut } = states;

  return {
    routes: routesOf(parts),
    answer: createWire(parts.services, faults, lines),
    environment: (url) => environmentOf(parts, url),
    seen: {
      passwords: () => states.passwords,
      queueBodies: () => sqs.bodies,
      histories: () => JSON.stringify(executions().map(showExecution)),
      calls: () => states.calls,
    },
    asAdmin(accountId, action, parameters) {
      const account = accounts.get(accountId);
      if (!account) throw new Error(`There is no account ${accountId}.`);
      return iam[action].run(account, parameters);
    },
    identityCenter: createControls(center),
    profiles,
    failNext: faults.failNext,
    hold: faults.hold,
    runOut,
    giveBack: tasks.giveBack,
    queue: tasks,
    away: (service, outage) => lines.of(service).away(outage),
    disturb: (service, disturbance) => lines.of(service).disturb(disturbance),
    met: lines.met,
    changeMail: (change) => void Object.assign(mail.account, change),
    look: { accounts, mails: mail.mails, identityCenter: center, machines, executions },
    stop() {
      timers.stop();
      sqs.stop();
      states.stop();
    },
  };
}

/** What there is besides the signed API. */
function routesOf({ accounts, mail, states, now, atPortal, terminal }: Parts): Hono {
  const { mails } = mail;
  const consoles = createSessions(now);
  return createConsole({ accounts, mails, executions: states.executions, now, sessions: consoles })
    .route('/', createPortal({ ...atPortal, consoles, mails }))
    .route('/', terminal.routes);
}

function environmentOf({ region, states, taskQueuePath, mailFrom }: Parts, url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    ONBOARDING_STATE_MACHINE_ARN: states.arnOf('onboarding'),
    ISSUE_PASSWORD_STATE_MACHINE_ARN: states.arnOf('issue-password'),
    CHECK_STATE_MACHINE_ARN: states.arnOf('check'),
    FIND_ACCESS_STATE_MACHINE_ARN: states.arnOf('find-access'),
    TASK_QUEUE_URL: `${url}${taskQueuePath}`,
    MAIL_FROM: mailFrom,
  };
}
