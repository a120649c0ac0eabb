import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { manifestFile } from './manifest-schema.ts';

/** What the installed app may do, and what it answers to. */
export type Manifest = {
  scopes: ReadonlySet<string>;
  commands: ReadonlyMap<string, { description: string; usage_hint: string; should_escape: boolean }>;
  messagesTab: boolean;
  /** People read what the app writes to them, and cannot write back. */
  isReadOnly: boolean;
  interactivity: boolean;
  socketMode: boolean;
};

const shipped = fileURLToPath(new URL('../../manifests/slack/app.yaml', import.meta.url));

export function readManifest(path = shipped): Manifest {
  const { features, oauth_config, settings } = manifestFile.parse(parse(readFileSync(path, 'utf8')));
  return {
    scopes: new Set([...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional]),
    commands: new Map(features.slash_commands.map((command) => [command.command, command])),
    messagesTab: features.app_home?.messages_tab_enabled ?? false,
    isReadOnly: features.app_home?.messages_tab_read_only_enabled ?? false,
    interactivity: settings.interactivity?.is_enabled ?? false,
    socketMode: settings.socket_mode_enabled,
  };
}
