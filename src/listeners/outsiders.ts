import type { Logger } from 'pino';
import type { TypedPerson } from '../contract/people.ts';
import { isAllowedOutside } from '../onboarding/email.ts';
import type { FormProblem } from '../onboarding/form.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Directory } from '../slack/directory.ts';
import { within } from './within.ts';

/** So many are looked up while somebody waits (users.lookupByEmail: tier 3, 50 a minute): `resolve` looks up all. */
const MOST = 5;

/** The typed addresses that are of nobody in Slack and of no domain that the profile allows, as far as Slack says so in time. */
export async function refusedOutsiders(
  typed: TypedPerson[],
  { name, emailDomains }: Profile,
  { directory, ms, log }: { directory: Directory; ms: number; log: Logger },
): Promise<FormProblem[]> {
  const asked = typed.filter(({ email }) => !isAllowedOutside(email, { emailDomains })).slice(0, MOST);
  const known = await Promise.all(
    asked.map(({ email }) =>
      within(
        ms,
        directory.findByEmail(email).then((found) => ({ found })),
        log,
      ),
    ),
  );
  return asked
    .filter((_, i) => known[i] && !known[i].found)
    .map(({ email }) => ({ field: 'others', kind: 'email-domain', text: email, profile: name, allowed: emailDomains }));
}
