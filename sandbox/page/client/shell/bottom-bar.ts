import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PersonSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Avatar } from './avatar.ts';
import { Badge } from './badge.ts';
import type { Pane } from './place.ts';
import { shellWords } from './words.ts';

const panes: Pane[] = ['people', 'slack', 'aws'];

type Props = {
  /** Who one is, which the bar alone tells on a narrow screen. */
  me: PersonSlice | undefined;
  current: Pane;
  news: Record<Pane, number>;
  onChoose(pane: Pane): void;
};

/** On a narrow screen: which pane to see, and where something is new. */
export function BottomBar({ me, current, news, onChoose }: Props): VNode {
  const words = useWords(shellWords);
  return html`
    <nav class="shell-bar" aria-label=${words.parts}>
      ${panes.map(
        (pane) => html`
          <button type="button" key=${pane} aria-current=${pane === current ? 'page' : undefined}
            onClick=${() => onChoose(pane)}>
            ${pane === 'people' && me && html`<${Avatar} id=${me.id} name=${me.realName} />`}
            ${words.panes[pane]}
            <${Badge} count=${news[pane]} />
          </button>
        `,
      )}
    </nav>
  `;
}
