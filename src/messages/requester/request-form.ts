import type { InputBlock, KnownBlock, ModalView, OptionGroup, PlainTextOption } from '@slack/types';
import { MAX_ACCOUNTS, MAX_PEOPLE } from '../../contract/sizes.ts';
import { wordedFor } from '../../contract/worded.ts';
import { methodOf } from '../../methods/index.ts';
import { beginning } from '../../onboarding/characters.ts';
import { LOADING, NOTHING } from '../../onboarding/chosen-accounts.ts';
import { MAX_REASON } from '../../onboarding/form.ts';
import type { FormProblem } from '../../onboarding/form-problem.ts';
import type { Account, Profile } from '../../onboarding/profile.ts';
import { plain, section } from '../kit/blocks.ts';
import type { Words } from '../words/words-for.ts';

/**
 * The modal of `/onboard`, as the chosen profile wants it. Updated, its fields keep what was typed: their ids stay the same
 * (facts of Slack: docs.slack.dev, Updating views). Which profile it follows is kept with the view, for the type-ahead of accounts.
 */
export function requestForm(profiles: Profile[], words: Words, chosen?: Profile): ModalView {
  const { form } = words;
  const [only] = profiles;
  const followed = chosen ?? (profiles.length === 1 ? only : undefined);
  const takesAccounts = !followed || methodOf(followed).takesAccounts(followed.grants);
  const blocks: KnownBlock[] = [
    profileField(profiles, words),
    ...(takesAccounts ? [accountsField(form)] : []),
    // Slack calls each of the next two optional, and one of them is not.
    { ...section(form.whoHint), block_id: 'who' },
    peopleField(form),
    othersField(form),
    reasonField(form),
  ];
  return {
    type: 'modal',
    callback_id: 'request',
    private_metadata: followed?.id ?? '',
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.cancel),
    blocks,
  };
}

/** Choosing redraws the form. */
const profileField = (profiles: Profile[], { form, language }: Words): InputBlock => {
  const options = profiles.map((profile) => profileOption(profile, language));
  const [only] = options;
  return {
    type: 'input',
    block_id: 'profile',
    dispatch_action: true,
    label: plain(form.profile),
    element: {
      type: 'static_select',
      action_id: 'profile',
      placeholder: plain(form.profilePlaceholder),
      options,
      ...(only && options.length === 1 && { initial_option: only }),
    },
  };
};

const peopleField = (form: Words['form']): InputBlock => ({
  type: 'input',
  block_id: 'people',
  optional: true,
  label: plain(form.people),
  element: {
    type: 'multi_users_select',
    action_id: 'people',
    placeholder: plain(form.peoplePlaceholder),
    max_selected_items: MAX_PEOPLE,
  },
});

const othersField = (form: Words['form']): InputBlock => ({
  type: 'input',
  block_id: 'others',
  optional: true,
  label: plain(form.others),
  hint: plain(form.othersHint),
  element: {
    type: 'plain_text_input',
    action_id: 'others',
    multiline: true,
    placeholder: plain(form.othersPlaceholder),
  },
});

const reasonField = (form: Words['form']): InputBlock => ({
  type: 'input',
  block_id: 'reason',
  label: plain(form.reason),
  element: {
    type: 'plain_text_input',
    action_id: 'reason',
    multiline: true,
    max_length: MAX_REASON,
    placeholder: plain(form.reasonPlaceholder),
  },
});

const accountsField = (form: Words['form']): KnownBlock => ({
  type: 'input',
  block_id: 'accounts',
  label: plain(form.accounts),
  hint: plain(form.accountsHint),
  element: {
    type: 'multi_external_select',
    action_id: 'accounts',
    placeholder: plain(form.accountsPlaceholder),
    min_query_length: 0,
    max_selected_items: MAX_ACCOUNTS,
  },
});

function profileOption({ id, name, description }: Profile, language: string): PlainTextOption {
  return { text: plain(wordedFor(name, language)), description: plain(wordedFor(description, language)), value: id };
}

/** What stands beside the fields that are `shown`: one text per field, every problem in it. */
export function formErrors(
  problems: FormProblem[],
  words: Words,
  shown: { block_id?: string | undefined }[],
): Record<string, string> {
  // Sent at once after a choice: the form does not show yet what the choice asks for, and Slack takes errors for what it shows alone.
  if (problems.some(({ field }) => !shown.some(({ block_id }) => block_id === field)))
    return { profile: words.form.stillFollowing };
  const byField = Object.groupBy(problems, ({ field }) => field);
  return Object.fromEntries(
    Object.entries(byField).map(([field, found]) => [
      field,
      words.form.allProblems([
        ...found.slice(0, MAX_SHOWN).map((problem) => words.formProblem(clipped(problem))),
        ...(found.length > MAX_SHOWN ? [words.form.moreProblems(found.length - MAX_SHOWN)] : []),
      ]),
    ]),
  );
}

/** Mistakes that are told at once in one field: there is little room, and after the first few the pattern is clear. */
const MAX_SHOWN = 3;

/** An error beside a field has little room: of a long text its beginning is enough to find it. */
function clipped(problem: FormProblem): FormProblem {
  if ('text' in problem) return { ...problem, text: clip(problem.text, 80) };
  if (problem.kind === 'cannot-be-onboarded')
    return { ...problem, people: problem.people.map(({ who, reason }) => ({ who: clip(who, 50), reason })) };
  if (!('accounts' in problem)) return problem;
  const shown = problem.accounts.slice(0, MAX_SHOWN).map((name) => clip(name, 50));
  return { ...problem, accounts: problem.accounts.length > MAX_SHOWN ? [...shown, '…'] : shown };
}

/** What the account's type-ahead has to answer with; `isNone`: whatever is typed, no account is offered. */
type Suggested = { found: Account[]; more: number; isLoaded: boolean; hasFailed: boolean; isNone: boolean };

/**
 * Answers the account's type-ahead, and says so where there is nothing to choose from. Slack takes at most 100 options; how many are left
 * out stands in the group's label.
 */
export function accountOptions(
  { found, more, isLoaded, hasFailed, isNone }: Suggested,
  { form }: Words,
): { options: PlainTextOption[] } | { option_groups: OptionGroup[] } {
  const says = ({ text, whatToDo }: Words['form']['noAccounts'], value: string) => ({
    options: [{ text: plain(text), description: plain(whatToDo), value }],
  });
  if (!isLoaded) return says(hasFailed ? form.accountsNotLoaded : form.accountsLoading, LOADING);
  if (isNone) return says(form.noAccounts, NOTHING);
  const options = found.map(accountOption);
  if (more === 0) return { options };
  return { option_groups: [{ label: plain(form.accountsMore(found.length, more)), options }] };
}

/** An option's text and description take 75 characters. Source: docs.slack.dev, Option object. */
function accountOption({ id, name, unitPath }: Account): PlainTextOption {
  const text = plain(`${clip(name, 58)} (${id})`);
  return { text, value: id, ...(unitPath !== '' && { description: plain(clip(unitPath, 75)) }) };
}

function clip(text: string, max: number): string {
  return text.length <= max ? text : `${beginning(text, max - 1)}…`;
}
