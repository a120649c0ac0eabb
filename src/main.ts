import { createAccounts } from './aws/accounts.ts';
import { createAwsClients } from './aws/clients.ts';
import { registerListeners } from './listeners/index.ts';
import { createPermissions } from './policy/permissions.ts';
import { createSlack } from './slack/slack.ts';
import { checkStart } from './startup/checks/index.ts';
import { readSettings } from './startup/settings.ts';
import { exitOnFailure, leave, terminationSignal, unlessStopped } from './startup/shutdown.ts';
import { createLog } from './watch/log.ts';
import { openWatch } from './watch/watch.ts';
import { createTasks } from './worker/tasks/index.ts';
import { createWorker } from './worker/worker.ts';
import { createMachines } from './workflow/machines.ts';

const log = createLog();
exitOnFailure(log);
const { policy, ...config } = readSettings(process.env, log);
const signal = terminationSignal(log);
const watch = await openWatch(config.healthPort, signal, log);

const aws = createAwsClients(config.aws, watch.metrics);
const slack = createSlack(config.slack, watch.metrics, log);
const accounts = createAccounts(aws.organizations, policy, log, signal);
watch.over({ accounts, slack });
const { home, directory, queue } = await unlessStopped(checkStart({ config, policy, slack, aws, log }), signal, log);

const permissions = createPermissions(policy, directory, accounts.find);
const known = { policy, permissions, ...createMachines(aws, config.machines), journal: watch.journal, log };
registerListeners(slack.app, { ...known, ...slack.clients, accounts, directory, command: config.command });
const tasks = createTasks({ ...known, ...slack.clients, ses: aws.ses, mailFrom: config.mailFrom, home });
const worker = createWorker({ ...known, ...aws, queue, tasks, metrics: watch.metrics });
watch.over({ worker });

await slack.start();
log.info('ready');
await worker.run(signal);
await slack.stop();
await watch.close();
leave(log);
