import { html } from 'htm/preact';
import type { Ref, VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Choice, ChoiceGroup } from './choice.ts';
import type { useCombobox } from './use-combobox.ts';

type Combobox = Pick<ReturnType<typeof useCombobox<Choice>>, 'list' | 'option'>;

type Props = {
  popup: Ref<HTMLDivElement>;
  labelledBy: string;
  groups: ChoiceGroup[];
  combobox: Combobox;
  isLoading: boolean;
  note: string | undefined;
};

/** The choices of a menu, group by group, and a note. A click in it leaves the focus in the field. */
export function ChoicePopup({ popup, labelledBy, groups, combobox: { list, option }, isLoading, note }: Props): VNode {
  const id = useId();
  const before = (group: number) => groups.slice(0, group).reduce((sum, { choices }) => sum + choices.length, 0);

  const lines = ({ choices }: ChoiceGroup, group: number) =>
    choices.map(
      (choice, index) => html`<${Line} key=${choice.id} ...${{ choice, option: option(before(group) + index) }} />`,
    );

  return html`
    <div class="slack-popup" ref=${popup} onMouseDown=${(event: Event) => event.preventDefault()}>
      <div ...${list} class="slack-list" aria-labelledby=${labelledBy} aria-busy=${isLoading}>
        ${groups.map((group, index) =>
          group.label === undefined || group.choices.length === 0
            ? lines(group, index)
            : html`
              <div role="group" aria-labelledby="${id}-${index}">
                <div id="${id}-${index}" class="slack-list-label" dir="auto">${group.label}</div>
                ${lines(group, index)}
              </div>
            `,
        )}
      </div>
      <p class="slack-popup-note" role="status">${note}</p>
    </div>
  `;
}

function Line({
  choice: { text, handle, detail },
  option,
}: {
  choice: Choice;
  option: ReturnType<Combobox['option']>;
}): VNode {
  return html`
    <div ...${option} class="slack-option">
      <bdi>${text}</bdi>${handle && html` <span class="slack-handle"><bdi>${handle}</bdi></span>`}
      ${detail && html`<small><bdi>${detail}</bdi></small>`}
    </div>
  `;
}
