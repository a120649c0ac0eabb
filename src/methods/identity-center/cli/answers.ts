import type { CliSession } from '../../../contract/buttons.ts';
import type { CliAnswer } from '../../../onboarding/cli.ts';

/**
 * The questions of `aws configure sso` in their order, with the answers. Newer versions say “Default client Region” and “Profile
 * name” without “CLI”. Source: https://github.com/aws/aws-cli/blob/v2/awscli/customizations/configure/sso.py.
 */
export function answersTo(
  { name, startUrl, region }: CliSession,
  profile?: { name: string; accountId: string; permissionSet: string },
): CliAnswer[] {
  return [
    { prompt: 'SSO session name (Recommended)', answer: name },
    { prompt: 'SSO start URL', answer: startUrl },
    { prompt: 'SSO region', answer: region },
    { prompt: 'SSO registration scopes', step: 'enter' },
    { prompt: undefined, step: 'confirm' },
    { prompt: undefined, step: 'account', choice: profile?.accountId },
    { prompt: undefined, step: 'role', choice: profile?.permissionSet },
    { prompt: 'CLI default client Region', answer: region },
    { prompt: 'CLI default output format', answer: 'json' },
    profile === undefined
      ? { prompt: 'CLI profile name', step: 'enter' }
      : { prompt: 'CLI profile name', answer: profile.name },
  ];
}
