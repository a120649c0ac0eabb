import { type Catcher, ifPresent, placeholder, type State } from '../asl.ts';
import type { InMember } from '../calls.ts';

/** Finds out where users of the account `$.AccountId` sign in, into `$.signIn`: by the account's alias, or else its id. */
export function findSignIn(iam: InMember, Next: string, catchers: Catcher[] = []): Record<string, State> {
  const loginUrl = (path: string) => `States.Format('https://{}.${placeholder('SignInHost')}/console', ${path})`;
  const alias = '$.signIn.AccountAliases[0]';
  return {
    ListAccountAliases: iam(
      'listAccountAliases',
      {},
      {
        ResultSelector: { 'AccountAliases.$': '$.AccountAliases' },
        ResultPath: '$.signIn',
        ...(catchers.length > 0 && { Catch: catchers }),
        Next: 'HasAlias',
      },
    ),
    HasAlias: ifPresent(alias, 'SignInByAlias', 'SignInById'),
    SignInByAlias: {
      Type: 'Pass',
      Parameters: { 'Alias.$': alias, 'LoginURL.$': loginUrl(alias) },
      ResultPath: '$.signIn',
      Next,
    },
    SignInById: {
      Type: 'Pass',
      Parameters: { 'LoginURL.$': loginUrl('$.AccountId') },
      ResultPath: '$.signIn',
      Next,
    },
  };
}
