import type { Logger } from 'pino';
import type { TypedPerson } from '../contract/people.ts';
import { wordedFor } from '../contract/worded.ts';
import { isAllowedOutside } from '../onboarding/email.ts';
import type { FormProblem } from '../onboarding/form-problem.ts';
import type { UserNames } from '../onboarding/named-people.ts';
import type { Profile } from '../onboarding/profile.ts';
import { reasonAgainstPicked } from '../onboarding/resolve.ts';
import type { Directory } from '../slack/directory.ts';
import { within } from './within.ts';

/** So many addresses are looked up while somebody waits (users.lookupByEmail: tier 3, 50 a minute): `resolve` looks up all. */
const MOST_TYPED = 5;
/** So many of those who were picked (users.info: tier 4, 100 a minute). */
const MOST_PICKED = 20;

type Named = { people: string[]; typed: TypedPerson[] };
type Asking = { directory: Directory; ms: number; log: Logger; locale: string };

/** Who was named and cannot be onboarded, as far as Slack says so in time: its menu offers everybody. */
export async function refusedPeople(
  { people, typed }: Named,
  profile: Profile,
  rules: Pick<UserNames, 'isUserName'>,
  asking: Asking,
): Promise<FormProblem[]> {
  const [picked, outsiders] = await Promise.all([
    refusedOfPicked(people, { ...profile, ...rules }, asking),
    refusedOutsiders(typed, profile, asking),
  ]);
  return [...picked, ...outsiders];
}

/** Those who were picked and are bots, guests where those are refused, or of another workspace, among others. */
async function refusedOfPicked(
  people: string[],
  rules: Parameters<typeof reasonAgainstPicked>[1],
  { directory, ms, log }: Asking,
): Promise<FormProblem[]> {
  const found = await Promise.all(people.slice(0, MOST_PICKED).map((id) => within(ms, directory.person(id), log)));
  const refused = found.flatMap((person) => {
    const reason = person && reasonAgainstPicked(person, rules);
    return reason ? [{ who: person.name, reason }] : [];
  });
  return refused.length > 0 ? [{ field: 'people', kind: 'cannot-be-onboarded', people: refused }] : [];
}

/** The typed addresses that are of nobody in Slack and of no domain that the profile allows. */
async function refusedOutsiders(
  typed: TypedPerson[],
  { name, emailDomains }: Profile,
  { directory, ms, log, locale }: Asking,
): Promise<FormProblem[]> {
  const asked = typed.filter(({ email }) => !isAllowedOutside(email, { emailDomains })).slice(0, MOST_TYPED);
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
    .map(({ email }) => ({
      field: 'others',
      kind: 'email-domain',
      text: email,
      profile: wordedFor(name, locale),
      allowed: emailDomains,
    }));
}
