import { anyError, caught, ifPresent, type State } from '../asl.ts';
import type { InMember } from '../calls.ts';
import { NOT_YET, whileIamRecovers } from '../retries.ts';
import { boundary } from './claim.ts';

/**
 * Of a user that is there already, or may be: whether this very request has made it, as when an answer was lost.
 * @param onward `nobody`: with the `$.failure` that led here; `unknown`: IAM did not say who is there
 */
export function recognize(
  iam: InMember,
  { ours, theirs, nobody, unknown }: { ours: string; theirs: string; nobody: string; unknown: string },
): Record<string, State> {
  return {
    GetExistingUser: iam(
      'getUser',
      { 'UserName.$': '$.person.userName' },
      {
        Retry: [whileIamRecovers(NOT_YET)],
        ResultPath: '$.existing',
        Catch: [caught(['Iam.NoSuchEntityException'], nobody, null), anyError(unknown, null)],
        Next: 'ExistingUserHasTags',
      },
    ),
    ExistingUserHasTags: ifPresent('$.existing.User.Tags', 'ExpectedUser', theirs),
    ExpectedUser: {
      Type: 'Pass',
      Parameters: {
        request: { Key: 'onboarding:request', 'Value.$': '$.RequestId' },
        claimant: { Key: 'onboarding:claimant', 'Value.$': '$.person.claimant' },
        mailbox: { Key: 'onboarding:mailbox', 'Value.$': '$.person.mailbox' },
        'boundary.$': boundary,
      },
      ResultPath: '$.expected',
      Next: 'CompareExisting',
    },
    CompareExisting: {
      Type: 'Pass',
      Parameters: {
        'hasRequest.$': 'States.ArrayContains($.existing.User.Tags, $.expected.request)',
        'hasClaimant.$': 'States.ArrayContains($.existing.User.Tags, $.expected.claimant)',
        'hasMailbox.$': 'States.ArrayContains($.existing.User.Tags, $.expected.mailbox)',
      },
      ResultPath: '$.compared',
      Next: 'MadeByThisRequest',
    },
    MadeByThisRequest: {
      Type: 'Choice',
      Comment:
        'An earlier CreateUser of this very request may have worked while its answer was lost. A tag alone proves nothing: it can be set by others.',
      Choices: [
        {
          And: [
            { Variable: '$.compared.hasRequest', BooleanEquals: true },
            { Variable: '$.compared.hasClaimant', BooleanEquals: true },
            { Variable: '$.compared.hasMailbox', BooleanEquals: true },
            { Variable: '$.existing.User.Path', StringEquals: '/onboarded/' },
            { Variable: '$.existing.User.PermissionsBoundary.PermissionsBoundaryArn', IsPresent: true },
            {
              Variable: '$.existing.User.PermissionsBoundary.PermissionsBoundaryArn',
              StringEqualsPath: '$.expected.boundary',
            },
          ],
          Next: 'TakeExistingId',
        },
      ],
      Default: theirs,
    },
    TakeExistingId: {
      Type: 'Pass',
      Parameters: { 'UserId.$': '$.existing.User.UserId' },
      ResultPath: '$.outcome.User',
      Next: ours,
    },
  };
}
