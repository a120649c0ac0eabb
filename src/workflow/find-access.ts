import { type SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { FIND_REFUSALS, type FindRefusal } from '../contract/errors.ts';
import { type AccessQuestion, type FoundAccess, foundAccess } from '../contract/find-access.ts';
import { readJson } from '../contract/read.ts';

/** What somebody has could not be found out; `error` is why, by the name that the machine or AWS has for it. */
export class FindFailed extends Error {
  override name = 'FindFailed';
  readonly error: string;

  constructor(error: string) {
    super(`find-access ended with ${error}`);
    this.error = error;
  }
}

/**
 * Asks Identity Center what somebody has now.
 * @returns all of it; `NothingForYou` for whoever is not there, is disabled, or is not the user whom the button is of
 * @throws FindFailed where it cannot be told
 */
export type FindAccess = (question: AccessQuestion) => Promise<FoundAccess | FindRefusal>;

/** @param patient a client that waits as long as the machine works, and asks once: the machine itself tries again */
export function createAccessFinder(patient: SFNClient, stateMachineArn: string): FindAccess {
  return async ({ profileId, email, userId }) => {
    const input = {
      ProfileId: profileId,
      Email: email.toLowerCase(),
      EmailAsWritten: email,
      UserId: userId ?? null,
    };
    const command = new StartSyncExecutionCommand({ stateMachineArn, input: JSON.stringify(input) });
    const { status, output, error } = await patient.send(command);
    if (status === 'SUCCEEDED' && output !== undefined)
      return readJson(foundAccess, output, 'the answer of find-access');
    const refusal = FIND_REFUSALS.find((name) => name === error);
    if (refusal) return refusal;
    throw new FindFailed(error ?? status ?? 'no error name');
  };
}
