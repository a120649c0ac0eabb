import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { WorldSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import type { useCombobox } from './menus/use-combobox.ts';
import { slackWords } from './words.ts';

type Props = {
  items: WorldSlice['commands'];
  combobox: Pick<ReturnType<typeof useCombobox>, 'list' | 'option'>;
};

/** The commands that fit to what was typed so far. */
export function CommandList({ items, combobox: { list, option } }: Props): VNode {
  const { composer: words } = useWords(slackWords);
  return html`
    <div class="slack-commands" onMouseDown=${(event: Event) => event.preventDefault()}>
      <div ...${list} aria-label=${words.commands}>
        ${items.map(
          ({ command, usageHint, description }, index) => html`
            <div key=${command} ...${option(index)} class="slack-option">
              <span><b>${command}</b> ${usageHint}</span>
              <small>${description}</small>
            </div>
          `,
        )}
      </div>
    </div>
  `;
}
