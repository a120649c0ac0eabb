import { iamUser } from './iam-user/iam-user.ts';
import { identityCenter } from './identity-center/identity-center.ts';
import type { Method, Terminal } from './method.ts';

/** The ways of giving access, by the name that a profile's `method` says. */
export const methods: Record<string, Method> = {
  'iam-user': iamUser,
  'identity-center': identityCenter,
};

/** @throws for a method that there is none of: a policy with one is not read */
export function methodOf({ method }: { method: string }): Method {
  const found = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!found) throw new Error(`There is no method ${method}.`);
  return found;
}

type PortalTerminal = Extract<Terminal, { kind: 'portal' }>;

/** How the AWS CLI is told of the portal. A button may outlive its profile, so that it is asked of no profile's method. */
export function portalTerminal(): PortalTerminal {
  const found = Object.values(methods).find(({ terminal }) => terminal.kind === 'portal');
  if (found?.terminal.kind !== 'portal') throw new Error('No method has a portal.');
  return found.terminal;
}
