import { z } from 'zod';
import { GROUPS } from '../../../src/contract/access.ts';
import type { Entry as KeptEntry } from '../../aws/states/executions.ts';
import type { HistoryEvent } from '../../aws/states/history.ts';
import type { Machine } from '../../aws/states/machines.ts';
import type { ExecutionSlice } from '../slices.ts';

/** What is kept of an execution; of its machine it takes no more than this. */
export type Entry = Omit<KeptEntry, 'machine'> & { machine: Pick<Machine, 'name' | 'type'> };

/**
 * So many that have ended are shown, of each Express machine for itself: the passwords of many e-mails would push what they
 * belong to out of a list of all, and so would the checks of a bot that was started again and again.
 */
const most = { STANDARD: 30, EXPRESS: 60 };

/** The newest executions, and all that run; those to which nothing happened since are not read again. */
export function createExecutionsReader({ executions }: { executions(): Entry[] }): () => ExecutionSlice[] {
  const read = new WeakMap<Entry, { events: number; slice: ExecutionSlice }>();

  const readAgain = (entry: Entry): ExecutionSlice => {
    const events = entry.history?.length ?? 0;
    const known = read.get(entry);
    if (known?.events === events && known.slice.status === entry.status) return known.slice;
    const slice = show(entry);
    read.set(entry, { events, slice });
    return slice;
  };
  return () => {
    const ended = new Map<string, number>();
    const isShown = ({ status, machine: { name, type } }: Entry) => {
      if (status === 'RUNNING') return true;
      const kind = type === 'STANDARD' ? type : name;
      const count = (ended.get(kind) ?? 0) + 1;
      ended.set(kind, count);
      return count <= most[type];
    };
    return executions().filter(isShown).map(readAgain);
  };
}

function show(entry: Entry): ExecutionSlice {
  const { executionArn, name, machine, status, startDate, stopDate, error, cause, input, output, history = [] } = entry;
  return {
    arn: executionArn,
    name,
    machine: machine.name,
    status,
    startDate: startDate.toISOString(),
    ...(stopDate && { stopDate: stopDate.toISOString() }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(input !== undefined && subjectOf(input)),
    ...(output !== undefined && outcomeOf(output)),
    states: countStates(history),
  };
}

const accountRef = z.object({ id: z.string(), name: z.string() });
const inputShape = z.object({
  AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: z.string().optional(),
  accounts: z.array(accountRef).optional(),
  Accounts: z.array(accountRef).optional(),
  Targets: z.array(z.object({ AccountId: z.string() })).optional(),
  requestedBy: z.object({ slackUserId: z.string() }).optional(),
  profile: z.object({ method: z.string() }).optional(),
  people: z.object({ slackUserIds: z.array(z.string()), typed: z.array(z.unknown()) }).optional(),
  Users: z.array(z.unknown()).optional(),
});

/** What an input says of the whole: the request's own, or what it hands to the machines that it starts. */
function subjectOf(input: string): Pick<ExecutionSlice, 'startedBy' | 'about'> {
  const { data } = inputShape.safeParse(JSON.parse(input));
  if (!data) return {};
  const startedBy = data.AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID;
  const named = (data.accounts ?? data.Accounts)?.map(({ name }) => name);
  const accounts = named ?? (data.Targets && accountsAmong(data.Targets));
  const requestedBy = data.requestedBy?.slackUserId;
  const method = data.profile?.method;
  const people = data.people ? data.people.slackUserIds.length + data.people.typed.length : data.Users?.length;
  return {
    ...(startedBy !== undefined && { startedBy }),
    about: {
      ...(accounts && { accounts }),
      ...(method !== undefined && { method }),
      ...(requestedBy !== undefined && { requestedBy }),
      ...(people !== undefined && { people }),
      ...(data.people && { beneficiaries: data.people.slackUserIds }),
    },
  };
}

/** An account is a target once for each thing that is given in it; membership of groups is one, too, and in no account. */
const accountsAmong = (targets: { AccountId: string }[]): string[] => [
  ...new Set(targets.map(({ AccountId }) => AccountId).filter((id) => id !== GROUPS)),
];

const outputShape = z.object({
  outcome: z.enum(['boarded', 'denied', 'withdrawn', 'expired', 'nobody', 'failed']),
  people: z.array(
    z.object({
      userName: z.string().default(''),
      claimant: z.string().default(''),
      status: z.string(),
      pending: z.array(z.unknown()).default([]),
      failed: z.array(z.unknown()).default([]),
    }),
  ),
});
type Ended = z.output<typeof outputShape>['people'][number];

/** What the output of a request says; other machines' outputs say nothing of the kind. */
function outcomeOf(output: string): Pick<ExecutionSlice, 'outcome' | 'told'> {
  const { data } = outputShape.safeParse(JSON.parse(output));
  if (!data) return {};
  const { outcome, people } = data;
  if (outcome !== 'boarded') return { outcome };
  const told = people.filter(({ status }) => status === 'told');
  return {
    outcome: people.every(isWhole) ? outcome : people.some(hasSomething) ? 'in-part' : 'failed',
    ...(told.length > 0 && { told: told.map(({ userName, claimant }) => ({ userName, claimant })) }),
  };
}

const hasSomething = ({ status }: Ended): boolean => status === 'told' || status === 'had';

/** As the bot counts: whoever had everything before is done, and whose access AWS is still preparing is not. */
const isWhole = (person: Ended): boolean =>
  hasSomething(person) && person.pending.length === 0 && person.failed.length === 0;

/** A failure that is tried again was none; the interpreter tells of it first and takes it back when it tries. */
const counted: Record<string, { entered?: 1; exited?: 1; failed?: 1 | -1; caught?: 1 }> = {
  StateEntered: { entered: 1 },
  StateExited: { exited: 1 },
  StateFailed: { failed: 1 },
  StateRetried: { failed: -1 },
  StateCaught: { caught: 1 },
};

function countStates(history: HistoryEvent[]): ExecutionSlice['states'] {
  const states: ExecutionSlice['states'] = {};
  for (const { type, state } of history) {
    const change = counted[type];
    if (!change || state === undefined) continue;
    const count = states[state] ?? { entered: 0, exited: 0, failed: 0, caught: 0 };
    states[state] = count;
    count.entered += change.entered ?? 0;
    count.exited += change.exited ?? 0;
    count.failed += change.failed ?? 0;
    count.caught += change.caught ?? 0;
  }
  return states;
}
