import { readPolicyFile } from './policy.ts';
import { StartupError } from './startup-error.ts';

// npm run policy -- FILE: the same reading as at start, for whoever reviews the file, without Slack or AWS.

const [path = 'onboarding.yaml'] = process.argv.slice(2);
try {
  const { profiles } = readPolicyFile(path);
  const groups = new Set(profiles.flatMap((profile) => profile.groups.map((name) => `arn:aws:iam::*:group/${name}`)));
  const policies = new Set(profiles.flatMap((profile) => profile.policyArns));
  process.stdout.write(
    [
      `${path} is in order. Profiles: ${profiles.map(({ id }) => id).join(', ')}.`,
      'What member-account.yaml has to allow for it, as its parameters (groups with their paths, if they have any):',
      `  AllowedGroupArns=${[...groups].join(',')}`,
      `  AllowedPolicyArns=${[...policies].join(',')}`,
      '',
    ].join('\n'),
  );
} catch (err) {
  if (!(err instanceof StartupError)) throw err;
  process.stderr.write(`${err.message}\n`);
  process.exitCode = 1;
}
