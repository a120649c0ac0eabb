import type { Logger } from 'pino';
import type { AwsClients } from '../../aws/clients.ts';
import type { TaskQueue } from '../../aws/task-queue.ts';
import type { Policy } from '../../policy/read.ts';
import type { SlackClients } from '../../slack/clients.ts';
import { createDirectory, type Directory, type Home } from '../../slack/directory.ts';
import type { Slack } from '../../slack/slack.ts';
import type { Config } from '../config.ts';
import { allAtOnce } from './all-at-once.ts';
import { checkAppToken } from './app-token.ts';
import { checkApprovals } from './approvals.ts';
import { checkMachine } from './machine.ts';
import { checkPublished } from './published.ts';
import { readQueue } from './queue.ts';
import { reaching } from './reach.ts';
import { checkMail } from './sender.ts';
import { identify } from './workspace.ts';

type Parts = {
  config: Pick<Config, 'machines' | 'queueUrl' | 'mailFrom'>;
  policy: Policy;
  slack: Pick<Slack, 'asApp'> & { clients: Pick<SlackClients, 'lookingUp'> };
  aws: Pick<AwsClients, 'sfn' | 'express' | 'sqs' | 'ses'>;
  log: Logger;
};

/**
 * Looks, at the same time, at everything that can be looked at before the bot serves anybody; resolves with what that
 * tells: the workspace, who is who in it, and the queue.
 * @throws StartupError that names everything that is wrong at once, each with its remedy
 */
export async function checkStart({
  config,
  policy,
  slack: { asApp, clients },
  aws,
  log,
}: Parts): Promise<{ home: Home; directory: Directory; queue: TaskQueue }> {
  const { lookingUp } = clients;
  const home = reaching('Slack', identify(lookingUp));
  const directory = home.then((found) => createDirectory(lookingUp, found));
  const { onboardingArn, issuePasswordArn, checkArn, findAccessArn } = config.machines;
  const onboarding = { variable: 'ONBOARDING_STATE_MACHINE_ARN', arn: onboardingArn, type: 'STANDARD' } as const;
  const issuing = { variable: 'ISSUE_PASSWORD_STATE_MACHINE_ARN', arn: issuePasswordArn, type: 'EXPRESS' } as const;
  const checking = { variable: 'CHECK_STATE_MACHINE_ARN', arn: checkArn, type: 'EXPRESS' } as const;
  const finding = { variable: 'FIND_ACCESS_STATE_MACHINE_ARN', arn: findAccessArn, type: 'EXPRESS' } as const;
  const sendsMail = policy.profiles.some(({ emailDomains }) => emailDomains.length > 0);

  const found = await allAtOnce({
    workspace: home,
    directory,
    'app-level token': asApp ? reaching('Slack', checkAppToken(asApp, lookingUp, home)) : Promise.resolve(),
    'approvals channel': Promise.all([home, directory]).then((both) =>
      reaching('Slack', checkApprovals(lookingUp, ...both, policy)),
    ),
    queue: readQueue(aws.sqs, config.queueUrl),
    'state machine onboarding': checkMachine(aws.sfn, onboarding, log),
    'state machine issue-password': checkMachine(aws.sfn, issuing, log),
    'state machine find-access': checkMachine(aws.sfn, finding, log),
    'published policy': checkMachine(aws.sfn, checking, log).then(() =>
      reaching('AWS', checkPublished(aws.express, checkArn, policy, log)),
    ),
    mail: checkMail(aws.ses, config.mailFrom, sendsMail, log),
  });
  return { home: found.workspace, directory: found.directory, queue: found.queue };
}
