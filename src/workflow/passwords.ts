import { type SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { IssueRefusal } from '../onboarding/issue-refusal.ts';

const ISSUE_REFUSALS: readonly string[] = [
  'NotYours',
  'ClaimClosed',
  'AlreadySignedIn',
  'AlreadyShown',
  'UserNotFound',
] satisfies IssueRefusal[];

export type Issued = { userName: string; loginUrl: string; password: string };

/** The execution of an express workflow ended otherwise than its definition foresees; the message holds no payload. */
export class IssueFailed extends Error {
  override name = 'IssueFailed';
}

/** Who asks for whose password, and whether one that was shown before may be replaced. */
export type Claim = {
  accountId: string;
  userName: string;
  /** The Slack id of who clicked, or the hash of an e-mail address. */
  claimedBy: string;
  reissue: boolean;
};

/**
 * Makes a temporary password for the user, if `claimedBy` is who was onboarded under that name.
 * @returns the password, or why there is none
 * @throws IssueFailed when the workflow broke
 */
export type IssuePassword = (claim: Claim) => Promise<Issued | IssueRefusal>;

/** @param once a client with `maxAttempts: 1`: asked twice, the machine could replace the password that was just shown */
export function createIssuer(once: SFNClient, stateMachineArn: string): IssuePassword {
  return async ({ accountId: AccountId, userName: UserName, claimedBy: ClaimedBy, reissue: Reissue }) => {
    const input = JSON.stringify({ AccountId, UserName, ClaimedBy, Reissue });
    const { status, output, error } = await once.send(new StartSyncExecutionCommand({ stateMachineArn, input }));
    if (status === 'SUCCEEDED' && output !== undefined) return readIssued(output);
    if (error !== undefined && ISSUE_REFUSALS.includes(error)) return error as IssueRefusal;
    throw new IssueFailed(`issue-password ended ${status} with ${error ?? 'no error name'}`);
  };
}

function readIssued(output: string): Issued {
  try {
    const { UserName, LoginURL, Password } = JSON.parse(output) as {
      UserName: string;
      LoginURL: string;
      Password: string;
    };
    return { userName: UserName, loginUrl: LoginURL, password: Password };
  } catch {
    // The parser's own message would quote what it read, and with it the password.
    throw new IssueFailed('issue-password answered what is not JSON');
  }
}
