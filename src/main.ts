import { createAccounts } from './aws/accounts.ts';
import { createAwsClients } from './aws/clients.ts';
import { createMailer } from './aws/mailer.ts';
import { countSlackThrottling } from './aws/throttling.ts';
import { registerListeners } from './listeners/index.ts';
import { createPermissions } from './policy/permissions.ts';
import { idsIn, readPolicyFile } from './policy/read.ts';
import { createDirectory } from './slack/directory.ts';
import { createSlack } from './slack/slack.ts';
import { checkStart } from './startup/checks/index.ts';
import { readConfig } from './startup/config.ts';
import { exitOnFailure, leave, terminationSignal, unlessStopped } from './startup/shutdown.ts';
import { serveHealth } from './watch/health.ts';
import { createJournal } from './watch/journal.ts';
import { createLog } from './watch/log.ts';
import { createMetrics } from './watch/metrics.ts';
import { createReadiness } from './watch/readiness.ts';
import { reconcile } from './worker/reconcile.ts';
import { createTasks } from './worker/tasks/index.ts';
import { createWorker } from './worker/worker.ts';
import { createWorkflow } from './workflow/client.ts';
import { createAccessFinder } from './workflow/find-access.ts';
import { createIssuer } from './workflow/issue-password.ts';

const log = createLog();
exitOnFailure(log);
const config = readConfig(process.env);
log.level = config.logLevel;
const policy = readPolicyFile(config.policyFile);
const signal = terminationSignal(log);

const metrics = createMetrics();
const readiness = createReadiness(signal);
const health = await serveHealth(config.healthPort, readiness, metrics.registry);
log.info({ port: health.port }, 'health and metrics are served');

const aws = createAwsClients(config.aws, metrics);
const { app, clients, asApp, ...slack } = createSlack(config.slack, log);
countSlackThrottling(clients, metrics);
const accounts = createAccounts(aws.organizations, idsIn(policy), log, signal);
readiness.watch({
  policy: () => undefined,
  accounts: () => (accounts.isLoaded ? undefined : 'not loaded yet'),
  slack: () => (slack.isConnected() ? undefined : 'not connected'),
});
const checks = checkStart({ config, policy, lookingUp: clients.lookingUp, asApp, aws, log });
const { home, directory, queue } = await unlessStopped(checks, signal, log);

const journal = createJournal(log, metrics);
const workflow = createWorkflow({ sfn: aws.sfn, once: aws.deciding }, config.workflow.onboardingArn);
const issuePassword = createIssuer(aws.issuing, config.workflow.issuePasswordArn);
const findAccess = createAccessFinder(aws.issuing, config.workflow.findAccessArn);
const permissions = createPermissions(policy, directory, accounts.find);
const known = { permissions, policy, workflow, issuePassword, journal };
registerListeners(app, { ...known, findAccess, answering: clients.answering, directory, accounts, log });

const directoryOfTasks = createDirectory(clients.lookingUpForTasks, home);
const sendMail = createMailer(aws.ses, config.mailFrom);
const tasks = createTasks({ ...known, clients, home, directory: directoryOfTasks, sendMail });
const worker = createWorker({ queue, sqs: aws.sqs, polling: aws.polling, workflow, tasks, metrics, log });
readiness.watch({ queue: () => (worker.isReachable ? undefined : 'did not answer when it was last asked') });

await slack.start();
log.info('ready');
void reconcile(workflow, tasks, log, signal);
await worker.run(signal);
await slack.stop();
await health.close();
leave(log);
