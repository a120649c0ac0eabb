import type { JsonObject } from '../json.ts';
import type { IamAccount, Tag } from './account.ts';
import type { IamActionName } from './iam.ts';
import { arnOfGroup } from './memberships.ts';
import type { Context } from './policy/context.ts';
import { arnOfUser } from './users.ts';

// Which action is checked against which resource, with which keys of conditions:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html

/**
 * What a call is about, as a policy sees it. Of a user that is not there IAM knows no path, so that a permission with a path
 * does not match. Inferred, not documented: its refusals then name "role x" or "user x" instead of an ARN (aws/aws-cdk#27067).
 */
export function resourceOf(account: IamAccount, action: IamActionName, parameters: JsonObject): string {
  const { UserName, GroupName, Path } = parameters;
  if (typeof GroupName === 'string') return arnOfGroup(account, GroupName);
  if (typeof UserName !== 'string') return '*';
  const existing = account.users.get(UserName.toLowerCase());
  if (existing && action !== 'createUser') return arnOfUser(account, existing);
  return arnOfUser(account, { userName: UserName, path: typeof Path === 'string' ? Path : '/' });
}

/** The keys that conditions can ask for: of the request, and of the user whom it is about. */
export function contextOf(account: IamAccount, action: IamActionName, parameters: JsonObject): Context {
  const { UserName, GroupName, PermissionsBoundary, PolicyArn } = parameters;
  const tags = tagsOf(parameters);
  const ofTags = {
    ...(tags.length > 0 && { 'aws:TagKeys': tags.map(({ Key }) => Key) }),
    ...tagged('aws:RequestTag', tags),
  };
  if (action === 'createUser') {
    return {
      ...(typeof PermissionsBoundary === 'string' && { 'iam:PermissionsBoundary': PermissionsBoundary }),
      ...ofTags,
    };
  }
  // Who joins or leaves a group is not looked at.
  const isOfUser = typeof UserName === 'string' && typeof GroupName !== 'string';
  const user = isOfUser ? account.users.get(UserName.toLowerCase()) : undefined;
  const isOfPolicy = action === 'attachUserPolicy' || action === 'detachUserPolicy';
  return {
    ...(isOfPolicy && typeof PolicyArn === 'string' && { 'iam:PolicyARN': PolicyArn }),
    ...(isOfPolicy && user?.permissionsBoundary && { 'iam:PermissionsBoundary': user.permissionsBoundary }),
    ...ofTags,
    ...tagged('aws:ResourceTag', user?.tags ?? []),
  };
}

export const tagsOf = ({ Tags }: JsonObject): Tag[] => (Array.isArray(Tags) ? (Tags as Tag[]) : []);

const tagged = (key: string, tags: Tag[]): Context =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`${key}/${Key}`, Value]));
