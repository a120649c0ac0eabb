import { z } from 'zod';

/**
 * What Slack takes as a manifest (version 2), of the parts that this app has: anything else is refused here, so that
 * whoever adds it looks up its rules. https://docs.slack.dev/reference/app-manifest
 */
const text = (most: number, least = 1) => z.string().min(least).max(most);
const url = (most: number) => text(most).regex(/^https?:\/\//, 'must be the whole address, with https://');
const scopes = z.array(text(50)).max(255);

const command = z.strictObject({
  command: text(32, 2).regex(/^\//, 'must begin with /'),
  url: url(3000).optional(),
  description: text(2000),
  usage_hint: text(1000).default(''),
  should_escape: z.boolean().default(false),
});

const interactivity = z.strictObject({
  is_enabled: z.boolean(),
  request_url: url(3500).optional(),
  message_menu_options_url: url(3500).optional(),
});

export const manifestFile = z
  .strictObject({
    _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().optional() }),
    display_information: z.strictObject({
      name: text(35),
      description: text(140).optional(),
      long_description: text(4000, 175).optional(),
      background_color: z
        .string()
        .regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/i, 'must be a color such as #1a3550')
        .optional(),
    }),
    features: z.strictObject({
      app_home: z
        .strictObject({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().optional(),
        })
        .optional(),
      bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean().optional() }),
      slash_commands: z.array(command).min(1).max(50),
    }),
    oauth_config: z.strictObject({
      scopes: z.strictObject({ bot: scopes.default([]), bot_optional: scopes.default([]) }),
    }),
    settings: z.strictObject({
      interactivity: interactivity.optional(),
      org_deploy_enabled: z.boolean().optional(),
      socket_mode_enabled: z.boolean().default(false),
      token_rotation_enabled: z.boolean().optional(),
    }),
  })
  // Not in Slack's schema, but without Socket Mode Slack has nowhere else to turn.
  .superRefine(({ features, settings: { socket_mode_enabled, interactivity } }, context) => {
    if (socket_mode_enabled) return;
    const lacking = [
      ...features.slash_commands.flatMap(({ url }, i) => (url ? [] : [['features', 'slash_commands', i, 'url']])),
      ...(interactivity?.is_enabled ? (['request_url', 'message_menu_options_url'] as const) : [])
        .filter((name) => interactivity?.[name] === undefined)
        .map((name) => ['settings', 'interactivity', name]),
    ];
    for (const path of lacking) {
      context.addIssue({ code: 'custom', path, message: 'is needed where Socket Mode is off' });
    }
  });
