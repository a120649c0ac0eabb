import type { Method } from '../method.ts';
import { tooLarge } from '../stack-limits.ts';
import { grants } from './grants.ts';

/** The parameters of the stack where Identity Center is administered, with the look-up of the groups' ids. */
export const toAllow: Method['toAllow'] = (profiles, { identityStoreId, instanceArn, region }) => {
  const { groups, sets, only, everyAccountIsNamed } = allowed(profiles);
  return [
    'What identity-center.yaml has to allow for it, as its parameters:',
    `  InstanceArn=${instanceArn}`,
    `  IdentityStoreId=${identityStoreId}`,
    `  PermissionSetArns=${sets.join(',')}`,
    `  GroupIds=${groups.length === 0 ? '' : 'what these commands answer, with commas between them:'}`,
    ...groups.map(
      (name) =>
        `    aws identitystore get-group-id --region ${region} --identity-store-id ${identityStoreId} --query GroupId --output text --alternate-identifier ${quoted(JSON.stringify({ UniqueAttribute: { AttributePath: 'displayName', AttributeValue: name } }))}`,
    ),
    everyAccountIsNamed
      ? `  AccountIds=${only.join(',')}`
      : '  AccountIds=* (profiles offer accounts by unit, or all: name those that are never to be given in DeniedAccountIds)',
  ];
};

/** The policies of the role that provisions, without what profiles name: about 1,880 characters. */
const REST = 2_100;
/** An id of a group, as it is in identity stores of long standing. */
const GROUP_ID = '0'.repeat(47);

export const tooLargeForStack: Method['tooLarge'] = (profiles) => {
  const { groups, sets, only, everyAccountIsNamed } = allowed(profiles);
  return tooLarge('identity-center.yaml', REST, [
    {
      parameter: 'PermissionSetArns',
      entries: sets,
      times: 1,
      remedy: 'assign permission sets to groups of Identity Center, and let profiles give those groups',
    },
    {
      parameter: 'GroupIds',
      entries: groups.map(() => GROUP_ID),
      times: 1,
      before: 'arn:*:identitystore:::group/'.length,
      remedy: 'let profiles share groups, one in place of several',
    },
    {
      parameter: 'AccountIds',
      entries: everyAccountIsNamed ? only : ['*'],
      times: 1,
      before: 'arn:*:sso:::account/'.length,
      remedy: 'take AccountIds=*, and name in DeniedAccountIds what is never to be given',
    },
  ]);
};

/** What profiles give, each once, and in which accounts. */
function allowed(profiles: Parameters<Method['toAllow']>[0]) {
  const read = profiles.map((each) => grants.parse(each.grants));
  return {
    groups: [...new Set(read.flatMap((each) => each.groups.map(({ Name }) => Name)))],
    sets: [
      ...new Set(read.flatMap((each) => each.permissionSets.map((set) => (typeof set === 'string' ? set : set.Arn)))),
    ],
    only: [...new Set(profiles.flatMap(({ accounts }) => accounts.only ?? []))],
    everyAccountIsNamed: profiles.every(({ accounts }) => accounts.only),
  };
}

/** One word for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
