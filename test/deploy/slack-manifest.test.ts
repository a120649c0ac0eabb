import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Document, parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import { overHttp } from '../../manifests/slack/over-http.ts';
import { manifestFile } from '../../sandbox/slack/manifest-schema.ts';

type Manifest = z.input<typeof manifestFile>;

const shipped = readFileSync(new URL('../../manifests/slack/app.yaml', import.meta.url), 'utf8');
const read = (text: string) => parse(text) as Manifest;

/** What Slack would say about the shipped manifest after a change. */
function complaintsAbout(change: (manifest: Document) => void): string[] {
  const manifest = parseDocument(shipped);
  change(manifest);
  const { error } = manifestFile.safeParse(manifest.toJS());
  return (error?.issues ?? []).map(({ path }) => path.join('.'));
}

const change = (path: (string | number)[], value: unknown) => (manifest: Document) => manifest.setIn(path, value);

test('Slack takes the manifest as it is', () => {
  expect(complaintsAbout(() => {})).toEqual([]);
});

test.each([
  ['version 1', ['_metadata', 'major_version'], 1],
  ['a name of 36 characters', ['display_information', 'name'], 'x'.repeat(36)],
  ['a description of 141 characters', ['display_information', 'description'], 'x'.repeat(141)],
  ['a color by name', ['display_information', 'background_color'], 'navy'],
  ['an empty usage hint', ['features', 'slash_commands', 0, 'usage_hint'], ''],
  ['a command without its slash', ['features', 'slash_commands', 0, 'command'], 'onboard'],
  ['a command of 33 characters', ['features', 'slash_commands', 0, 'command'], `/${'x'.repeat(32)}`],
  ['an address without a scheme', ['settings', 'interactivity', 'request_url'], 'bot.example.com'],
])('Slack would refuse %s', (_what, path, value) => {
  expect(complaintsAbout(change(path, value))).toEqual([path.join('.')]);
});

test.each([
  ['a setting that Slack does not know', ['settings', 'socket_mode'], 'settings'],
  ['a feature that Slack does not know', ['features', 'slash_command'], 'features'],
])('Slack would refuse %s', (_what, path, at) => {
  expect(complaintsAbout(change(path, true))).toEqual([at]);
});

test('without Socket Mode every address is needed', () => {
  expect(complaintsAbout(change(['settings', 'socket_mode_enabled'], false))).toEqual([
    'features.slash_commands.0.url',
    'settings.interactivity.request_url',
    'settings.interactivity.message_menu_options_url',
  ]);
});

test('over HTTP the manifest is the same, but for the addresses', () => {
  const url = 'https://bot.example.com/slack/events';
  const { features, settings, ...rest } = read(shipped);
  const made = read(overHttp(shipped, 'https://bot.example.com'));
  expect(made).toEqual({
    ...rest,
    features: { ...features, slash_commands: features.slash_commands.map((command) => ({ ...command, url })) },
    settings: {
      ...settings,
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    },
  });
  expect(manifestFile.safeParse(made).error?.issues).toBeUndefined();
});

test('over HTTP the reasons for the scopes are kept, and no word of app-level tokens', () => {
  const made = overHttp(shipped, 'https://bot.example.com');
  expect(made).toContain('# nobody approves for themselves');
  expect(made).not.toContain('app-level token');
  expect(made).not.toContain('exactly as it is installed');
});

test.each([
  ['https://bot.example.com/', 'https://bot.example.com/slack/events'],
  ['https://bot.example.com:8443', 'https://bot.example.com:8443/slack/events'],
  ['https://example.com/boarding-pass', 'https://example.com/boarding-pass/slack/events'],
  ['https://bot.example.com/slack/events', 'https://bot.example.com/slack/events'],
])('reached at %s, Slack calls %s', (address, url) => {
  expect(read(overHttp(shipped, address)).settings.interactivity?.request_url).toBe(url);
});

test.each([
  'bot.example.com',
  'http://bot.example.com',
  'https://bot.example.com/?a=b',
  'https://me:pw@bot.example.com',
  '',
])('"%s" is no address for Slack to call, and the message tells what is', (address) => {
  expect(() => overHttp(shipped, address)).toThrow('https://bot.example.com');
});

const { manifest: command = '' } = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  }
).scripts;
const run = (...args: string[]) => {
  const [program = '', ...first] = command.split(' ');
  return promisify(execFile)(program, [...first, ...args], { cwd: new URL('../..', import.meta.url) });
};

test('`npm run manifest` prints the shipped manifest, or the one over HTTP', async () => {
  expect((await run()).stdout).toBe(shipped);
  expect((await run('--http', 'https://bot.example.com')).stdout).toBe(overHttp(shipped, 'https://bot.example.com'));
});

test('`npm run manifest` with a wrong address prints the remedy, no manifest, and fails', async () => {
  await expect(run('--http', 'http://bot.example.com')).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('--http takes the https address'),
  });
});

test('another command is put in place of the usual one, over HTTP too, and nothing else changes', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'manifests/slack/print.ts',
    ...['--command', '/aws-access', '--http', 'https://bot.example.com'],
  ]);
  expect(stdout).not.toContain('/onboard');
  expect(read(stdout).features.slash_commands).toMatchObject([{ command: '/aws-access' }]);
  const asUsual = read(overHttp(shipped, 'https://bot.example.com'));
  expect(JSON.parse(JSON.stringify(read(stdout)).replace('/aws-access', '/onboard'))).toEqual(asUsual);
});

test('the manifest follows the setting of the bot; a command that Slack would not take is refused', async () => {
  const print = (SLACK_COMMAND: string) =>
    promisify(execFile)(process.execPath, ['manifests/slack/print.ts'], { env: { ...process.env, SLACK_COMMAND } });
  expect(read((await print('/aws-access')).stdout).features.slash_commands).toMatchObject([{ command: '/aws-access' }]);
  expect((await print('')).stdout).toBe(shipped);
  await expect(print('/AWS access')).rejects.toThrow(/--command takes a slash .* not "\/AWS access"/);
});
