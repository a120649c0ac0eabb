import { readFileSync } from 'node:fs';

type Environment = Record<string, string | undefined>;

/**
 * Variables whose value is in a file, as Kubernetes and Docker mount secrets: `NAME_FILE` names it. The line break at its
 * end is not part of the secret.
 * @returns the values, and what is wrong by the variable's name; never a part of a secret
 */
export function readSecretFiles(env: Environment, names: readonly string[]) {
  const values: Environment = {};
  const problems: Record<string, string> = {};
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    if (env[name] !== undefined) {
      problems[name] = `${name} and ${name}_FILE are both set: keep one of them`;
      continue;
    }
    try {
      const value = readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .trimEnd();
      if (value === '') problems[name] = `${name}_FILE names an empty file: put the secret into ${path}`;
      else values[name] = value;
    } catch (err) {
      problems[name] =
        `${name}_FILE names no file that can be read (${(err as NodeJS.ErrnoException).code}): mount the secret there, readable by the bot’s user`;
    }
  }
  return { values, problems };
}
