import { html } from 'htm/preact';
import type { TargetedInputEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PersonSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Avatar } from './avatar.ts';
import { Badge } from './badge.ts';
import { canAct, listPeople } from './listed-people.ts';
import type { News } from './news.ts';
import { PersonFacts } from './person-facts.ts';
import { shellWords } from './words.ts';

type Props = { people: PersonSlice[]; current: string; news: News; onChoose(person: PersonSlice): void };

/** Who one is, and who else one could be. */
export function WhoYouAre({ people, current, news, onChoose }: Props): VNode {
  const words = useWords(shellWords);
  const [find, setFind] = useState('');
  const { listed, isLarge, hidden } = listPeople(people, { current, find, newsOf: news.of });
  const me = people.find(({ id }) => id === current);

  return html`
    <section class="shell-who" aria-labelledby="shell-who">
      <h2 id="shell-who">${words.youAre}</h2>
      ${
        me &&
        html`
        <div class="shell-me">
          <${Avatar} id=${me.id} name=${me.realName} />
          <div><strong dir="auto">${me.realName}</strong><${PersonFacts} person=${me} /></div>
        </div>
      `
      }
      <h3 id="shell-others">${words.beSomebodyElse}</h3>
      ${
        isLarge &&
        html`
        <input class="shell-find" type="search" aria-label=${words.findPerson} placeholder=${words.findPerson}
          value=${find} onInput=${(event: TargetedInputEvent<HTMLInputElement>) => setFind(event.currentTarget.value)} />
      `
      }
      <ul class="shell-people" aria-labelledby="shell-others">
        ${listed.map(
          (person) => html`
            <li key=${person.id}>
              <button type="button" class="shell-person" onClick=${() => onChoose(person)}>
                <${Avatar} id=${person.id} name=${person.realName} />
                <span class="shell-person-words">
                  <bdi class="shell-name">${person.realName}</bdi>
                  <${PersonFacts} person=${person} />
                </span>
                <${Badge} count=${news.of(person)} />
              </button>
            </li>
          `,
        )}
      </ul>
      <p class="shell-note" role="status">${hidden > 0 ? words.morePeople(hidden) : listed.length === 0 && words.noPerson}</p>
      <${WhoCannotAct} people=${people.filter((person) => !canAct(person))} />
    </section>
  `;
}

function WhoCannotAct({ people }: { people: PersonSlice[] }): VNode | null {
  const words = useWords(shellWords);
  if (people.length === 0) return null;
  return html`
    <details class="shell-cannot">
      <summary>${words.whoCannotAct(people.length)}</summary>
      <ul>
        ${people.slice(0, 30).map(
          ({ id, realName, kind }) => html`
            <li key=${id}><bdi class="shell-name">${realName}</bdi> <span>${words.whyNot[kind]}</span></li>
          `,
        )}
      </ul>
    </details>
  `;
}
