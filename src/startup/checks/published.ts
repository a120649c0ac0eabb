import { type SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { Logger } from 'pino';
import { isThrottling } from '../../aws/throttling.ts';
import { CHECKED_AT_ONCE, type CheckReport, checkReport } from '../../contract/check.ts';
import { readJson } from '../../contract/read.ts';
import { methodOf } from '../../methods/index.ts';
import type { Profile } from '../../onboarding/profile.ts';
import { differences } from '../../policy/published.ts';
import { type Policy, warningsOf } from '../../policy/read.ts';
import { StartupError } from '../../watch/startup-error.ts';

const PUBLISH =
  'publish the policy (run npm run policy -- FILE --publish, then the command that it prints) with the credentials that deploy the stack';
const REMEDIES: Record<string, string> = {
  ProfileMissing: `is not published: ${PUBLISH}`,
  ProfileUnavailable: 'could not be read: S3 did not answer the machine check',
  ProfileUnreadable: `cannot be read as it is published: ${PUBLISH}`,
};

/**
 * Asks the machine `check` what the other machines are going to believe, and compares it with the policy file. Where they
 * differ the machines win, and nothing is given that they do not know: the log says where, and the bot starts, so that a
 * rollout may come before or after a publication. So it does where a method finds something wrong: other profiles can be given.
 * @throws StartupError for profiles that are not published, and where the organization cannot be read from home
 */
export async function checkPublished(sfn: SFNClient, checkArn: string, policy: Policy, log: Logger): Promise<void> {
  for (const warning of warningsOf(policy)) log.warn(warning);
  const { profiles } = policy;
  const parts = Array.from({ length: Math.ceil(profiles.length / CHECKED_AT_ONCE) }, (_, i) =>
    profiles.slice(i * CHECKED_AT_ONCE, (i + 1) * CHECKED_AT_ONCE),
  );
  const reports = await Promise.all(parts.map((part) => ask(sfn, checkArn, part, log)));
  const problems = new Set<string>();
  for (const report of reports.filter((each) => each !== undefined))
    for (const problem of look(report, profiles, log)) problems.add(problem);
  const [first, ...others] = problems;
  if (first !== undefined) throw new StartupError(first, others);
}

/** `undefined` where too many ask at once, perhaps the other bots of a rollout: that says nothing against what is published. */
async function ask(sfn: SFNClient, checkArn: string, part: Profile[], log: Logger): Promise<CheckReport | undefined> {
  const input = JSON.stringify({ ProfileIds: part.map(({ id }) => id) });
  const { status, output, error } = await sfn
    .send(new StartSyncExecutionCommand({ stateMachineArn: checkArn, input }))
    .catch((err: Error) => {
      if (!isThrottling(err)) throw err;
      log.warn({ err }, 'the published policy could not be checked');
      return { status: undefined, output: undefined, error: undefined };
    });
  if (status === undefined) return undefined;
  if (status !== 'SUCCEEDED' || output === undefined)
    throw new StartupError(
      `The state machine check ended ${status} (${error ?? 'no error name'}): deploy the current manifests/aws/boarding-pass.yaml.`,
    );
  return readJson(checkReport, output, 'the answer of check');
}

/** What keeps profiles from being given; what only differs goes to the log. */
function look({ Profiles, Organization }: CheckReport, profiles: Profile[], log: Logger): string[] {
  return [
    ...Profiles.flatMap((found) => {
      const profile = profiles.find(({ id }) => id === found.ProfileId);
      if ('Problem' in found) return [`The profile "${found.ProfileId}" ${REMEDIES[found.Problem] ?? found.Problem}.`];
      const differing = profile ? differences(profile, found.Object) : [];
      if (differing.length > 0)
        log.error(
          { profile: found.ProfileId, differing },
          `POLICY_FILE differs from the published policy, which is the one that counts: ${PUBLISH}`,
        );
      const faults = profile ? (methodOf(profile).faults?.(found.Fault, found.Found, profile) ?? []) : [];
      for (const fault of faults) log.error({ profile: found.ProfileId }, `This profile cannot be given: ${fault}`);
      return [];
    }),
    ...(Organization.Problem === null
      ? []
      : [
          'The home account may not read the organization: make it a delegated administrator, or allow it by a resource policy of Organizations (docs/setup.md).',
        ]),
  ];
}
