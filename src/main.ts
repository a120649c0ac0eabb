import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { checkApprovals } from './approvals-check.ts';
import { createAccounts } from './aws/accounts.ts';
import { createMailer } from './aws/mail.ts';
import { readConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import { registerListeners } from './listeners/index.ts';
import { createLog } from './log.ts';
import { createPermissions } from './permissions.ts';
import { idsIn, readPolicyFile } from './policy.ts';
import { exitOnFailure, terminationSignal } from './shutdown.ts';
import { createSlack } from './slack.ts';
import { createWorkflow } from './workflow/client.ts';
import { createIssuer } from './workflow/passwords.ts';
import { reconcile } from './workflow/reconcile.ts';
import { createTasks } from './workflow/tasks.ts';
import { createWorker } from './workflow/worker.ts';

const log = createLog();
exitOnFailure(log);
const { slack: connection, aws, workflow: machines, ...config } = readConfig(process.env);
log.level = config.logLevel;
const policy = readPolicyFile(config.policyFile);
const signal = terminationSignal(log);

const { app, clients, ...slack } = createSlack(connection, log);
const home = await slack.identify();
const directory = createDirectory(clients.lookingUp, home);
await checkApprovals(clients.lookingUp, directory, policy);

const once = { maxAttempts: 1 };
const patient = { requestHandler: { ...aws.requestHandler, requestTimeout: 40_000 } };
const workflow = createWorkflow(
  { sfn: new SFNClient(aws), once: new SFNClient({ ...aws, ...once }) },
  machines.onboardingArn,
);
const issuePassword = createIssuer(new SFNClient({ ...aws, ...once, ...patient }), machines.issuePasswordArn);
const accounts = createAccounts(new OrganizationsClient({ ...aws, retryMode: 'adaptive' }), idsIn(policy), log, signal);
const permissions = createPermissions(policy, directory, accounts.find);
const sendMail = createMailer(new SESClient(aws), config.mailFrom);

registerListeners(app, {
  answering: clients.answering,
  directory,
  permissions,
  policy,
  accounts,
  workflow,
  issuePassword,
  log,
});
const directoryOfTasks = createDirectory(clients.lookingUpForTasks, home);
const tasks = createTasks({
  clients,
  directory: directoryOfTasks,
  permissions,
  policy,
  workflow,
  issuePassword,
  sendMail,
  log,
});
const worker = await createWorker({
  queueUrl: config.queueUrl,
  sqs: new SQSClient({ ...aws, ...patient }),
  workflow,
  tasks,
  log,
});

await slack.start();
log.info('ready');
void reconcile(workflow, tasks, log, signal);
await worker.run(signal);
await slack.stop();
log.info('stopped');
