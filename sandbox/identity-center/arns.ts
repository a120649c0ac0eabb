import type { IdentityCenter } from './center.ts';

// Which resources an operation is checked against:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentitystore.html and
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html
// Who is only looked for has no id yet, and stands for all.

export const arnOfStore = ({ owner, described }: IdentityCenter): string =>
  `arn:aws:identitystore::${owner}:identitystore/${described.identityStoreId}`;
export const arnOfUser = (id = '*'): string => `arn:aws:identitystore:::user/${id}`;
export const arnOfGroup = (id = '*'): string => `arn:aws:identitystore:::group/${id}`;
export const arnOfMembership = (id = '*'): string => `arn:aws:identitystore:::membership/${id}`;
export const arnOfAccount = (id: string): string => `arn:aws:sso:::account/${id}`;
