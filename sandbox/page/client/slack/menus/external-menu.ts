import type { ExternalSelect, MultiExternalSelect } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { type ControlProps, optionsIn } from '../controls/held.ts';
import { slackWords } from '../words.ts';
import { type Choice, choiceOfOption, groupsOf } from './choice.ts';
import { frameOf } from './frame.ts';
import { Menu } from './menu.ts';
import { optionsOf, useSuggestions } from './use-suggestions.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const usualLength = 3;

type Props = ControlProps<ExternalSelect | MultiExternalSelect>;

/** Chooses among options that the app finds while somebody types. */
export function ExternalMenu({ element, held, onHold, ...field }: Props): VNode {
  const { action_id = '', min_query_length = usualLength } = element;
  const { form: words } = useWords(slackWords);
  const [text, setText] = useState('');
  const { suggestions, isLoading, failure, search } = useSuggestions(action_id, min_query_length);
  const frame = frameOf(element);

  const hold = (chosen: Choice[]) => {
    const known = [...optionsIn(held), ...optionsOf(suggestions)];
    const options = chosen.flatMap(({ id }) => known.find(({ value }) => value === id) ?? []);
    onHold(frame.isMany ? options : (options[0] ?? null));
  };
  const note = () => {
    if (failure) return `${words.menuFailed} (${failure.reason ?? failure.error})`;
    return text.length < min_query_length ? words.typeMore(min_query_length) : undefined;
  };

  return html`
    <${Menu}
      ...${{ ...field, ...frame, text, isLoading }}
      onText=${setText}
      onSearch=${search}
      chosen=${optionsIn(held).map(choiceOfOption)}
      onChosen=${hold}
      groups=${groupsOf(suggestions)}
      note=${note()}
    />
  `;
}
