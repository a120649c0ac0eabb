import { useRef } from 'preact/hooks';
import type { AccountSlice, Slices } from '../../slices.ts';
import { useWords } from '../language.ts';
import type { HintSetting } from './hint-setting.ts';
import { nextStep, type Step } from './next-step.ts';
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
  const step = nextStep(slices);
  if (step?.name === 'done' && !before.current) return undefined;
  before.current = step;
  return step;
}

function textOf(step: Step, words: ShellWords['hint']): string {
  switch (step.name) {
    case 'ask':
    case 'approve':
      return words[step.name](step.person.realName);
    case 'fetch':
      return words.fetch(step.person.realName, step.count);
    case 'fetch-next':
      return words['fetch-next'](step.person.realName, step.after.name, step.account.name);
    case 'copy':
    case 'sign-in':
    case 'sign-in-again':
    case 'read-mail':
      return words[step.name](step.userName, nameAtDoor(step.account));
    default:
      return words[step.name];
  }
}

/** What is typed at the sign-in: an id tells nobody where they are. */
const nameAtDoor = ({ alias, name, id }: AccountSlice): string => alias ?? `${name} (${id})`;
