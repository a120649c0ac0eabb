import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { methods } from '../methods/index.ts';
import { StartupError } from '../watch/startup-error.ts';
import { objectsOf } from './published.ts';
import { type Policy, readPolicyFile, warningsOf } from './read.ts';

// npm run policy -- FILE: the same reading as at start, for whoever reviews the file, without Slack or AWS.
// With --publish also the objects that the machines are to believe, and the command that uploads them.

const FOLDER = 'published';

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { publish: { type: 'boolean' } } });
  const [path = 'onboarding.yaml'] = positionals;
  const policy = readPolicyFile(path);
  const lines = [...summary(path, policy), ...(values.publish ? publish(policy) : [])];
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (err) {
  if (!(err instanceof StartupError || (err as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))) throw err;
  process.stderr.write(`${(err as Error).message}\n`);
  process.exitCode = 1;
}

function summary(path: string, policy: Policy): string[] {
  const { profiles } = policy;
  const byMethod = Object.entries(methods).map(([name, method]) => ({
    method,
    all: profiles.filter((profile) => profile.method === name),
  }));
  return [
    `${path} is in order. Profiles: ${profiles.map(({ id }) => id).join(', ')}.`,
    ...byMethod
      .filter(({ all }) => all.length > 0)
      .flatMap(({ method, all }) => {
        const section = all[0]?.settings ?? {};
        const large = method.tooLarge(all, section).map((each) => `Too large for AWS: ${each}.`);
        return [...method.toAllow(all, section), ...large];
      }),
    ...warningsOf(policy).map((warning) => `Warning: ${warning}.`),
  ];
}

function publish({ profiles }: Policy): string[] {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [key, text] of objectsOf(profiles)) {
    const file = join(FOLDER, key);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return [
    '',
    `What the machines will believe is in ${FOLDER}/profiles. Review it, then upload it:`,
    `  aws s3 sync ${FOLDER}/profiles "s3://boarding-pass-profiles-$ACCOUNT-$REGION/profiles" --delete --content-type application/json`,
    '(ACCOUNT and REGION are those of the home stack. Use the credentials that deploy it. Open requests for a changed profile have to be made again.)',
  ];
}
