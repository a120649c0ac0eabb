import { createHash } from 'node:crypto';
import { profileName } from '../../../src/methods/identity-center/cli/profile-name.ts';
import type { IamAccount } from '../../aws/iam/account.ts';
import { assignmentsOf } from '../admin/assignments.ts';
import type { IdentityCenter, User } from '../center.ts';
import type { PermissionSet } from '../described.ts';

export type PortalAccount = {
  id: string;
  name: string;
  email: string;
  /** With the name that boarding-pass gives to the profile of a terminal. */
  permissionSets: { name: string; description: string; profile: string }[];
};

/** What somebody may open, by the names of accounts: only assignments that have succeeded are there. */
export function accountsFor(
  center: IdentityCenter,
  accounts: ReadonlyMap<string, IamAccount>,
  { userId }: User,
): PortalAccount[] {
  const assignments = assignmentsOf(center, userId);
  const ids = [...new Set(assignments.map(({ accountId }) => accountId))];
  return ids
    .flatMap((id) => {
      const { name = id, email = '' } = accounts.get(id)?.account ?? {};
      const arns = new Set(
        assignments.filter(({ accountId }) => accountId === id).map((each) => each.permissionSetArn),
      );
      const sets = [...arns].flatMap((arn) => center.permissionSets.get(arn) ?? []);
      return { id, name, email, permissionSets: sets.map((set) => shown(set, id, name)) };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

const shown = ({ name: permissionSet, description }: PermissionSet, accountId: string, accountName: string) => ({
  name: permissionSet,
  description,
  profile: profileName({ accountId, accountName, permissionSet }, sha256),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
