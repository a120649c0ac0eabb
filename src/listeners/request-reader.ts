import type { ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { OnboardingRequest } from '../contract/request.ts';
import { formErrors } from '../messages/requester/request-form.ts';
import { type Words, wordsFor } from '../messages/words/words-for.ts';
import { methodOf, methods } from '../methods/index.ts';
import { type Form, type FormRules, profileIn, readForm } from '../onboarding/form.ts';
import type { FormProblem } from '../onboarding/form-problem.ts';
import { refusalToAsk } from '../onboarding/may-ask.ts';
import { readPeople } from '../onboarding/named-people.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { SlackPerson } from '../onboarding/slack-person.ts';
import type { Rule } from '../watch/journal.ts';
import { refusedPeople } from './refused-people.ts';
import type { Services } from './services.ts';
import { within } from './within.ts';

/** Three times, and with the start's second and a half, within Slack's three. */
const LOOK_UP_MS = 400;

/** What was asked for, or a hint beside each field that it cannot be read from. */
type Read = { words: Words } & ({ request: OnboardingRequest } | { errors: Record<string, string> });

export type ReadRequest = ReturnType<typeof requestReader>;

/** Reads a form that was submitted, with every rule about who may ask for what, and for whom. */
export const requestReader =
  ({
    directory,
    permissions,
    policy,
    accounts,
    journal,
  }: Pick<Services, 'directory' | 'permissions' | 'policy' | 'accounts' | 'journal'>) =>
  async (view: ViewSubmitAction['view'], userId: string, log: Logger): Promise<Read> => {
    const requester = await within(LOOK_UP_MS, directory.person(userId), log);
    const words = wordsFor(requester?.locale ?? '');
    const profiles = requester && (await within(LOOK_UP_MS, permissions.profilesFor(requester), log));
    if (!requester || !profiles) return { words, errors: { reason: words.form.notSent } };

    const { approvals } = policy;
    const form = formOf(view);
    const read = readForm(form, {
      viewId: view.id,
      now: new Date(),
      requester,
      profiles,
      accounts,
      approvals,
      rulesFor,
    });
    const problems = [
      ...('problems' in read ? read.problems : []),
      ...(await refusedBySlack(form, profileIn(form, profiles), {
        directory,
        ms: LOOK_UP_MS,
        log,
        locale: requester.locale,
      })),
    ];
    if (!('problems' in read) && problems.length === 0) return { words, request: read.request };
    const rule = ruleAgainst(problems, requester);
    if (rule) journal.record({ event: 'refused', request: view.id, tried: 'ask', by: requester.id, rule });
    return { words, errors: formErrors(problems, words, view.blocks) };
  };

/** Asked whatever else is wrong, so that all mistakes are told at once. */
async function refusedBySlack(
  form: Form,
  profile: Profile | undefined,
  asking: Parameters<typeof refusedPeople>[3],
): Promise<FormProblem[]> {
  if (!profile) return [];
  const rules = rulesFor(profile);
  return refusedPeople(readPeople(form, profile, rules), profile, rules, asking);
}

/** Of a profile that is not chosen yet any method may be meant. */
function rulesFor(profile: Profile | undefined): FormRules {
  if (!profile)
    return {
      isUserName: (name) => Object.values(methods).some(({ isUserName }) => isUserName(name)),
      userNameRule: 'no-spaces',
      takesAccounts: true,
      targetsIn: (accounts) => accounts,
    };
  const { isUserName, userNameRule, takesAccounts, targetsIn } = methodOf(profile);
  return {
    isUserName,
    userNameRule,
    takesAccounts: takesAccounts(profile.grants),
    targetsIn: (accounts) => targetsIn(accounts, profile.grants),
  };
}

/** Most mistakes in a form are only mistakes. */
function ruleAgainst(problems: FormProblem[], person: SlackPerson): Rule | undefined {
  if (problems.some((problem) => problem.kind === 'may-not-request')) return refusalToAsk(person) ?? 'no-profile';
  return problems.some((problem) => problem.kind === 'profile-gone') ? 'profile-gone' : undefined;
}

function formOf(view: ViewSubmitAction['view']): Form {
  const field = (id: string) => view.state.values[id]?.[id];
  return {
    profile: field('profile')?.selected_option?.value,
    accounts: (field('accounts')?.selected_options ?? []).map(({ value }) => value),
    people: field('people')?.selected_users ?? [],
    others: field('others')?.value ?? '',
    reason: field('reason')?.value ?? '',
  };
}
