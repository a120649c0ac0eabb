import { DescribeExecutionCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { type OnboardingRequest, onboardingRequest } from '../contract/request.ts';
import { mailboxOf } from '../onboarding/email.ts';
import type { RecentAccess } from '../onboarding/recent-access.ts';

/** So many requests are looked at, the newest first: DescribeExecution shares 15 calls a second with decisions. */
export const LOOKED_AT = 40;

/** What `report` leaves as the output of an execution, as far as it is asked here. */
const summary = z.object({
  decidedBy: z.string().optional(),
  people: z.array(
    z.object({
      claimant: z.string(),
      made: z.array(z.string()),
      pending: z.array(z.object({ account: z.string() })).default([]),
    }),
  ),
});

/** Reads what somebody was given from what Step Functions remembers of the newest requests. */
export function createRecentAccess(sfn: SFNClient, onboardingArn: string) {
  /** @throws where AWS does not answer */
  return async function recentAccess(slackUserId: string, email: string): Promise<RecentAccess> {
    const isNamed = ({ people }: OnboardingRequest) =>
      people.slackUserIds.includes(slackUserId) ||
      (email !== '' && people.typed.some((typed) => mailboxOf(typed.email) === mailboxOf(email)));
    const found: RecentAccess = { given: [], open: [] };
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: onboardingArn, maxResults: LOOKED_AT }),
    );
    for (const { executionArn, status } of executions) {
      if (status !== 'RUNNING' && status !== 'SUCCEEDED') continue;
      const { input = 'null', output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      const { data: request } = onboardingRequest.safeParse(JSON.parse(input));
      if (!request) continue;
      if (status === 'RUNNING') {
        if (isNamed(request)) found.open.push({ request, accounts: request.accounts });
        continue;
      }
      const { data } = summary.safeParse(JSON.parse(output ?? 'null'));
      const mine = data?.people.find(({ claimant }) => claimant === slackUserId);
      // Of what AWS goes on preparing they were told, too.
      const given = mine ? [...mine.made, ...mine.pending.map(({ account }) => account)] : [];
      if (given.length === 0) continue;
      const accounts = request.accounts.filter(({ id }) => given.includes(id));
      found.given.push({ request, accounts, decidedBy: data?.decidedBy });
    }
    return found;
  };
}
