import { anyError, caught, type State } from '../asl.ts';
import { by, type identityCenter, NOT_FOUND, REFUSALS, refusals } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

const refuse = (error: { [key: string]: string }, next: string): State => ({
  Type: 'Pass',
  Parameters: error,
  ResultPath: '$.refusal',
  Next: next,
});

/**
 * Whether who approved is one of those who are to be given something, under a user name that is their address: from `FindApprover` on.
 * `onboarding` has compared the names, as far as it can: AWS alone takes them for the same whatever the case of their letters.
 * Where people come from a company’s directory, somebody may be found by their user name whose mail is another: so the approver is
 * looked for by mail, too, from `FindApproverByMail` on. Where it is so, or cannot be told, `$.refusal` says why nothing is given.
 */
export const checkApprover = (calls: Calls, next: string): Record<string, State> => ({
  ...compareApprover(calls, 'emails.value', 'ByMail', 'FindApprover'),
  ...compareApprover(calls, 'userName', '', next),
  SelfApproved: refuse({ Error: 'SelfApproval' }, next),
  ApproverUnknown: {
    Type: 'Choice',
    Choices: refusals('$.failure', (name) => `${name}Approver`),
    Default: 'ApproverUnknownOtherwise',
  },
  ...Object.fromEntries(REFUSALS.map((name): [string, State] => [`${name}Approver`, refuse({ Error: name }, next)])),
  ApproverUnknownOtherwise: refuse({ 'Error.$': '$.failure.Error' }, next),
});

/** @param suffix of the names of its states */
const compareApprover = ({ store }: Calls, attribute: string, suffix: string, next: string): Record<string, State> => ({
  [`FindApprover${suffix}`]: store('getUserId', by(attribute, '$.ApprovedByEmail'), {
    ResultPath: '$.approver',
    Catch: [caught(NOT_FOUND.store, next, null), anyError('ApproverUnknown', '$.failure')],
    Next: `CompareApprover${suffix}`,
  }),
  [`CompareApprover${suffix}`]: {
    Type: 'Pass',
    Parameters: { 'isFound.$': 'States.ArrayContains($.Inspected[*].Found.UserId, $.approver.UserId)' },
    ResultPath: '$.compared',
    Next: `IsApproverFound${suffix}`,
  },
  [`IsApproverFound${suffix}`]: {
    Type: 'Choice',
    Choices: [{ Variable: '$.compared.isFound', BooleanEquals: true, Next: 'SelfApproved' }],
    Default: next,
  },
});
