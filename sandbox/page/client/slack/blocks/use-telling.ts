import type { InputBlock } from '@slack/types';
import { useContext, useState } from 'preact/hooks';
import { isOfInputMethod } from '../ime.ts';
import { FormContext } from '../modals/form.ts';
import { type Failure, failureOf, type Outcome } from '../trouble.ts';

/**
 * Lets the app know of a field before the form is sent, where its block asks for that: of each choice; of what is typed at
 * Enter, or at each character where the element says so.
 * https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
 */
export function useTelling({ dispatch_action: isTelling = false, element }: InputBlock) {
  const form = useContext(FormContext);
  const [failure, setFailure] = useState<Failure>();
  const isTyped = element.type.endsWith('_input');
  const config = 'dispatch_action_config' in element ? element.dispatch_action_config : undefined;
  const triggers = config?.trigger_actions_on ?? ['on_enter_pressed'];

  const watch = async (telling: Promise<Outcome> | undefined): Promise<void> => {
    setFailure(undefined);
    if (telling) setFailure(failureOf(await telling));
  };

  return {
    failure,
    onChange(): void {
      if (isTelling && (!isTyped || triggers.includes('on_character_entered'))) void watch(form?.tell());
    },
    /** In a field of several lines Enter begins another one. */
    onKey(event: KeyboardEvent): void {
      if (!isTelling || !isTyped || !triggers.includes('on_enter_pressed')) return;
      if (event.key !== 'Enter' || isOfInputMethod(event) || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      void watch(form?.enter(element.action_id ?? ''));
    },
  };
}
