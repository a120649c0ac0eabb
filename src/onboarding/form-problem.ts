import type { SetAsideReason } from '../contract/people.ts';
import type { LineProblem } from './others.ts';

export type Field = 'profile' | 'accounts' | 'people' | 'others' | 'reason';

/** What a user name may be, in the terms of the form. */
export type UserNameRule = 'letters-and-digits' | 'no-spaces';

/** One mistake in the form: where it is and what it is about. The sentence for it is made in messages/. */
export type FormProblem = { field: Field } & (
  | Exclude<LineProblem, { kind: 'not-a-user-name' }>
  | { kind: 'not-a-user-name'; text: string; rule: UserNameRule }
  /** `instead`: what can be typed before it. */
  | { kind: 'makes-no-user-name'; text: string; rule: UserNameRule; instead: string | undefined }
  | { kind: 'missing' | 'profile-gone' | 'may-not-request' | 'nobody' }
  | { kind: 'accounts-loading' | 'accounts-not-loaded' | 'no-accounts' }
  | { kind: 'accounts-gone'; accounts: string[] }
  | { kind: 'not-offered'; profile: string; accounts: string[] }
  | { kind: 'email-domain'; text: string; profile: string; allowed: string[] }
  | { kind: 'cannot-be-onboarded'; people: { who: string; reason: SetAsideReason }[] }
  | { kind: 'too-many-people' | 'too-many-accounts'; count: number }
  | { kind: 'too-many-pairs'; people: number; across: number; inAll: number }
  | { kind: 'too-long' | 'too-many-lines'; count: number }
);
