import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { actAs } from '../../sandbox/acting/actor.ts';
import type { Entry } from '../../sandbox/aws/states/executions.ts';
import type { Organization } from '../../sandbox/organization/organization.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import type { OnboardingRequest } from '../../src/contract/request.ts';
import { type Figure, seconds } from './figures.ts';

const CHANNEL = 'C0APPROVE';
/** As many as the form takes. */
const PEOPLE = 50;

/** Full requests, approved at once: how long from the clicks to the end of the last, and what one person costs in calls and transitions. */
export async function measureLargeRequests(organization: Organization, logFile: string): Promise<Figure[]> {
  const world = await startWorld({ organization, logFile, logLevel: 'info' });
  const members = organization.people.filter((one) => one.id.startsWith('U0P') && !one.guest && !one.deleted);
  const group = (n: number) => members.slice(n * PEOPLE, (n + 1) * PEOPLE).map(({ id }) => id);
  const template = await requestOfOne(world);

  const five = await board(world, template, [0, 1, 2, 3, 4].map(group));
  const costs = costsOf(world, five.entries);
  const twenty = await board(
    world,
    template,
    Array.from({ length: 20 }, (_, n) => group(n + 5)),
  );
  const peak = peakMemory(world);
  await world.stop();
  return [
    { what: `${5 * PEOPLE} people in five requests, approval to end`, goal: '≤ 3 s', is: seconds(five.ms) },
    { what: `${20 * PEOPLE} in twenty`, goal: '≤ 10 s', is: seconds(twenty.ms) },
    { what: 'the bot’s memory at its peak meanwhile', goal: '≤ 200 MB', is: peak },
    ...costs,
  ];
}

/** The input of a request that went through the form. */
async function requestOfOne(world: World): Promise<OnboardingRequest> {
  const aiko = actAs(world.url, 'U0AIKO');
  await aiko.command();
  const view = await soon(() => aiko.modal());
  await soon(async () => (await aiko.suggest(view.id, '111122223333')).options?.[0]);
  await aiko.submit(view.id, {
    profile: 'developer',
    accounts: ['111122223333'],
    people: ['U0YUKI'],
    reason: 'measured',
  });
  const { input } = await soon(() => executionOf(world, view.id));
  return JSON.parse(input ?? '');
}

async function board(world: World, template: OnboardingRequest, groups: string[][]) {
  const environment = world.aws.environment(world.url);
  const { AWS_REGION: region = '', ONBOARDING_STATE_MACHINE_ARN: stateMachineArn = '' } = environment;
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const sfn = new SFNClient({ endpoint: world.url, region, credentials, disableHostPrefix: true });
  const ken = actAs(world.url, 'U0KEN');
  const names = groups.map((group) => `V0BENCH${group[0]}`);
  for (const [n, slackUserIds] of groups.entries()) {
    const name = names[n] ?? '';
    const request: OnboardingRequest = { ...template, requestId: name, people: { slackUserIds, typed: [] } };
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(request) }));
  }
  sfn.destroy();
  const posts = await Promise.all(names.map((name) => soon(() => openPost(world, name))));
  const began = performance.now();
  await Promise.all(posts.map((ts) => ken.click(CHANNEL, ts, 'approve')));
  const entries = await Promise.all(names.map((name) => soon(() => ended(world, name))));
  const duration = performance.now() - began;
  for (const { output = '' } of entries) {
    const told = JSON.parse(output).people.filter(({ status }: { status: string }) => status === 'told');
    if (told.length !== PEOPLE) throw new Error(`Only ${told.length} of ${PEOPLE} were told: ${output.slice(0, 500)}`);
  }
  return { ms: duration, entries };
}

/** What one of the people of these requests cost. */
function costsOf({ slack, aws }: World, entries: Entry[]): Figure[] {
  const arns = new Set(entries.map(({ executionArn }) => executionArn));
  const isTheirs = ({ executionArn, input = '{}' }: Entry) =>
    arns.has(executionArn) || arns.has(JSON.parse(input).AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID);
  const transitions = aws.look
    .executions()
    .filter(isTheirs)
    .flatMap(({ history = [] }) => history)
    .filter(({ type }) => type === 'StateEntered');
  const direct = slack.seen
    .calls()
    .filter(({ method, params }) => method === 'chat.postMessage' && String(params.channel).startsWith('U0P'));
  const writes = aws.seen
    .calls()
    .filter(({ action }) => /:(createUser|addUserToGroup|attachUserPolicy)$/i.test(action));
  const perPerson = (things: unknown[]) => (things.length / (entries.length * PEOPLE)).toFixed(2);
  return [
    { what: 'Slack calls to deliver to one person', goal: '1', is: perPerson(direct) },
    { what: 'IAM calls to create one user with a group and a policy', goal: '3', is: perPerson(writes) },
    {
      what: 'state transitions of a person, with a share of the request’s own',
      goal: '≤ 12',
      is: perPerson(transitions),
    },
  ];
}

/** Of the bot's process alone; Linux tells it. */
function peakMemory({ bot }: World): string {
  try {
    const status = readFileSync(`/proc/${bot.process.pid}/status`, 'utf8');
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
    return `${Math.round(Number(kilobytes) / 1024)} MB`;
  } catch {
    return 'not told by this system';
  }
}

const executionOf = ({ aws }: World, name: string) => aws.look.executions().find((entry) => entry.name === name);

function ended(world: World, name: string): Entry | undefined {
  const entry = executionOf(world, name);
  return entry?.status === 'RUNNING' ? undefined : entry;
}

async function openPost({ url }: World, name: string): Promise<string | undefined> {
  const messages = await actAs(url, 'U0KEN').messagesIn(CHANNEL);
  return messages.find(({ blocks }) => {
    const text = JSON.stringify(blocks);
    return text.includes(name) && text.includes('"action_id":"approve"');
  })?.ts;
}

/** Looks again for a minute: what is measured may be slow. */
async function soon<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 3000; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(20);
  }
  throw new Error('After a minute it is still not there.');
}
