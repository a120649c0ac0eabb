import type { Grants } from '../../onboarding/profile.ts';
import type { Method, Mistake, Settings } from '../method.ts';
import { firstCommand } from './cli/first-command.ts';
import { setUpCli } from './cli/set-up.ts';
import { faults } from './faults.ts';
import { grants, settings } from './grants.ts';
import { section } from './section.ts';
import { toAllow, tooLargeForStack } from './to-allow.ts';
import { isUserName } from './user-name.ts';

/** Users, groups and permission sets of IAM Identity Center, which people use at the AWS access portal. */
export const identityCenter: Method = {
  section: { name: 'identityCenter', schema: section },
  settings,
  mistakes,
  isUserName,
  userNameRule: 'no-spaces',
  takesNames: true,
  faults,
  toAllow,
  tooLarge: tooLargeForStack,

  targetsIn(accounts, given) {
    const { groups, permissionSets } = grants.parse(given);
    return (groups.length > 0 ? 1 : 0) + accounts * permissionSets.length;
  },

  takesAccounts: (given) => grants.parse(given).permissionSets.length > 0,

  terminal: {
    kind: 'portal',
    setUp: setUpCli,
    firstCommand(given, name) {
      const set = grants.parse(given).permissionSets.find((one) => typeof one !== 'string' && one.Name === name);
      return typeof set === 'object' ? firstCommand(set) : undefined;
    },
  },

  show(given) {
    const { groups, permissionSets } = grants.parse(given);
    return [
      { kind: 'groups', names: groups.map(({ Name }) => Name) },
      ...groups.flatMap(({ Name, Opens, OpensMore }) =>
        Opens.length > 0
          ? [{ kind: 'opens' as const, name: Name, accountIds: Opens, ...(OpensMore && { isMore: true as const }) }]
          : [],
      ),
      // As the policy has them they have no name yet: the card shows what inspection read.
      ...permissionSets.flatMap((set) =>
        typeof set === 'string'
          ? []
          : [
              {
                kind: 'permission-set' as const,
                name: set.Name,
                details: {
                  managed: set.Managed,
                  customerManaged: set.CustomerManaged,
                  hasInline: set.HasInline,
                  hasBoundary: set.HasBoundary,
                  administers: set.Administers,
                  session: set.Session,
                },
              },
            ],
      ),
    ];
  },

  warnings: () => [],
};

function mistakes(given: Grants, { instanceArn }: Settings): Mistake[] {
  const { groups, permissionSets } = grants.parse(given);
  const instance = String(instanceArn).split('/')[1];
  const nothing = groups.length === 0 && permissionSets.length === 0;
  return [
    ...(nothing ? [{ path: [], text: 'gives nothing: name groups, permissionSets or both' }] : []),
    ...permissionSets.flatMap((set, i) =>
      typeof set === 'string' && set.split('/')[1] !== instance
        ? [
            {
              path: ['permissionSets', i],
              text: `belongs to a different instance from identityCenter.instanceArn (${instance})`,
            },
          ]
        : [],
    ),
  ];
}
