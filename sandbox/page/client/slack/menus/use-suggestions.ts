import type { PlainTextOption } from '@slack/types';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { FormContext, type Suggestions } from '../modals/form.ts';
import { type Failure, failureOf } from '../trouble.ts';

export function optionsOf({ options = [], option_groups = [] }: Suggestions): PlainTextOption[] {
  return [...options, ...option_groups.flatMap((group) => group.options)];
}

type Found = { suggestions: Suggestions; isLoading: boolean; failure?: Failure | undefined };

/** Milliseconds without another key before the app is asked. */
const pause = 120;

/** Asks the app while somebody types; an answer to an older text is dropped. */
export function useSuggestions(actionId: string, leastLength: number) {
  const form = useContext(FormContext);
  const [found, setFound] = useState<Found>({ suggestions: {}, isLoading: false });
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(text: string): void {
    turn.current += 1;
    const mine = turn.current;
    clearTimeout(timer.current);
    if (!form || text.length < leastLength) {
      setFound({ suggestions: {}, isLoading: false });
      return;
    }
    setFound(({ suggestions }) => ({ suggestions, isLoading: true }));
    const ask = async () => {
      const suggestions = await form.suggest(actionId, text);
      if (mine === turn.current) setFound({ suggestions, isLoading: false, failure: failureOf(suggestions) });
    };
    timer.current = setTimeout(ask, text === '' ? 0 : pause);
  }

  return { ...found, search };
}
