import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ExecutionSlice } from '../../slices.ts';
import { useLanguage, useWords } from '../language.ts';
import { durationText, momentText, useNow } from './clock.ts';
import { endOf } from './execution-end.ts';
import { isRecorded } from './execution-groups.ts';
import type { Names } from './names.ts';
import { awsWords, wordFor } from './words.ts';

/** An execution in a list: what it is, what it is about, how it goes, since when. */
export function ExecutionLine({
  execution,
  times,
  names,
}: {
  execution: ExecutionSlice;
  times: number;
  names: Names;
}): VNode {
  const { executions: words } = useWords(awsWords);
  const { machine, startedBy, error } = execution;
  const plain = wordFor(machine, words.machines);
  const notRecorded = isRecorded(execution) ? undefined : wordFor(machine, words.notRecorded);
  return html`
    <span class="aws-line-head">
      <span class="aws-line-title">${plain ?? machine}${times > 1 && ` ${words.times(times)}`}</span>
      <${Status} execution=${execution} />
    </span>
    ${startedBy === undefined && html`<${About} execution=${execution} names=${names} />`}
    <span class="aws-line-facts">
      ${plain && html`<code>${machine}</code>`}
      <${Times} execution=${execution} />
      ${!isRecorded(execution) && error && html`<code>${error}</code>`}
      ${notRecorded && html`<span>${notRecorded}</span>`}
    </span>
  `;
}

function Status({ execution }: { execution: ExecutionSlice }): VNode {
  const { executions: words } = useWords(awsWords);
  const end = endOf(execution);
  return html`<span class=${`aws-status aws-status-${end.toLowerCase()}`}>${words.status[end]}</span>`;
}

function About({ execution: { about = {} }, names }: { execution: ExecutionSlice; names: Names }): VNode | null {
  const { executions: words } = useWords(awsWords);
  const { accounts, people, requestedBy } = about;
  if (accounts === undefined && people === undefined && requestedBy === undefined) return null;
  return html`
    <span class="aws-line-about">
      ${accounts && html`<${AccountsOf} accounts=${accounts.map(names.ofAccount)} />`}
      ${people !== undefined && html`<span>${words.people(people)}</span>`}
      ${requestedBy !== undefined && html`<span>${words.askedBy} <bdi>${names.ofPerson(requestedBy)}</bdi></span>`}
    </span>
  `;
}

/** So many accounts are named; of more it is told how many. */
const named = 2;

function AccountsOf({ accounts }: { accounts: string[] }): VNode {
  const { executions: words, and } = useWords(awsWords);
  if (accounts.length === 0) return html`<span>${words.groupsAlone}</span>`;
  return accounts.length > named
    ? html`<span title=${accounts.join(and)}>${words.accounts(accounts.length)}</span>`
    : html`<bdi>${accounts.join(and)}</bdi>`;
}

function Times({ execution: { status, startDate, stopDate } }: { execution: ExecutionSlice }): VNode {
  const { executions: words } = useWords(awsWords);
  const language = useLanguage();
  const now = useNow(status === 'RUNNING');
  const end = stopDate ? Date.parse(stopDate) : now;
  return html`
    <time datetime=${startDate} title=${words.started}>${momentText(startDate, language)}</time>
    <span title=${words.duration}>${durationText(end - Date.parse(startDate), language)}</span>
  `;
}
