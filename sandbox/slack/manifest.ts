import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestFile = z.object({
  features: z.object({
    app_home: z.object({ messages_tab_enabled: z.boolean().default(false) }).optional(),
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string().default(''),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({
    interactivity: z.object({ is_enabled: z.boolean() }).optional(),
    socket_mode_enabled: z.boolean().default(false),
  }),
});

/** What the installed app may do, and what it answers to. */
export type Manifest = {
  scopes: ReadonlySet<string>;
  commands: ReadonlyMap<string, { description: string; usage_hint: string; should_escape: boolean }>;
  messagesTab: boolean;
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
    interactivity: settings.interactivity?.is_enabled ?? false,
    socketMode: settings.socket_mode_enabled,
  };
}
