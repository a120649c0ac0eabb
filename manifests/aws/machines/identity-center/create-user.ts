import { anyError, caught, type State, type Task } from '../asl.ts';
import { by, type identityCenter, isKeptOut, NOT_FOUND, untilKnown } from './calls.ts';

type Store = ReturnType<typeof identityCenter>['store'];

type Onward = {
  made: string;
  /** With the user of the name in `$.existing`: made by this execution, its answer lost, or by somebody else since. */
  found: string;
  taken: string;
  /** With `$.failure`. */
  failed: string;
  /** AWS did not say whether there is a user. */
  unknown: string;
};

/**
 * Makes the user, from `CreateUser` on. What is refused at the first try was not done; after any other error the user is looked for:
 * an earlier try may have worked while its answer was lost.
 */
export function createUser(store: Store, { made, found, taken, failed, unknown }: Onward): Record<string, State> {
  const create = (rest: Partial<Task>): Task =>
    store(
      'createUser',
      {
        'UserName.$': '$.person.userName',
        'DisplayName.$': '$.person.displayName',
        Name: { 'GivenName.$': '$.person.givenName', 'FamilyName.$': '$.person.familyName' },
        Emails: [{ 'Value.$': '$.person.email', Type: 'work', Primary: true }],
      },
      { ResultSelector: { 'UserId.$': '$.UserId' }, ResultPath: '$.created', Next: made, ...rest },
    );
  return {
    CreateUser: create({
      Retry: [],
      Catch: [
        caught(['Identitystore.ConflictException'], 'FindByName', '$.failure'),
        anyError('WasCreateRefused', '$.failure'),
      ],
    }),
    WasCreateRefused: {
      Type: 'Choice',
      Choices: [{ Or: isKeptOut('$.failure'), Next: failed }],
      Default: 'CreateUserAgain',
    },
    CreateUserAgain: create({ Catch: [anyError('FindByName', '$.failure')] }),
    FindByName: store('getUserId', by('userName', '$.person.userName'), {
      Comment: 'Nobody was there when it was inspected.',
      Retry: untilKnown('Identitystore'),
      ResultPath: '$.existing',
      Catch: [caught(NOT_FOUND.store, 'IsMailTaken', null), anyError(unknown, null)],
      Next: 'DescribeUser',
    }),
    IsMailTaken: {
      Type: 'Choice',
      Choices: [{ Variable: '$.failure.Error', StringEquals: 'Identitystore.ConflictException', Next: taken }],
      Default: failed,
    },
    DescribeUser: store(
      'describeUser',
      { 'UserId.$': '$.existing.UserId' },
      { Retry: untilKnown('Identitystore'), ResultPath: '$.existing', Catch: [anyError(unknown, null)], Next: found },
    ),
  };
}
