// What an organization's IAM Identity Center has before boarding-pass comes.

export type DescribedUser = {
  id: string;
  userName: string;
  displayName: string;
  givenName: string;
  familyName: string;
  email: string;
  disabled?: true;
  /** Display names of their groups. */
  groups?: string[];
};

export type DescribedGroup = {
  id: string;
  name: string;
  /** What the group opens: the name of a permission set, and accounts. */
  opens?: { permissionSet: string; accounts: string[] }[];
};

export type PermissionSet = {
  arn: string;
  /** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html: up to 32 of `[\w+=,.@-]`. */
  name: string;
  /** ASCII or Latin-1; AWS takes no Japanese here. */
  description: string;
  /** ISO 8601, such as PT8H. */
  sessionDuration: string;
  managedPolicies: string[];
  /** Names of policies that each account has to have itself. */
  customerManagedPolicies?: string[];
  inlinePolicy?: object;
  /** The ARN of a managed policy. */
  boundary?: string;
};

/** Parameters of `manifests/aws/identity-center.yaml`, as far as they are not told by the rest. */
export type CenterStackParameters = {
  GroupIds?: string;
  PermissionSetArns?: string;
  AccountIds?: string;
  DeniedAccountIds?: string;
  MayAssignManagementAccount?: string;
};

export type DescribedIdentityCenter = {
  instanceArn: string;
  identityStoreId: string;
  portalUrl: string;
  /** The member account that administers it, and where `identity-center.yaml` is deployed. */
  administratorAccount: string;
  stackParameters: CenterStackParameters;
  permissionSets: PermissionSet[];
  groups: DescribedGroup[];
  users: DescribedUser[];
  /** In the company's directory, which brings them at its next synchronization. */
  waiting?: DescribedUser[];
};

/** Seconds of what a permission set says, such as `PT8H` or `PT1H30M`. */
export function secondsOf(duration: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  const sum = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  if (sum === 0) throw new Error(`${duration} is not the length of a session.`);
  return sum;
}
