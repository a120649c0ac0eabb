import type { TypedPerson } from '../contract/people.ts';
import type { FormProblem, UserNameRule } from './form-problem.ts';
import { readOthers } from './others.ts';
import type { Profile } from './profile.ts';
import { userNameFor, userNameLike } from './user-name.ts';

/** What the profile's method takes for a user name. */
export type UserNames = { isUserName(name: string): boolean; userNameRule: UserNameRule };

/** Who was picked and who was typed in, each picked one once. */
export function readPeople(
  form: { people: string[]; others: string },
  profile: Pick<Profile, 'userName'> | undefined,
  { isUserName, userNameRule: rule }: UserNames,
): { people: string[]; typed: TypedPerson[]; problems: FormProblem[] } {
  // A client may send anything; what is no Slack id must not reach a mention.
  const people = [...new Set(form.people.filter((id) => /^[UW][A-Z0-9]+$/.test(id)))];
  const { typed, problems } = readOthers(form.others, isUserName);
  const nameless = typed.filter(
    ({ email, userName }) => profile && userName === undefined && !isUserName(userNameFor(profile.userName, email)),
  );
  return {
    people,
    typed,
    problems: [
      ...problems.map(
        (problem): FormProblem =>
          problem.kind === 'not-a-user-name' ? { field: 'others', rule, ...problem } : { field: 'others', ...problem },
      ),
      ...nameless.map(
        ({ email }): FormProblem => ({
          field: 'others',
          kind: 'makes-no-user-name',
          text: email,
          rule,
          instead: userNameLike(email, isUserName),
        }),
      ),
    ],
  };
}
