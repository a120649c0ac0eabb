import type { MultiUsersSelect, UsersSelect } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PersonSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { type ControlProps, valuesIn } from '../controls/held.ts';
import { useReader } from '../reader.ts';
import { slackWords } from '../words.ts';
import type { Choice } from './choice.ts';
import { findPeople, indexPeople } from './find-people.ts';
import { frameOf, idsOf } from './frame.ts';
import { Menu } from './menu.ts';

const mostShown = 30;

/** Chooses one person or several out of the workspace. */
export function PeopleMenu({ element, held, onHold, ...field }: ControlProps<UsersSelect | MultiUsersSelect>): VNode {
  const { form: words } = useWords(slackWords);
  const { people } = useReader();
  const [text, setText] = useState('');
  const index = useMemo(() => indexPeople(people), [people]);
  const ids = valuesIn(held);
  const frame = frameOf(element);
  const found = findPeople(index, text).filter(({ id }) => !ids.includes(id));

  return html`
    <${Menu}
      ...${{ ...field, ...frame, text }}
      onText=${setText}
      chosen=${ids.map((id) => choiceOfId(id, people))}
      onChosen=${(chosen: Choice[]) => onHold(idsOf(chosen, frame))}
      groups=${[{ choices: found.slice(0, mostShown).map(choiceOf) }]}
      note=${found.length > mostShown ? words.moreThanShown : undefined}
    />
  `;
}

function choiceOfId(id: string, people: PersonSlice[]): Choice {
  const person = people.find((one) => one.id === id);
  return person ? choiceOf(person) : { id, text: id };
}

function choiceOf({ id, name, realName }: PersonSlice): Choice {
  return { id, text: realName, handle: name };
}
