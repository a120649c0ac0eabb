import type { CenterUserSlice, PersonSlice, Slices } from '../../slices.ts';
import type { Visits } from '../aws/portal/visits.ts';
import { canAct } from './listed-people.ts';
import type { Step } from './step.ts';

/** Somebody who was told that they have access at the AWS access portal; nobody owns the user of who is not in Slack. */
export type Visitor = { user: CenterUserSlice; owner: PersonSlice | undefined; toldAt: string };

const isNamed =
  (userName: string) =>
  (user: CenterUserSlice): boolean =>
    user.userName.toLowerCase() === userName.toLowerCase();

/** Newest first, as the executions. */
export function visitorsOf({
  executions,
  people,
  identityCenter,
}: Pick<Slices, 'executions' | 'people' | 'identityCenter'>): Visitor[] {
  return executions
    .filter(({ about }) => about?.method === 'identity-center')
    .flatMap(({ told = [], stopDate: toldAt = '' }) =>
      told.flatMap(({ userName, claimant }) => {
        const user = identityCenter.users.find(isNamed(userName));
        return user ? [{ user, owner: people.find(({ id }) => id === claimant), toldAt }] : [];
      }),
    )
    .filter(({ user, owner }) => !user.isDisabled && (!owner || canAct(owner)));
}

/** Signed in with MFA, and in one of the accounts since they heard of it. */
export const isInside = ({ user, toldAt }: Visitor, visits: Visits): boolean =>
  (visits[user.userName.toLowerCase()] ?? '') > toldAt;

/** What is next for those who were told: who is nearer to their accounts goes on before anybody else begins. */
export function stepOfVisitors(visitors: Visitor[], { mails }: Pick<Slices, 'mails'>): Step | undefined {
  const users = visitors.map(({ user }) => user);
  if (users.some(({ lastSignIn }) => lastSignIn)) return { name: 'open-account' };
  if (users.some(({ login, hasMfa }) => login === 'own' && !hasMfa)) return { name: 'portal-mfa' };
  const codes = mails.filter(({ from }) => from.startsWith('no-reply@login.awsapps'));
  for (const { login, email } of users)
    if (login === 'none' && email && codes.some(({ to }) => to.includes(email))) return { name: 'mailed-code', email };
  const next = visitors.find(({ owner }) => owner) ?? visitors[0];
  return next && { name: 'to-portal', person: next.owner, userName: next.user.userName };
}
