import type { Hono } from 'hono';
import type { Connection } from '../misbehaving/carry.ts';
import type { QueueLook } from '../clock/world-clock.ts';
import { createCenter, type IdentityCenter } from '../identity-center/center.ts';
import { type CenterControls, createControls } from '../identity-center/controls.ts';
import { createPortal } from '../identity-center/portal/portal.ts';
import { createPortalSessions } from '../identity-center/portal/sessions.ts';
import { createCenterServices } from '../identity-center/services.ts';
import type { CenterSettings } from '../identity-center/settings.ts';
import { createTerminal } from '../identity-center/terminal/terminal.ts';
import { type Disturbance, OF_A_SENDING, type Outage } from '../misbehaving/line.ts';
import type { Organization } from '../organization/organization.ts';
import { createSessions } from './console/sessions.ts';
import { createConsole, showExecution } from './console.ts';
import { createFaults, type Faults } from './faults.ts';
import type { IamAccount } from './iam/account.ts';
import { createAccounts, hasPolicy } from './iam/accounts.ts';
import { type IamActionName, iam } from './iam/iam.ts';
import type { JsonObject } from './json.ts';
import { createLines, type Lines } from './lines.ts';
import { createMail, type Mail, type MailAccount } from './mail.ts';
import { createOrganizations, organizationCalls } from './organizations.ts';
import { type Bucket, createBucket } from './s3.ts';
import { createSqs, type Sending, taskQueueName } from './sqs.ts';
import { callOverLine } from './states/call-over-line.ts';
import type { Entry } from './states/executions.ts';
import type { Machine } from './states/machines.ts';
import { createStates, type Delay } from './states/states.ts';
import type { Call } from './states/tasks.ts';
import { createTimers } from './timers.ts';
import { createWire } from './wire.ts';

export type AwsSettings = {
  /** Milliseconds that every Retry waits instead of its own interval (default 100: nobody wants to wait in a sandbox). */
  retryDelay?: Delay;
  /** Milliseconds that every Wait state waits instead of its own time (default 200). */
  waitDelay?: Delay;
  /** Seconds that a received message stays hidden (default 30), and receives before it goes to the dead letters (default 1,000). */
  visibilityTimeout?: number;
  maxReceives?: number;
  /** Whether Organizations takes no more calls a second than AWS does (default): not where a test starts one bot after the other. */
  throttles?: boolean;
  /** What time it is for the one-time codes of MFA devices and for what a terminal is given, in milliseconds. */
  now?: () => number;
  /** How IAM Identity Center behaves. */
  identityCenter?: Partial<CenterSettings>;
  /** Hears of everything that happens in executions. */
  onChange?: () => void;
};

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
  const {
    retryDelay = 100,
    waitDelay = 200,
    visibilityTimeout = 30,
    maxReceives = 1_000,
    throttles = true,
    now = Date.now,
    onChange = () => {},
  } = settings;
  const { homeAccount, homeRegion: region } = organization;
  const domain = `${organization.team.domain}.example`;

  const faults = createFaults();
  const accounts = createAccounts(organization);
  const sqs = createSqs({ account: homeAccount, region, visibilityTimeout, maxReceives });
  const mail = createMail(domain);
  const organizations = organizationCalls(organization);
  const profiles = createBucket(`boarding-pass-profiles-${homeAccount}-${region}`);
  const timers = createTimers(onChange);
  const center = createCenter(
    organization,
    { account: accountsFor(accounts), later: timers.later },
    settings.identityCenter,
  );
  const lines = createLines();
  /** What AWS itself puts into a queue. */
  const send = async (queueUrl: string, message: Sending): Promise<void> => {
    const fate = lines.of('sqs').fateOf('sendMessage', OF_A_SENDING);
    await callOverLine('sqs', fate, () => {
      const { sequenceNumber } = sqs.send(queueUrl, message);
      if (fate?.kind === 'twice') sqs.send(queueUrl, message);
      return sequenceNumber;
    });
  };
  const { later } = timers;
  const world = { region, homeAccount, accounts, faults, organizations, profiles, center, lines, later, send };
  const consoles = createSessions();
  const atPortal = { center, accounts, sessions: createPortalSessions(center), now };
  const terminal = createTerminal(atPortal);
  const states = createStates(world, { retryDelay, waitDelay, onChange });

  return {
    routes: createConsole({ accounts, mails: mail.mails, executions: states.executions, now, sessions: consoles })
      .route('/', createPortal({ ...atPortal, consoles, mails: mail.mails }))
      .route('/', terminal.routes),
    answer: createWire(
      {
        states: states.service,
        sqs: sqs.service,
        organizations: createOrganizations(organizations, throttles),
        ses: mail.service,
        ...createCenterServices(center),
        ...terminal.services,
      },
      faults,
      lines,
    ),
    environment: (url) => ({
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      ONBOARDING_STATE_MACHINE_ARN: states.arnOf('onboarding'),
      ISSUE_PASSWORD_STATE_MACHINE_ARN: states.arnOf('issue-password'),
      CHECK_STATE_MACHINE_ARN: states.arnOf('check'),
      FIND_ACCESS_STATE_MACHINE_ARN: states.arnOf('find-access'),
      TASK_QUEUE_URL: `${url}/${homeAccount}/${taskQueueName}`,
      MAIL_FROM: `boarding-pass@${domain}`,
    }),
    seen: {
      passwords: () => states.passwords,
      queueBodies: () => sqs.bodies,
      histories: () => JSON.stringify(states.executions().map(showExecution)),
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
    runOut: states.runOut,
    giveBack: sqs.giveBack,
    queue: sqs.queue,
    away: (service, outage) => lines.of(service).away(outage),
    disturb: (service, disturbance) => lines.of(service).disturb(disturbance),
    met: lines.met,
    changeMail: (change) => void Object.assign(mail.account, change),
    look: {
      accounts,
      mails: mail.mails,
      identityCenter: center,
      machines: states.machines,
      executions: states.executions,
    },
    stop() {
      timers.stop();
      sqs.stop();
      states.stop();
    },
  };
}

/** What Identity Center asks of the accounts in which it makes roles. */
const accountsFor =
  (accounts: ReadonlyMap<string, IamAccount>): IdentityCenter['account'] =>
  (id) => {
    const found = accounts.get(id);
    return (
      found && {
        state: found.account.state,
        hasPolicy: (name) => hasPolicy(found, `arn:aws:iam::${id}:policy/${name}`),
      }
    );
  };
