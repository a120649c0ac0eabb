import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ExecutionSlice, MachineSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { type Group, isRecorded } from './execution-groups.ts';
import { ExecutionLine } from './execution-line.ts';
import { ExecutionStates } from './execution-states.ts';
import type { Names } from './names.ts';
import { awsWords } from './words.ts';

/** An execution and those that it started; below them the states of the one of them that is opened. */
export function ExecutionGroup({
  group: { execution, started, times },
  machines,
  names,
  opened,
  onToggle,
}: {
  group: Group;
  machines: MachineSlice[];
  names: Names;
  opened: string | undefined;
  onToggle: (arn: string) => void;
}): VNode {
  const { executions: words } = useWords(awsWords);
  const inFocus = [execution, ...started].find(({ arn }) => arn === opened);
  const machine = machines.find(({ name }) => name === inFocus?.machine);

  const line = (one: ExecutionSlice, times = 1) => {
    const content = html`<${ExecutionLine} execution=${one} times=${times} names=${names} />`;
    if (!isRecorded(one)) return html`<div class="aws-line">${content}</div>`;
    return html`
      <button type="button" class="aws-line" aria-expanded=${one === inFocus} onClick=${() => onToggle(one.arn)}>
        ${content}
      </button>
    `;
  };

  return html`
    <li class="aws-group">
      ${line(execution, times)}
      ${
        started.length > 0 &&
        html`
          <ul class="aws-started" aria-label=${words.startedByIt}>
            ${started.map((one) => html`<li key=${one.arn}>${line(one)}</li>`)}
          </ul>
        `
      }
      ${inFocus && machine && html`<${ExecutionStates} key=${inFocus.arn} execution=${inFocus} machine=${machine} />`}
    </li>
  `;
}
