import { type SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { ISSUE_REFUSALS, type IssueRefusal } from '../contract/errors.ts';
import { type Claim, type Issued, issuedPassword } from '../contract/password.ts';
import { ContractError, readJson } from '../contract/read.ts';

/** The execution of an express workflow ended otherwise than its definition foresees; the message holds no payload. */
export class IssueFailed extends Error {
  override name = 'IssueFailed';
}

/**
 * Makes a temporary password for the user, if `claimedBy` is who was onboarded under that name.
 * @returns the password, or why there is none
 * @throws IssueFailed when the workflow broke
 */
export type IssuePassword = (claim: Claim) => Promise<Issued | IssueRefusal>;

/** @param once a client with `maxAttempts: 1`: asked twice, the machine could replace the password that was just shown */
export function createIssuer(once: SFNClient, stateMachineArn: string): IssuePassword {
  return async ({ accountId, userName, userId, claimedBy, reissue }) => {
    const input = { AccountId: accountId, UserName: userName, UserId: userId, ClaimedBy: claimedBy, Reissue: reissue };
    const command = new StartSyncExecutionCommand({ stateMachineArn, input: JSON.stringify(input) });
    const { status, output, error } = await once.send(command);
    if (status === 'SUCCEEDED' && output !== undefined) return readIssued(output);
    const refusal = ISSUE_REFUSALS.find((name) => name === error);
    if (refusal) return refusal;
    throw new IssueFailed(`issue-password ended ${status} with ${error ?? 'no error name'}`);
  };
}

function readIssued(output: string): Issued {
  try {
    return readJson(issuedPassword, output, 'the answer of issue-password');
  } catch (err) {
    throw err instanceof ContractError ? new IssueFailed(err.message) : err;
  }
}
