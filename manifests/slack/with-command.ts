/**
 * The manifest in which people type something else than `/onboard`.
 * @throws with the remedy if Slack would take no such command
 */
export function withCommand(manifest: string, command: string): string {
  if (!/^\/[a-z0-9_-]{1,31}$/.test(command))
    throw new Error(
      `--command takes a slash and up to 31 lower-case letters, digits, dashes and underscores, not "${command}": /aws-access`,
    );
  return manifest.replaceAll(/\/onboard\b(?!-)/g, command);
}
