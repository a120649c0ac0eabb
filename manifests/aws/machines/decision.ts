import type { TroubleName } from '../../../src/contract/errors.ts';
import { isPresent, type State } from './asl.ts';

const isTrue = (Variable: string) => ({ Variable, BooleanEquals: true });

/** Ends the request with what went wrong. */
export const trouble = (name: TroubleName, Cause: string): State => ({
  Type: 'Pass',
  Result: { Error: name, Cause },
  ResultPath: '$.trouble',
  Next: 'Report',
});

/**
 * Whether the decision in `$.decision` counts: for this request, this version of the profile, and by somebody who may. The bot
 * has judged the same; here nobody has to believe it, as far as a machine can know.
 * @param next where an approval that counts goes on
 */
export function judgeDecision(next: string): Record<string, State> {
  return {
    CheckDecision: {
      Type: 'Choice',
      Comment: 'A decision names the request that it was judged for: a token of another request decides nothing.',
      Choices: [
        {
          Or: [{ Not: isPresent('$.decision.request') }, { Not: isPresent('$.decision.outcome') }],
          Next: 'NotThisRequest',
        },
        {
          Not: { Variable: '$.decision.request', StringEqualsPath: '$$.Execution.Name' },
          Next: 'NotThisRequest',
        },
        { Variable: '$.decision.outcome', StringEquals: 'approved', Next: 'ApproverIsSomebody' },
        { Variable: '$.decision.outcome', StringEquals: 'withdrawn', Next: 'WithdrawnByRequester' },
      ],
      Default: 'Report',
    },
    WithdrawnByRequester: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            isPresent('$.decision.by.slackUserId'),
            { Variable: '$.decision.by.slackUserId', StringEqualsPath: '$.requestedBy.slackUserId' },
          ],
          Next: 'Report',
        },
      ],
      Default: 'NotThisRequest',
    },
    NotThisRequest: trouble('NotThisRequest', 'The decision was made for another request.'),
    ApproverIsSomebody: {
      Type: 'Choice',
      Choices: [
        {
          Not: {
            And: [
              isPresent('$.decision.version'),
              { Variable: '$.decision.version', StringEqualsPath: '$.inspection.Profile.Version' },
            ],
          },
          Next: 'OtherVersion',
        },
        {
          And: [
            isPresent('$.decision.by.slackUserId'),
            {
              Or: [
                { Variable: '$.decision.by.slackUserId', StringMatches: 'U*' },
                { Variable: '$.decision.by.slackUserId', StringMatches: 'W*' },
              ],
            },
            isPresent('$.decision.by.email'),
            { Variable: '$.decision.by.email', StringMatches: '*@*' },
            {
              Not: { Variable: '$.decision.by.slackUserId', StringEqualsPath: '$.requestedBy.slackUserId' },
            },
            isPresent('$.decision.claimUntil'),
          ],
          Next: 'CompareApprover',
        },
      ],
      Default: 'SelfApproved',
    },
    OtherVersion: trouble('PolicyChanged', 'What was approved is not what the profile gave when it was inspected.'),
    CompareApprover: {
      Type: 'Pass',
      Comment:
        'The bot has refused this already. It is refused once more here: against those who take part, as Resolve found them and as they will claim, and against those whom the published profile names.',
      Parameters: {
        'takesPart.$': 'States.ArrayContains($.resolved.involved, $.decision.by.slackUserId)',
        'mailTakesPart.$': 'States.ArrayContains($.resolved.involved, $.decision.by.email)',
        'claims.$': 'States.ArrayContains($.resolved.users[*].claimant, $.decision.by.slackUserId)',
        'mailClaims.$':
          "States.ArrayContains($.resolved.users[*].mailbox, States.Hash($.decision.by.email, 'SHA-256'))",
        'isFound.$': 'States.ArrayContains($.inspection.Users[*].Found.UserName, $.decision.by.email)',
        'isNamed.$': 'States.ArrayContains($.inspection.Profile.Approvers.ids, $.decision.by.slackUserId)',
        'mailIsNamed.$': 'States.ArrayContains($.inspection.Profile.Approvers.emails, $.decision.by.email)',
      },
      ResultPath: '$.approver',
      Next: 'ApproverMayDecide',
    },
    ApproverMayDecide: {
      Type: 'Choice',
      Comment:
        'Who is in a user group of Slack no machine can tell: where the profile names one, the bot’s word stands.',
      Choices: [
        {
          Or: ['takesPart', 'mailTakesPart', 'claims', 'mailClaims', 'isFound'].map((part) =>
            isTrue(`$.approver.${part}`),
          ),
          Next: 'SelfApproved',
        },
        {
          Or: [
            isTrue('$.approver.isNamed'),
            isTrue('$.approver.mailIsNamed'),
            isPresent('$.inspection.Profile.Approvers.groups[0]'),
          ],
          Next: next,
        },
      ],
      Default: 'NotAnApprover',
    },
    SelfApproved: trouble('SelfApproval', 'The approver is the requester or one of the people in the request.'),
    NotAnApprover: trouble('NotAnApprover', 'The published profile does not name who approved.'),
  };
}
