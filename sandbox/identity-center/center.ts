import { randomUUID } from 'node:crypto';
import type { LoginProfile, MfaDevice } from '../aws/iam/account.ts';
import type { Organization } from '../organization/organization.ts';
import type { DescribedIdentityCenter, DescribedUser, PermissionSet } from './described.ts';
import { type CenterSettings, defaultSettings, type Planned } from './settings.ts';

export type Email = { Value: string; Type?: string; Primary?: boolean };

export type User = {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly name: { GivenName: string; FamilyName: string; [more: string]: string };
  email?: Email;
  status: 'ENABLED' | 'DISABLED';
  /** There before boarding-pass; with a company directory, these come from it. */
  readonly isDescribed: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** None until they choose a password, or an administrator makes one. */
  loginProfile?: LoginProfile;
  readonly mfaDevices: MfaDevice[];
  lastSignIn?: Date;
};
export type Group = {
  readonly groupId: string;
  readonly displayName: string;
  readonly description?: string;
  /** There before boarding-pass; with a company directory, these come from it. */
  readonly isDescribed?: true;
};
export type Membership = { readonly membershipId: string; readonly groupId: string; readonly userId: string };

export type Assignment = {
  readonly accountId: string;
  readonly permissionSetArn: string;
  readonly principalType: 'USER' | 'GROUP';
  readonly principalId: string;
};
export type AssignmentRequest = Assignment & {
  readonly requestId: string;
  readonly kind: 'create' | 'delete';
  readonly createdAt: Date;
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  failureReason?: string;
};

/** An instance of IAM Identity Center with its identity store, in memory. */
export type IdentityCenter = {
  readonly described: DescribedIdentityCenter;
  /** The organization's management account. */
  readonly owner: string;
  readonly settings: CenterSettings;
  /** By id, as all of these. */
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly memberships: Map<string, Membership>;
  readonly permissionSets: ReadonlyMap<string, PermissionSet>;
  readonly requests: Map<string, AssignmentRequest>;
  assignments: Assignment[];
  /** In the company's directory, and not here yet. */
  waiting: DescribedUser[];
  readonly planned: Planned[];
  /** The ends of what hangs, oldest first. */
  readonly hanging: (() => void)[];
  /** What the organization knows of an account. */
  account(id: string): { state: string; hasPolicy(name: string): boolean } | undefined;
  /** Does something later, unless the world has stopped by then. */
  later(ms: number, work: () => void): void;
};

export function createCenter(
  organization: Organization,
  world: Pick<IdentityCenter, 'account' | 'later'>,
  settings: Partial<CenterSettings> = {},
): IdentityCenter {
  const { identityCenter: described, managementAccount: owner } = organization;
  const setNamed = (name: string) => described.permissionSets.find((set) => set.name === name)?.arn ?? name;
  const groupNamed = (name: string) => described.groups.find((group) => group.name === name)?.id ?? name;
  const memberships = described.users.flatMap(({ id: userId, groups = [] }) =>
    groups.map((name): Membership => ({ membershipId: newId(described), groupId: groupNamed(name), userId })),
  );
  return {
    ...world,
    described,
    owner,
    settings: { ...defaultSettings, ...settings },
    users: byKey('userId', described.users.map(userOf)),
    groups: byKey(
      'groupId',
      described.groups.map(({ id, name }): Group => ({ groupId: id, displayName: name, isDescribed: true })),
    ),
    memberships: byKey('membershipId', memberships),
    permissionSets: byKey('arn', described.permissionSets),
    requests: new Map(),
    waiting: [...(described.waiting ?? [])],
    planned: [],
    hanging: [],
    assignments: described.groups.flatMap(({ id: principalId, opens = [] }) =>
      opens.flatMap(({ permissionSet, accounts }) =>
        accounts.map((accountId): Assignment => {
          return { accountId, permissionSetArn: setNamed(permissionSet), principalType: 'GROUP', principalId };
        }),
      ),
    ),
  };
}

/** As AWS makes them: ten characters of the identity store's id, then a UUID; 47 in all. */
export const newId = ({ identityStoreId }: { identityStoreId: string }): string =>
  `${identityStoreId.replace(/^d-/, '')}-${randomUUID()}`;

export const userOf = ({ id, userName, displayName, givenName, familyName, email, disabled }: DescribedUser): User => ({
  userId: id,
  userName,
  displayName,
  name: { GivenName: givenName, FamilyName: familyName },
  email: { Value: email, Type: 'work', Primary: true },
  status: disabled ? 'DISABLED' : 'ENABLED',
  isDescribed: true,
  createdAt: new Date('2024-03-01T09:00:00Z'),
  createdBy: 'an administrator',
  mfaDevices: [],
});

const byKey = <Key extends string, Item extends Record<Key, string>>(key: Key, items: Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item[key], item]));
