import type { Message } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { Posted } from '../contract/state.ts';
import type { TaskMessage, TaskName } from '../contract/tasks.ts';
import type { Metrics } from '../metrics.ts';
import { attempt } from './attempt.ts';
import type { Workflow } from './client.ts';
import type { Hold } from './held.ts';
import { insist, type Pauses } from './insist.ts';
import { mattersUntil, nameOf, readMessage, readTimes } from './message.ts';
import { putRight } from './reconcile.ts';
import { type ExecutionEndedInput, LEFT_OPEN, type Tasks } from './task.ts';
import { NotHeld, toTaskError } from './task-error.ts';

type Parts = {
  workflow: Workflow;
  tasks: Tasks;
  metrics: Metrics;
  log: Logger;
  /** For Step Functions, and for news of an end that could not be told. */
  pauses: Pauses;
  /** Aborts when no new task is to be begun, and when what was done need not be answered any more. */
  stop: AbortSignal;
  stopAnswering: AbortSignal;
};

/** What becomes of a message: it is not needed any more, or is to be received again so many milliseconds later. */
export type Fate = 'done' | { againIn: number };

/** Received again and again until SQS, which alone can, puts it among the dead letters. */
const TO_DEAD_LETTERS: Fate = { againIn: 0 };

const MINUTE = 60_000;

/**
 * So long after its first receive a task is given up that nobody has answered: processes died of it, or a newer release is needed. Longer
 * than any outage or row of crashes that is promised to cost nothing, and less than the hour for which the machine waits: it learns by
 * name what happened, and sends the task once more.
 */
export const GIVE_UP_AFTER = 45 * MINUTE;

/** News of an end, of which nobody waits for an answer: so long as it is only that Slack or Step Functions is away, and else. */
const NEWS_LASTS = { away: 24 * 60 * MINUTE, else: 60 * MINUTE };

/**
 * Takes one message to its end.
 * @throws only if it should be received again as it is: it was broken off, or a newer release may know it
 */
export async function answerMessage(message: Message, hold: Hold, parts: Parts): Promise<Fate> {
  const read = readMessage(message);
  const { sentAt, firstReceivedAt, receives } = readTimes(message);
  const age = Date.now() - firstReceivedAt;
  if (read.kind === 'nothing') return TO_DEAD_LETTERS;
  if (read.kind === 'end') return tellEnd(read.body, { age, receives }, hold, parts);

  const { task } = read.body;
  const matters = mattersUntil(task, sentAt);
  if (Date.now() > matters) {
    parts.log.info({ task }, 'dropped: it is too late for this task');
    return 'done';
  }
  if (age > GIVE_UP_AFTER) return giveUp(read.body, hold, parts);
  if (read.kind === 'unknown task') throw new Error(`This release knows no task ${JSON.stringify(task.slice(0, 40))}.`);

  // What matters for seconds does not fill the hands of a bot that has to wait for Step Functions.
  const late = Number.isFinite(matters) ? AbortSignal.timeout(Math.max(1, matters - Date.now())) : hold.signal;
  try {
    return await doTask(read.body, triedSince(message, read.body), hold, late, parts);
  } catch (err) {
    if (Date.now() > matters) return 'done';
    throw err;
  }
}

async function doTask(
  body: TaskMessage & { task: TaskName },
  triedSince: Date | undefined,
  hold: Hold,
  late: AbortSignal,
  parts: Parts,
): Promise<Fate> {
  const { workflow, log, stop, stopAnswering } = parts;
  const about = { task: body.task, request: nameOf(body.execution) };
  const patience = { pauses: parts.pauses, log: log.child(about) };
  const beforehand = AbortSignal.any([stop, hold.signal, late]);
  const afterwards = AbortSignal.any([stopAnswering, hold.signal, late]);

  if (!(await insist(() => workflow.isOpen(body.token), beforehand, patience))) {
    log.info(about, 'dropped: the task was closed before');
    return 'done';
  }
  const outcome = await attempt(body, triedSince, hold, parts);
  if ('err' in outcome) {
    if (!hold.isHeld()) throw new NotHeld();
    const { name, message: cause } = toTaskError(outcome.err);
    await insist(() => workflow.fail(body.token, name, cause), afterwards, patience);
    return 'done';
  }
  const { output } = outcome;
  const answer = () => (output === LEFT_OPEN ? workflow.isOpen(body.token) : workflow.succeed(body.token, output));
  const isWanted = await insist(answer, afterwards, patience);
  // Closed while it was done. If the execution has ended, what the task has just shown is not true any more.
  if (!isWanted) await putRight(nameOf(body.execution), postedBy(body.task, output), parts.tasks, log);
  return 'done';
}

/** Nobody waits for an answer; what fails is tried again for as long as it may help, and holds up no other news for long. */
async function tellEnd(
  end: { task: 'execution-ended'; execution: string },
  { age, receives }: { age: number; receives: number },
  hold: Hold,
  parts: Parts,
): Promise<Fate> {
  if (age > NEWS_LASTS.away) return TO_DEAD_LETTERS;
  const outcome = await attempt({ ...end, token: '', input: undefined }, undefined, hold, parts);
  if (!('err' in outcome)) return 'done';
  const isPassing = ['RateLimited', 'Unavailable'].includes(toTaskError(outcome.err).name);
  if (age > NEWS_LASTS.else && !isPassing) return TO_DEAD_LETTERS;
  return { againIn: Math.min(10, 2 ** (receives - 1)) * parts.pauses.longest };
}

/**
 * Nobody may wait for ever for a task that nobody ever answers. The name is one that machines try again: whether it had its effect is
 * looked at then.
 */
async function giveUp({ task, token }: { task: string; token: string }, hold: Hold, parts: Parts): Promise<Fate> {
  const { workflow, log, pauses, stop } = parts;
  const cause = `The task was begun again and again for ${GIVE_UP_AFTER / MINUTE} minutes and never ended.`;
  const signal = AbortSignal.any([stop, hold.signal]);
  const isGivenUp = await insist(() => workflow.fail(token, 'Abandoned', cause), signal, { pauses, log });
  if (isGivenUp) log.error({ task }, 'task given up: nobody has answered it for too long');
  return 'done';
}

/**
 * Since when an earlier try may have had its effect: a state that is retried sends a new message, and a message whose task
 * was not answered is received again.
 */
function triedSince(message: Message, { startedAt, retries }: TaskMessage): Date | undefined {
  if (retries > 0) return new Date(startedAt);
  const { receives, sentAt } = readTimes(message);
  return receives > 1 ? new Date(sentAt) : undefined;
}

/** What a task has posted: it may be the only one to know. */
function postedBy(task: TaskName, output: unknown): Omit<ExecutionEndedInput, 'isNews'> {
  return {
    ...(task === 'announce' && { message: output as Posted }),
    ...(task === 'follow' && { followed: output as Posted }),
  };
}
