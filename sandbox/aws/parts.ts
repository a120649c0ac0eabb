import { createCenter, type IdentityCenter } from '../identity-center/center.ts';
import { createPortalSessions } from '../identity-center/portal/sessions.ts';
import { createCenterServices } from '../identity-center/services.ts';
import { createTerminal } from '../identity-center/terminal/terminal.ts';
import { OF_A_SENDING } from '../misbehaving/line.ts';
import type { Organization } from '../organization/organization.ts';
import { createFaults } from './faults.ts';
import { readHomeStack } from './home-stack.ts';
import type { IamAccount } from './iam/account.ts';
import { createAccounts, hasPolicy } from './iam/accounts.ts';
import { createLines, type Lines } from './lines.ts';
import { createMail } from './mail.ts';
import { createOrganizations, organizationCalls } from './organizations.ts';
import { createBucket } from './s3.ts';
import type { AwsSettings } from './settings.ts';
import { deployedQueues } from './sqs/deployed.ts';
import type { Sending } from './sqs/queues.ts';
import { createSqs } from './sqs/sqs.ts';
import { callOverLine } from './states/call-over-line.ts';
import { createStates } from './states/states.ts';
import { createTimers } from './timers.ts';

export type Parts = ReturnType<typeof createParts>;

/** What the local AWS is made of: its services, and the stack of the shipped template in the home account. */
export function createParts(organization: Organization, settings: AwsSettings) {
  const { retryDelay = 100, waitDelay = 200, throttles = true, now = Date.now, onChange = () => {} } = settings;
  const { homeAccount, homeRegion: region } = organization;
  const domain = `${organization.team.domain}.example`;

  const faults = createFaults();
  const lines = createLines();
  const accounts = createAccounts(organization);
  const mail = createMail(domain);
  const organizations = organizationCalls(organization);
  const profiles = createBucket(`boarding-pass-profiles-${homeAccount}-${region}`);
  const timers = createTimers(onChange);
  const { later } = timers;
  const center = createCenter(organization, { account: accountsFor(accounts), later }, settings.identityCenter);
  const stack = readHomeStack(
    { region, account: homeAccount },
    { IdentityCenterAccountId: center.described.administratorAccount },
  );
  const sqs = createSqs(homeAccount, deployedQueues(stack, settings));
  const send = sendOver(lines, sqs.send);
  const world = { region, homeAccount, stack, accounts, faults, organizations, profiles, center, lines, later, send };
  const states = createStates(world, { retryDelay, waitDelay, onChange });
  const atPortal = { center, accounts, sessions: createPortalSessions(center, now), now };
  const terminal = createTerminal(atPortal);
  const taskQueuePath = new URL(stack.outputs.TaskQueueUrl?.Value ?? '').pathname;

  return {
    ...{ region, faults, lines, accounts, mail, profiles, timers, center, sqs, states, atPortal, terminal, now },
    mailFrom: `boarding-pass@${domain}`,
    /** As AWS itself sends to a queue, over the line there. */
    send,
    taskQueuePath,
    tasks: sqs.find(taskQueuePath).queue,
    /** By the names in signatures. */
    services: {
      states: states.service,
      sqs: sqs.service,
      organizations: createOrganizations(organizations, throttles),
      ses: mail.service,
      ...createCenterServices(center),
      ...terminal.services,
    },
  };
}

/** What AWS itself puts into a queue. */
const sendOver =
  (lines: Lines, send: (queueUrl: string, message: Sending) => { sequenceNumber: string }) =>
  async (queueUrl: string, message: Sending): Promise<void> => {
    const fate = lines.of('sqs').fateOf('sendMessage', OF_A_SENDING);
    await callOverLine('sqs', fate, () => {
      const { sequenceNumber } = send(queueUrl, message);
      if (fate?.kind === 'twice') send(queueUrl, message);
      return sequenceNumber;
    });
  };

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
