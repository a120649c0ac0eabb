import { AwsError } from '../../aws/aws-error.ts';
import type { Assignment, IdentityCenter } from '../center.ts';
import { denied } from '../error.ts';
import type { Caller } from '../operation.ts';
import { isSameAssignment, missing, permissionSetOf } from './arguments.ts';
import { accountsWith } from './permission-sets.ts';

/** Refuses an assignment, or its end, before it is begun. */
export function refuse(center: IdentityCenter, wanted: Assignment, { account }: Caller): void {
  const { requests, settings, planned, users, groups } = center;
  const [next] = planned;
  if (next?.outcome === 'throttles' || next?.outcome === 'conflicts') {
    planned.shift();
    throw next.outcome === 'throttles' ? new AwsError('ThrottlingException', 'Rate exceeded') : conflict();
  }
  const { name } = permissionSetOf(center, wanted.permissionSetArn);
  if (account !== center.owner) refuseDelegate(center, wanted, name);
  if (!center.account(wanted.accountId)) throw missing(`Could not find account ${wanted.accountId}`);
  const isThere = wanted.principalType === 'USER' ? users.has(wanted.principalId) : groups.has(wanted.principalId);
  if (!isThere) throw missing(`Could not find ${wanted.principalType} with id ${wanted.principalId}`);

  const running = [...requests.values()].filter(({ status }) => status === 'IN_PROGRESS');
  if (running.some((request) => isSameAssignment(request, wanted))) throw conflict();
  if (running.length >= settings.outstanding)
    throw new AwsError(settings.overQuota, 'You have exceeded AWS SSO limits: too many requests are in progress.');
}

/**
 * What a delegated administrator cannot do: https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html,
 * also in other accounts with a permission set that is provisioned in the management account (sso-elevator#101).
 */
function refuseDelegate(center: IdentityCenter, { accountId, permissionSetArn }: Assignment, name: string): void {
  if (accountId === center.owner)
    throw denied('A delegated administrator cannot manage access to the management account.');
  if (accountsWith(center, permissionSetArn).includes(center.owner))
    throw denied(`A delegated administrator cannot use ${name}: it is provisioned in the management account.`);
}

/** "A retry (with appropriate backoff logic) is the recommended response": the page of the operation. */
const conflict = () => new AwsError('ConflictException', 'There is a conflicting operation in process.');
