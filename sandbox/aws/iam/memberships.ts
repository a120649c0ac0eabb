import { z } from 'zod';
import type { IamAccount } from './account.ts';
import { hasPolicy } from './accounts.ts';
import { action, iamError, noSuchEntity, userName, userOf } from './action.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 10 groups and 10 managed policies a user */
const quota = 10;

const membership = { GroupName: z.string(), UserName: userName };
const attachment = { PolicyArn: z.string(), UserName: userName };

/** What gives a user permissions: groups and attached policies. */
export const memberships = {
  getGroup: action(
    { GroupName: z.string(), MaxItems: z.number().int().min(1).max(1000).optional() },
    (account, { GroupName, MaxItems = 100 }) => {
      const name = groupOf(account, GroupName);
      const members = [...account.users.values()].filter(({ groups }) => groups.has(name));
      return {
        Group: {
          Path: '/',
          GroupName: name,
          GroupId: `AGPA${name.toUpperCase()}`,
          Arn: arnOfGroup(account, name),
          CreateDate: '2024-03-01T09:00:00Z',
        },
        Users: members.slice(0, MaxItems).map(({ userName, path }) => ({ UserName: userName, Path: path })),
        IsTruncated: members.length > MaxItems,
      };
    },
  ),

  addUserToGroup: action(membership, (account, { GroupName, UserName }) => {
    const { groups } = userOf(account, UserName);
    add(groups, groupOf(account, GroupName), 'GroupsPerUser');
    return {};
  }),

  removeUserFromGroup: action(membership, (account, { GroupName, UserName }) => {
    userOf(account, UserName).groups.delete(groupOf(account, GroupName));
    return {};
  }),

  attachUserPolicy: action(attachment, (account, { PolicyArn, UserName }) => {
    const { policies } = userOf(account, UserName);
    if (!hasPolicy(account, PolicyArn)) {
      throw noSuchEntity(`Policy ${PolicyArn} does not exist or is not attachable.`);
    }
    add(policies, PolicyArn, 'PoliciesPerUser');
    return {};
  }),

  detachUserPolicy: action(attachment, (account, { PolicyArn, UserName }) => {
    const detached = userOf(account, UserName).policies.delete(PolicyArn);
    if (!detached) throw noSuchEntity(`Policy ${PolicyArn} was not found.`);
    return {};
  }),
};

export const arnOfGroup = ({ account }: IamAccount, name: string): string => `arn:aws:iam::${account.id}:group/${name}`;

function groupOf({ groups }: IamAccount, name: string): string {
  const found = groups.find((group) => group.toLowerCase() === name.toLowerCase());
  if (!found) throw noSuchEntity(`The group with name ${name} cannot be found.`);
  return found;
}

function add(set: Set<string>, value: string, limit: string): void {
  if (!set.has(value) && set.size >= quota) {
    throw iamError('LimitExceededException', 409, `Cannot exceed quota for ${limit}: ${quota}`);
  }
  set.add(value);
}
