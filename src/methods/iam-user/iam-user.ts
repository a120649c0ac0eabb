import type { Grants } from '../../onboarding/profile.ts';
import type { Method } from '../method.ts';
import { tooLarge } from '../stack-limits.ts';
import { grants, settings } from './grants.ts';
import { isUserName } from './user-name.ts';

/** AWS's policies that let users change their own password; `boarding-pass-own-sign-in` is in the stack of member accounts. */
const LETS_CHANGE_PASSWORD =
  /:policy\/(IAMUserChangePassword|AdministratorAccess|IAMFullAccess|boarding-pass-own-sign-in)$/;

/** IAM users in member accounts, with a temporary password that they ask for. */
export const iamUser: Method = {
  settings,
  isUserName,
  userNameRule: 'letters-and-digits',
  takesNames: false,
  targetsIn: (accounts) => accounts,
  takesAccounts: () => true,
  terminal: { kind: 'console' },

  show(given) {
    const { groups, policyArns } = grants.parse(given);
    return [
      { kind: 'groups', names: groups },
      { kind: 'policies', names: policyArns.map(nameOfPolicy) },
    ];
  },

  warnings(given) {
    const { groups, policyArns } = grants.parse(given);
    if (policyArns.some((arn) => LETS_CHANGE_PASSWORD.test(arn))) return [];
    return groups.length === 0
      ? [
          'lets nobody change their own password, which the first sign-in asks for: add arn:aws:iam::aws:policy/IAMUserChangePassword to policyArns',
        ]
      : [];
  },

  tooLarge(profiles) {
    const { groups, policies } = allowed(profiles);
    return tooLarge('member-account.yaml', REST, [
      {
        parameter: 'AllowedGroupArns',
        entries: groups,
        times: 1,
        remedy: 'let profiles share groups, one in place of several',
      },
      {
        parameter: 'AllowedPolicyArns',
        entries: policies,
        times: 2,
        remedy: 'attach policies to the groups instead of naming them in policyArns',
      },
    ]);
  },

  toAllow(profiles) {
    const { groups, policies } = allowed(profiles);
    return [
      'What member-account.yaml has to allow for it, as its parameters (groups with their paths, if they have any):',
      `  AllowedGroupArns=${groups.join(',')}`,
      `  AllowedPolicyArns=${policies.join(',')}`,
    ];
  },
};

/** The policies of the role that provisions, without what profiles name: about 1,750 characters. */
const REST = 2_000;

/** What profiles give, each once. */
function allowed(profiles: { grants: Grants }[]) {
  const read = profiles.map((each) => grants.parse(each.grants));
  const policies = [...new Set(read.flatMap(({ policyArns }) => policyArns))];
  // Of the groups it says nowhere in which partition of AWS they are: in that of the policies, as far as there are any.
  const [, partition = 'aws'] = policies[0]?.split(':') ?? [];
  const names = new Set(read.flatMap((each) => each.groups));
  return { groups: [...names].map((name) => `arn:${partition}:iam::*:group/${name}`), policies };
}

/** AWS's own policies are known by their names; another one of the same name must not pass for it. */
function nameOfPolicy(arn: string): string {
  return arn.replace(/^arn:[\w-]+:iam::aws:policy\//, '');
}
