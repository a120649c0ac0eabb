import type { Option, OptionGroup } from '@slack/types';
import { asString } from '../text/as-string.ts';

/** One line of a menu; of a person with the handle beside the name. */
export type Choice = { id: string; text: string; handle?: string; detail?: string };

/** Lines of a menu, perhaps under a label. */
export type ChoiceGroup = { label?: string; choices: Choice[] };

export function choiceOfOption({ text, value = '', description }: Option): Choice {
  return {
    id: value,
    text: text.type === 'plain_text' ? asString(text) : text.text,
    ...(description && { detail: asString(description) }),
  };
}

/** A menu's options, or groups of them. */
export function groupsOf({
  options = [],
  option_groups,
}: {
  options?: Option[];
  option_groups?: OptionGroup[];
}): ChoiceGroup[] {
  if (!option_groups) return [{ choices: options.map(choiceOfOption) }];
  return option_groups.map(({ label, options }) => ({ label: asString(label), choices: options.map(choiceOfOption) }));
}

/** How names and what is typed are compared. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();

export function matching({ label, choices }: ChoiceGroup, text: string): ChoiceGroup {
  const wanted = comparable(text).trim();
  const found = choices.filter((choice) => comparable(choice.text).includes(wanted));
  return { ...(label !== undefined && { label }), choices: found };
}

/** What is left of a group when some of it was chosen. */
export function without({ choices, ...group }: ChoiceGroup, chosen: Choice[]): ChoiceGroup {
  return { ...group, choices: choices.filter(({ id }) => !chosen.some((other) => other.id === id)) };
}
