import type { Section } from './config-text.ts';

/**
 * A section as commands, which may be run twice. An option goes before the words, so that a value that begins with a dash can
 * follow `--`. Sessions are written by the AWS CLI of 2.34.22 and later alone. Source: https://github.com/aws/aws-cli/pull/8690.
 */
export function asCommands({ kind, name, settings }: Section): string[] {
  const where = kind === 'profile' ? `--profile ${name}` : `--sso-session ${name}`;
  return Object.entries(settings).map(([key, value]) => `aws configure set ${where} ${key} ${word(value)}`);
}

/** One word for a POSIX shell, PowerShell and cmd.exe alike: nothing that a value may hold means anything within double quotes. */
function word(value: string): string {
  const quoted = /^[A-Za-z0-9][\w./:-]*$/.test(value) ? value : `"${value}"`;
  return value.startsWith('-') ? `-- ${quoted}` : quoted;
}
