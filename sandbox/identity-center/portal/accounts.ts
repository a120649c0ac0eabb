import type { IamAccount } from '../../aws/iam/account.ts';
import { assignmentsOf } from '../admin/assignments.ts';
import type { IdentityCenter, User } from '../center.ts';

export type PortalAccount = {
  id: string;
  name: string;
  email: string;
  permissionSets: { name: string; description: string }[];
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
      return { id, name, email, permissionSets: sets.map(({ name, description }) => ({ name, description })) };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
