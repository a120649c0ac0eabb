import type { Method } from '../method.ts';
import { grants } from './grants.ts';

/** The parameters of the stack where Identity Center is administered, with the look-up of the groups' ids. */
export const toAllow: Method['toAllow'] = (profiles, { identityStoreId, instanceArn, region }) => {
  const read = profiles.map((each) => grants.parse(each.grants));
  const groups = [...new Set(read.flatMap((each) => each.groups.map(({ Name }) => Name)))];
  const sets = [
    ...new Set(read.flatMap((each) => each.permissionSets.map((set) => (typeof set === 'string' ? set : set.Arn)))),
  ];
  const only = [...new Set(profiles.flatMap(({ accounts }) => accounts.only ?? []))];
  const everyAccountIsNamed = profiles.every(({ accounts }) => accounts.only);
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

/** One word for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
