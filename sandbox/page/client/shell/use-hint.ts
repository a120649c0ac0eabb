import { useRef } from 'preact/hooks';
import type { AccountSlice, Slices } from '../../slices.ts';
import { useVisits } from '../aws/portal/visits.ts';
import { useWords } from '../language.ts';
import type { HintSetting } from './hint-setting.ts';
import { nextStep } from './next-step.ts';
import { isEnd, type Step } from './step.ts';
import { type ShellWords, shellWords } from './words.ts';

export type ShownHint = { step: Step; text: string };

/** What to do next, for whoever wants to be told. */
export function useHint(slices: Slices, hints: HintSetting): ShownHint | undefined {
  const { hint } = useWords(shellWords);
  const step = useNextStep(slices);
  return hints.isOn && step ? { step, text: textOf(step, hint) } : undefined;
}

/** Whoever comes when all is done, or goes on after it, needs no hint. */
function useNextStep(slices: Slices): Step | undefined {
  const before = useRef<Step | undefined>(undefined);
  const step = nextStep(slices, useVisits());
  if (step && isEnd(step) && !before.current) return undefined;
  before.current = step;
  return step;
}

function textOf(step: Step, words: ShellWords['hint']): string {
  switch (step.name) {
    case 'ask':
    case 'approve':
      return words[step.name](step.person.realName);
    case 'ask-next':
      return words['ask-next'](step.person.realName, step.way);
    case 'fill':
      return words.fill(step.takesAccounts ? step.way : undefined);
    case 'fetch':
      return words.fetch(step.person.realName, step.count);
    case 'fetch-next':
      return words['fetch-next'](step.person.realName, step.after.name, step.account.name);
    case 'copy':
    case 'sign-in':
    case 'sign-in-again':
    case 'read-mail':
      return words[step.name](step.userName, nameAtDoor(step.account));
    case 'to-portal':
      return words['to-portal'](step.person?.realName, step.userName);
    case 'mailed-code':
      return words['mailed-code'](step.email);
    default:
      return words[step.name];
  }
}

/** What is typed at the sign-in: an id tells nobody where they are. */
const nameAtDoor = ({ alias, name, id }: AccountSlice): string => alias ?? `${name} (${id})`;
