import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { type Bot, startBot } from '../../sandbox/bot-process.ts';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { reading } from '../../sandbox/organization/organization.ts';
import { policyOfKumoworks } from '../../sandbox/organization/policy-file.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { CHANNEL, DEV, openCard, sendRequest } from './request.ts';

/** What is typed into the field of accounts. */
export const TYPED = 'pay';

/** A bot that is measured, in a world where one request stands open, with its card in the approvals channel. */
export type Measured = { world: World; bot: Bot; card: string; startAgain(): Promise<Bot>; stop(): Promise<void> };

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { scripts } = JSON.parse(readFileSync(fileOf('../../package.json'), 'utf8'));
export const nodeOptions: string[] = scripts.start.split(' ').slice(1, -1);

/** As `npm start` does, and nothing of the sandbox in it, as its clock is. */
const npmStart: [string, ...string[]] = [process.execPath, ...nodeOptions, fileOf('../../src/main.ts')];
const bareBolt: [string, ...string[]] = [process.execPath, fileOf('bare-bolt.ts')];

export const startOurs = (logFile: string): Promise<Measured> => startIn(logFile, npmStart);

/**
 * A bare Bolt app in the place of ours, in a world of the same kind: it opens the form that ours has opened there, suggests
 * what ours has suggested, and makes the same calls at a click.
 */
export const startBare = (logFile: string): Promise<Measured> => startIn(logFile, bareBolt);

async function startIn(logFile: string, command: [string, ...string[]]): Promise<Measured> {
  const organization = reading(enlarged(kumoworks, { people: 200 }), 'en');
  const world = await startWorld({ organization, logFile, logLevel: 'info' });
  // Maria asks, so that she may not decide.
  const wish = { requester: 'U0MARIA', profile: 'developer', accounts: [DEV], people: ['U0YUKI'] };
  const card = await openCard(world, await sendRequest(world, wish));
  const answers = `${logFile}.answers.json`;
  writeFileSync(answers, JSON.stringify(await answersOf(world, card)));
  await world.bot.stop();
  const startAgain = () => startPlain(world, logFile, command, { ANSWERS: answers });
  const bot = await startAgain();
  return { world, bot, card, startAgain, stop: () => bot.stop().then(world.stop) };
}

/** Another bot in a world, as it would be anywhere else. */
export function startPlain(
  { url, slack, aws }: World,
  logFile: string,
  command: [string, ...string[]] = npmStart,
  more: NodeJS.ProcessEnv = {},
): Promise<Bot> {
  const settings = { POLICY_FILE: policyOfKumoworks, LOG_LEVEL: 'info' };
  return startBot({
    environment: { ...slack.environment(url), ...aws.environment(url), ...settings, ...more },
    logFile,
    command,
  });
}

/** What people at Slack get from ours. */
async function answersOf({ url, slack, aws }: World, card: string) {
  const lena = actAs(url, 'U0LENA');
  await lena.command();
  const { id } = await until('the form', () => lena.modal());
  const suggestions = await lena.suggest(id, TYPED);
  await actAs(url, 'U0MARIA').click(CHANNEL, card, 'approve');
  const lastOf = (name: string) => slack.seen.calls().findLast(({ method }) => method === name)?.params;
  const refusal = await until('the refusal', () => lastOf('chat.postEphemeral')?.text);
  return { view: lastOf('views.open')?.view, suggestions, refusal, execution: aws.look.executions()[0]?.executionArn };
}
