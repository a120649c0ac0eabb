import { anyError, caught, isPresent, type Rule, type State } from '../asl.ts';
import { by, comesFromCompany, type identityCenter, NOT_FOUND } from './calls.ts';

type Store = ReturnType<typeof identityCenter>['store'];

const MAIL = '$.described.Emails[0].Value';

const isNot = (Variable: string, ...paths: string[]): Rule => ({
  Not: { Or: paths.map((StringEqualsPath) => ({ Variable, StringEqualsPath })) },
});

/**
 * Whose user it is that has the address of who asks, as their mail or, without any mail, as their name: into `$.user`, from
 * `FindByMailAsWritten` on. So `inspect-identity-center` finds people, too.
 * @param onward where it goes on; where nobody is found, or not the user `$.UserId`; where it failed, with the error in `$.failure`
 */
export function findUser(
  store: Store,
  { found, nobody, failed }: { found: string; nobody: string; failed: string },
): Record<string, State> {
  const orFail = anyError(failed, '$.failure');
  const find = (attribute: 'userName' | 'emails.value', value: string, foundBy: 'name' | 'mail', otherwise: string) =>
    store('getUserId', by(attribute, value), {
      ResultSelector: { 'UserId.$': '$.UserId', foundBy },
      ResultPath: '$.user',
      Catch: [caught(NOT_FOUND.store, otherwise, null), orFail],
      Next: 'DescribeUser',
    });
  return {
    FindByMailAsWritten: find('emails.value', '$.EmailAsWritten', 'mail', 'IsWrittenOtherwise'),
    IsWrittenOtherwise: {
      Type: 'Choice',
      Choices: [{ Variable: '$.EmailAsWritten', StringEqualsPath: '$.Email', Next: 'FindByName' }],
      Default: 'FindByMail',
    },
    FindByMail: find('emails.value', '$.Email', 'mail', 'FindByName'),
    FindByName: find('userName', '$.Email', 'name', nobody),
    DescribeUser: store(
      'describeUser',
      { 'UserId.$': '$.user.UserId' },
      { ResultPath: '$.described', Catch: [caught(NOT_FOUND.store, nobody, null), orFail], Next: 'IsTheirs' },
    ),
    IsTheirs: {
      Type: 'Choice',
      Comment:
        'Found by mail they have this mail, as the directory reads addresses. Under the name alone they may have another one by now, or be somebody else; but a company’s own directory calls nobody by an address that is another’s.',
      Choices: [
        { And: [{ Not: { Variable: '$.UserId', IsNull: true } }, isNot('$.UserId', '$.user.UserId')], Next: nobody },
        {
          And: [
            isPresent('$.described.UserStatus'),
            { Not: { Variable: '$.described.UserStatus', StringEquals: 'ENABLED' } },
          ],
          Next: nobody,
        },
        {
          And: [
            { Variable: '$.user.foundBy', StringEquals: 'name' },
            isPresent(MAIL),
            isNot(MAIL, '$.Email', '$.EmailAsWritten'),
            { Not: comesFromCompany },
          ],
          Next: nobody,
        },
      ],
      Default: found,
    },
  };
}
