import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { formErrors } from '../../messages/requester/request-form.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import { methodOf, methods } from '../../methods/index.ts';
import { type Form, type FormProblem, type FormRules, readForm } from '../../onboarding/form.ts';
import type { Profile } from '../../onboarding/profile.ts';
import type { SlackPerson } from '../../onboarding/slack-person.ts';
import type { Rule } from '../../watch/journal.ts';
import { refusedOutsiders } from '../outsiders.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

/** Three times, and with the start's second and a half, within Slack's three. */
const LOOK_UP_MS = 400;

/** The form was submitted: refuses it with a hint beside each field, or starts the workflow. */
export const submitRequest =
  ({ directory, permissions, policy, accounts, workflow, journal, ...services }: Omit<Services, 'answering'>) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const log = services.log.child({ request: view.id });
    const requester = await within(LOOK_UP_MS, directory.person(body.user.id), log);
    const words = wordsFor(requester?.locale ?? '');
    const notSent = () => ack({ response_action: 'errors', errors: { reason: words.form.notSent } });
    const profiles = requester && (await within(LOOK_UP_MS, permissions.profilesFor(requester), log));
    if (!requester || !profiles) return notSent();

    const facts = {
      viewId: view.id,
      now: new Date(),
      requester,
      profiles,
      accounts,
      approvals: policy.approvals,
      rulesFor,
    };
    const refuse = (problems: FormProblem[]) =>
      ack({ response_action: 'errors', errors: formErrors(problems, words, view.blocks) });
    const read = readForm(formOf(view), facts);
    if ('problems' in read) {
      const rule = ruleAgainst(read.problems, requester);
      if (rule) journal.record({ event: 'refused', request: view.id, tried: 'ask', by: requester.id, rule });
      return refuse(read.problems);
    }
    const outsiders = await refusedOutsiders(read.request.people.typed, read.profile, {
      directory,
      ms: LOOK_UP_MS,
      log,
    });
    if (outsiders.length > 0) return refuse(outsiders);

    // Started before it is acknowledged: if it cannot be, the form stays open with everything typed.
    try {
      const isNew = await workflow.start(read.request);
      if (!isNew) return ack({ response_action: 'errors', errors: { reason: words.form.sentBefore } });
    } catch (err) {
      log.error({ err }, 'a request could not be started');
      return notSent();
    }
    await ack();
  };

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
function ruleAgainst(problems: FormProblem[], { kind }: SlackPerson): Rule | undefined {
  if (problems.some((problem) => problem.kind === 'may-not-request')) return kind === 'member' ? 'no-profile' : kind;
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
