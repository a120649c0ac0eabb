import { anyError, caught, type State, type Task, type Template } from '../asl.ts';
import type { InMember } from '../calls.ts';
import { whileIamRecovers } from '../retries.ts';
import { boundary, claimTags } from './claim.ts';
import { failureSays } from './classify.ts';

type Onward = {
  made: string;
  /** Somebody has the name, or nobody can tell whether this call made them: it has to be looked. */
  look: string;
  refused: string;
};

/**
 * Makes the user, from `CreateUser` on. What is refused at the first try was not done. Of any later try that is not certain: an
 * earlier one may have worked while its answer was lost.
 */
export function createUser(iam: InMember, userName: Template, { made, look, refused }: Onward): Record<string, State> {
  const create = (rest: Partial<Task>): Task =>
    iam(
      'createUser',
      { ...userName, Path: '/onboarded/', 'PermissionsBoundary.$': boundary, Tags: claimTags },
      { ResultSelector: { 'UserId.$': '$.User.UserId' }, ResultPath: '$.outcome.User', Next: made, ...rest },
    );
  return {
    CreateUser: create({
      Retry: [],
      Catch: [
        caught(['Iam.EntityAlreadyExistsException'], look, '$.failure'),
        anyError('WasCreateRefused', '$.failure'),
      ],
    }),
    WasCreateRefused: {
      Type: 'Choice',
      Choices: [{ ...failureSays('*is not authorized to perform*'), Next: refused }],
      Default: 'CreateUserAgain',
    },
    CreateUserAgain: create({ Retry: [whileIamRecovers()], Catch: [anyError(look, '$.failure')] }),
  };
}
