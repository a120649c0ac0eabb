/** What the bot's token must be granted, as in manifests/slack/app.yaml. */
export const SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'groups:read',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
  'usergroups:read',
];
