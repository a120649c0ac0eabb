import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { until } from '../../sandbox/acting/until.ts';
import { registerListeners } from '../../src/listeners/index.ts';
import { CHANNEL, hasButton, useWorld } from './world.ts';

type Manifest = {
  features: { slash_commands: { command: string }[] };
  oauth_config: { scopes: { bot: string[] } };
};
const manifest = parse(readFileSync(new URL('../../manifests/slack/app.yaml', import.meta.url), 'utf8')) as Manifest;
const bot = useWorld();

/** Everything that the table of contents registers, by kind. */
function registered(): Record<string, string[]> {
  const found: Record<string, string[]> = { command: [], action: [], view: [], options: [], error: [] };
  const app = new Proxy({}, { get: (_, kind: string) => (name: unknown) => found[kind]?.push(String(name)) });
  registerListeners(app as never, { command: '/onboard' } as never);
  return found;
}

test.each(manifest.features.slash_commands)('$command of the manifest is answered', async ({ command }) => {
  await bot.as('U0MARIA').command('', { command });
  await bot.modal('U0MARIA', () => true);
});

test('every command that is registered is in the manifest', () => {
  const [ours, others] = registered().command ?? [];
  expect([ours]).toEqual(manifest.features.slash_commands.map(({ command }) => command));
  expect(others).toBe('/^(?!\\/onboard$)/');
});

test('every button, form and menu that the bot shows has its listener, and every listener something that leads to it', async () => {
  const form = await bot.openForm(bot.as('U0AIKO'));
  const { id, ts } = await bot.request();
  const post = await bot.open(id);
  const sent = await until('the way to withdraw', async () =>
    (await bot.as('U0AIKO').dm()).messages.find(({ blocks }) => hasButton('withdraw')(JSON.stringify(blocks))),
  );
  await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
  const denial = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  await bot.approve('U0KEN', ts);
  const { channel, ts: welcomeTs } = await bot.welcome('U0YUKI');
  const welcome = (await bot.as('U0YUKI').dm()).messages;
  await bot.as('U0YUKI').click(channel, welcomeTs, 'show-password');
  await bot.modal('U0YUKI', (text) => text.includes('rich_text_preformatted'));
  await bot.as('U0YUKI').click(channel, welcomeTs, 'show-password');
  const again = await bot.modal('U0YUKI', (text) => text.includes('make-new-password'));

  await bot.as('U0KEN').command('help', { channel: CHANNEL });
  const help = await until('the way to the AWS CLI', async () =>
    (await bot.as('U0KEN').messagesIn(CHANNEL)).find(({ blocks }) =>
      hasButton('cli-everything')(JSON.stringify(blocks)),
    ),
  );
  await bot.as('U0KEN').click(CHANNEL, help.ts, 'cli-everything');
  const cli = await bot.modal('U0KEN', hasButton('cli-commands'));

  const all = JSON.stringify([form, post, sent, denial, welcome, again, help, cli]);
  const ids = (pattern: RegExp) => [...new Set([...all.matchAll(pattern)].map(([, name]) => name))].toSorted();
  const { action, view, options } = registered();
  // A field that tells of each choice leads to a listener as a button does.
  expect(ids(/(?:"type":"button"|"dispatch_action":true\b.*?),"action_id":"([^"]+)"/g)).toEqual(action?.toSorted());
  expect(ids(/"callback_id":"([^"]+)"/g)).toEqual(view?.toSorted());
  expect(ids(/"type":"multi_external_select","action_id":"([^"]+)"/g)).toEqual(options?.toSorted());
});

test('every scope of the manifest is used', async () => {
  // Whether a message is there is asked where the answer was lost: here, of the channel's and of the requester's.
  bot.world.slack.answerNext('chat.postMessage', { lost: true }, 2);
  await bot.request({ people: ['U0HIRO'] });
  const used = new Set(bot.world.slack.seen.calls().map(({ method }) => method));
  const needs: Record<string, string> = {
    'chat:write': 'chat.postMessage',
    'groups:read': 'conversations.info',
    'groups:history': 'conversations.history',
    'im:history': 'conversations.history',
    'im:write': 'conversations.open',
    'users:read': 'users.info',
    'users:read.email': 'users.lookupByEmail',
    'usergroups:read': 'usergroups.users.list',
  };
  const idle = manifest.oauth_config.scopes.bot.filter(
    (scope) => scope !== 'commands' && !used.has(needs[scope] ?? ''),
  );
  expect(idle).toEqual([]);
});
