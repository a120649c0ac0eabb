import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { type Bot, startBot } from '../../sandbox/bot-process.ts';
import { hasButton, useWorld } from '../bot/world.ts';
import { readImage } from './dockerfile.ts';
import { foldersOf, neededByTheBot } from './installed.ts';
import { canIsolate, furnish, isolated, plain, processIdOf } from './isolate.ts';
import { layOut, NoRegistry } from './lay-out.ts';

/** What ECS and Kubernetes give a container before they kill it. */
const GRACE_MS = 30_000;

const image = readImage();
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-container-'));
const logFile = join(folder, 'container.log');
const log = () => readFileSync(logFile, 'utf8');
const bot = useWorld();
const running = new Set<Bot>();
let root: string;
let untried: string | undefined;

beforeAll(async () => {
  if (!canIsolate)
    say(
      'not tried: a read-only file system, another user, being process 1. That needs root on Linux, with unshare and setpriv.',
    );
  try {
    root = layOut(folder);
    if (canIsolate) furnish(root);
    const policyFile = join(root, image.environment.POLICY_FILE ?? '');
    mkdirSync(dirname(policyFile), { recursive: true });
    cpSync(new URL('../../sandbox/onboarding.yaml', import.meta.url), policyFile);
  } catch (err) {
    if (!(err instanceof NoRegistry)) throw err;
    untried = 'not tried: the container. npm could not reach its registry.';
    say(untried);
  }
  await bot.world.bot.stop();
}, 120_000);

beforeEach((context) => context.skip(untried !== undefined, untried));

afterAll(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all([...running].map(({ exited }) => exited));
  rmSync(folder, { recursive: true, force: true });
});

const say = (text: string) => process.stderr.write(`test/container: ${text}\n`);
const inContainer = (command: string[]) => (canIsolate ? isolated : plain)(root, image, command);

function environmentIn({ url, slack, aws }: typeof bot.world) {
  const { POLICY_FILE = '', ...baked } = image.environment;
  return {
    ...baked,
    POLICY_FILE: canIsolate ? POLICY_FILE : join(root, POLICY_FILE),
    ...slack.environment(url),
    ...aws.environment(url),
  };
}

/** Starts a container of the image. */
async function start(): Promise<Bot & { terminate(): Promise<{ code: number | null; ms: number }> }> {
  const container = await startBot({
    environment: environmentIn(bot.world),
    logFile,
    command: inContainer(image.command),
  });
  running.add(container);
  void container.exited.then(() => running.delete(container));
  const pid = processIdOf(container.process.pid ?? 0);
  return {
    ...container,
    async terminate() {
      const startedAt = performance.now();
      process.kill(pid, 'SIGTERM');
      const end = setTimeout(() => process.kill(pid, 'SIGKILL'), GRACE_MS);
      const code = await container.exited;
      clearTimeout(end);
      return { code, ms: performance.now() - startedAt };
    },
  };
}

/** Who of these people has a welcome in Slack, and who has a mail: as often as they have. */
async function told(people: string[]): Promise<string[]> {
  const welcomes = people.map(async (id) => {
    const { messages } = await bot.as(id).dm();
    return messages.filter(({ blocks }) => hasButton('show-password')(JSON.stringify(blocks))).map(() => id);
  });
  return [...(await Promise.all(welcomes)).flat(), ...(await bot.mails()).flatMap(({ to }) => to)];
}

test('the image starts the bot as the package does', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(image.command).toEqual(scripts.start.split(' '));
});

test('the image holds what the bot needs to run, and nothing of the sandbox or of what it is developed with', () => {
  const app = join(root, image.workdir);
  expect(foldersOf(app).toSorted()).toEqual(neededByTheBot().toSorted());
  for (const name of ['test', 'sandbox', '.git']) expect(existsSync(join(app, name))).toBe(false);
});

test.runIf(canIsolate)('the container is process 1, not root, and can write nowhere', () => {
  const probe = `
    const fs = require('node:fs');
    const failure = (path) => { try { fs.writeFileSync(path + '/x', ''); return 'written'; } catch ({ code }) { return code; } };
    const failures = ['/', '/app', '/app/src', '/etc/boarding-pass', '/tmp', '/usr', '/dev', '/proc'].map(failure);
    console.log(JSON.stringify({ pid: process.pid, uid: process.getuid(), gid: process.getgid(), groups: process.getgroups(), failures }));`;
  const [program, ...args] = inContainer(['node', '-e', probe]);
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(image.user).toBeGreaterThan(0);
  const { failures, ...identity } = JSON.parse(stdout) as { failures: string[] };
  expect(identity).toEqual({ pid: 1, uid: image.user, gid: image.group, groups: [image.group] });
  expect(failures.filter((code) => !['EROFS', 'EACCES', 'ENOENT'].includes(code))).toEqual([]);
});

test('stopped in the middle of a delivery it finishes what it holds, and another one tells the others: everyone once', async () => {
  const first = await start();
  const people = ['U0YUKI', 'U0HIRO', 'U0OMAR', 'U0LENA'];
  const others = Array.from({ length: 16 }, (_, i) => `guest${i}@partner.example`);
  const { id, ts } = await bot.request({ people, others: others.join('\n') });
  // The requester hears of the approval. Five are told at a time: these four in Slack, and one by mail.
  bot.world.slack.answerNext('chat.postMessage', { none: true });
  const inHand = [bot.world.slack.hold('chat.postMessage', people.length), bot.world.aws.hold('ses:SendEmail')];
  await bot.approve('U0KEN', ts);
  await Promise.all(inHand.map(({ reached }) => reached));
  expect(await told(people)).toEqual([]);

  const leaving = first.terminate();
  await until('the end of new work', () => log().includes('"msg":"stopping"'));
  for (const { release } of inHand) release();
  const { code, ms } = await leaving;
  bot.world.aws.giveBack();
  expect({ code, isInTime: ms < GRACE_MS }).toEqual({ code: 0, isInTime: true });
  const before = await told(people);
  expect(before).toEqual([...people, expect.stringMatching(/^guest/)]);

  const second = await start();
  const { status } = await bot.ended(id);
  expect(status).toBe('SUCCEEDED');
  expect((await told(people)).toSorted()).toEqual([...people, ...others].toSorted());
  const outcome = await bot.post(id, (text) => text.includes('guest0'));
  expect(JSON.stringify(outcome.blocks)).not.toContain('not told');
  expect((await second.terminate()).code).toBe(0);
  expect(log()).not.toMatch(/"a listener failed"|"unexpected failure"|could not stop in time|task failed/);
}, 90_000);

test('idle it leaves at once', { timeout: 60_000 }, async () => {
  const { terminate } = await start();
  const { code, ms } = await terminate();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
});

test('it is well while it runs, and not once it has left', async () => {
  const container = await start();
  const [program = '', ...args] = image.healthCheck;
  const env = { ...process.env, HEALTH_PORT: new URL(container.healthUrl).port };
  const check = () => promisify(execFile)(program, args, { env });
  await check();
  await container.terminate();
  await expect(check()).rejects.toMatchObject({ code: 1 });
});

test('without its settings it does not start, and tells them all', async () => {
  const bare = { environment: image.environment, logFile, command: inContainer(image.command) };
  await expect(startBot(bare)).rejects.toThrow(/left with code 1: The environment is not complete.*SLACK_BOT_TOKEN/s);
});
