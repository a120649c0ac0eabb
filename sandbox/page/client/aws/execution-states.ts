import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ExecutionSlice, MachineSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { endOf } from './execution-end.ts';
import { flowOf } from './flow.ts';
import { FlowGraph } from './flow-graph.ts';
import { currentStates } from './marks.ts';
import { stateWords } from './state-words.ts';
import { awsWords, wordFor } from './words.ts';

const ahead = 'aws-terminal';
const reached = 'aws-terminal aws-terminal-on';

/** One execution as its states: where it is in words, why it failed, and the graph. */
export function ExecutionStates({ execution, machine }: { execution: ExecutionSlice; machine: MachineSlice }): VNode {
  const { executions: words, and } = useWords(awsWords);
  const inWords = useWords(stateWords);
  const flow = useMemo(() => flowOf(machine.definition), [machine.definition]);
  const { status, outcome, error, cause } = execution;
  const now = currentStates(flow, execution).map((name) => wordFor(name, inWords) ?? name);
  return html`
    <div class="aws-states">
      <p class="aws-now" role="status">
        ${status === 'RUNNING' && html`<span class="aws-now-label">${words.now}</span>${now.join(and)}`}
        ${outcome ? words.endsWith(words.status[endOf(execution)]) : words.ends[status]}
      </p>
      ${
        (error || cause) &&
        html`
          <dl class="aws-failure" tabindex="0">
            ${error && html`<div><dt>${words.error}</dt><dd lang="en">${error}</dd></div>`}
            ${cause && html`<div><dt>${words.cause}</dt><dd lang="en" dir="auto">${cause}</dd></div>`}
          </dl>
        `
      }
      <section class="aws-graph" aria-label=${words.statesOf(machine.name)}>
        <p class=${reached} aria-hidden="true">${words.start}</p>
        <${FlowGraph} flow=${flow} execution=${execution} />
        <p class=${status === 'SUCCEEDED' ? reached : ahead} aria-hidden="true">${words.end}</p>
      </section>
    </div>
  `;
}
