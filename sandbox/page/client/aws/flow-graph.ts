import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ExecutionSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { type Flow, type Row, rowsOf } from './flow.ts';
import { type Mark, markOf, untouched } from './marks.ts';
import { stateWords } from './state-words.ts';
import { awsWords, wordFor } from './words.ts';

const signs: Record<Mark, string> = { ahead: '', current: '●', done: '✓', handled: '!', failed: '×', stopped: '■' };

/** The mark of the Map around it, if there is one. */
type Place = { execution: ExecutionSlice; inside?: Mark };

/** The states of an execution from top to bottom, as the graph view of Step Functions has them. */
export function FlowGraph({ flow, ...place }: Place & { flow: Flow }): VNode {
  const rows = rowsOf(flow, (name) => (place.execution.states[name]?.entered ?? 0) > 0);
  return html`
    <ol class="aws-flow">
      ${rows.map((row) => html`<${FlowRow} key=${row.step.name} row=${row} ...${place} />`)}
    </ol>
  `;
}

function FlowRow({ row, execution, inside }: Place & { row: Row }): VNode {
  const { executions: words, and } = useWords(awsWords);
  const inWords = useWords(stateWords);
  const { name, type } = row.step;
  const { entered, exited, failed } = execution.states[name] ?? untouched;
  const mark = markOf(name, execution, inside === undefined || inside === 'current');
  const isSmall = type === 'Choice' || type === 'Pass';
  const classes = ['aws-state', `aws-mark-${mark}`, isSmall && 'aws-state-small', row.step.inside && 'aws-state-map'];
  return html`
    <li class=${row.isSide ? 'aws-row aws-row-side' : 'aws-row'} aria-current=${mark === 'current' && 'step'}>
      <div class=${classes.filter(Boolean).join(' ')} title=${type}>
        <div class="aws-state-line">
          <span class="aws-state-name">
            <span class="aws-sign" aria-hidden="true">${signs[mark]}</span>${withBreaks(name)}
          </span>
          <span class="aws-state-words">${wordFor(name, inWords)}</span>
          ${inside && entered > 0 && !isSmall && html`<span class="aws-count">${words.count(exited, entered)}</span>`}
          ${inside && failed > 0 && html`<span class="aws-count aws-count-bad">${words.errors(failed)}</span>`}
          <span class="aws-unseen">${words.marks[mark]}${row.isSide && `${and}${words.side}`}</span>
        </div>
        ${row.step.inside && html`<${FlowGraph} flow=${row.step.inside} execution=${execution} inside=${mark} />`}
      </div>
    </li>
  `;
}

/** Where there is no room for a name, its words part. */
const withBreaks = (name: string) =>
  name.split(/(?=[A-Z])/).map((word, place) => (place === 0 ? word : html`<wbr />${word}`));
