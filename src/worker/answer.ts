import type { Message } from '@aws-sdk/client-sqs';
import type { Posted } from '../contract/state.ts';
import type { TaskMessage, TaskName } from '../contract/tasks.ts';
import type { Workflow } from '../workflow/client.ts';
import { type AttemptParts, attempt } from './attempt.ts';
import type { Hold } from './held.ts';
import { insist, type Pauses } from './insist.ts';
import { type Fate, TO_DEAD_LETTERS } from './received.ts';
import { putRight } from './reconcile.ts';
import { type ExecutionEndedInput, LEFT_OPEN } from './task.ts';
import { NotHeld, toTaskError } from './task-error.ts';
import { mattersUntil, nameOf, readMessage, readTimes } from './task-message.ts';
import { tellOfEnd } from './tell-of-end.ts';

type Parts = AttemptParts & {
  workflow: Workflow;
  /** For Step Functions, and for news of an end that could not be told. */
  pauses: Pauses;
  /** Aborts when no new task is to be begun, and when what was done need not be answered any more. */
  stop: AbortSignal;
  stopAnswering: AbortSignal;
};

const MINUTE = 60_000;
const NEVER = new AbortController().signal;

/**
 * So long after its first receive a task is given up that nobody has answered: processes died of it, or a newer release is needed. Longer
 * than any outage or row of crashes that is promised to cost nothing, and less than the hour for which the machine waits: it learns by
 * name what happened, and sends the task once more.
 */
export const GIVE_UP_AFTER = 45 * MINUTE;

/**
 * Takes one message to its end.
 * @throws only if it should be received again as it is: it was broken off, or a newer release may know it
 */
export async function answerMessage(message: Message, hold: Hold, parts: Parts): Promise<Fate> {
  const read = readMessage(message);
  const { sentAt, firstReceivedAt, receives } = readTimes(message);
  const age = Date.now() - firstReceivedAt;
  if (read.kind === 'nothing') return TO_DEAD_LETTERS;
  if (read.kind === 'end') return tellOfEnd(read.body, { age, receives }, hold, parts);

  const { task } = read.body;
  const matters = mattersUntil(task, sentAt);
  if (Date.now() > matters) {
    parts.log.info({ task }, 'dropped: it is too late for this task');
    return 'done';
  }
  if (age > GIVE_UP_AFTER) return giveUp(read.body, hold, parts);
  if (read.kind === 'unknown task') throw new Error(`This release knows no task ${JSON.stringify(task.slice(0, 40))}.`);

  // What matters for seconds does not fill the hands of a bot that has to wait for Step Functions.
  const late = Number.isFinite(matters) ? AbortSignal.timeout(Math.max(1, matters - Date.now())) : NEVER;
  try {
    return await doTask(read.body, triedSince(message, read.body), hold, late, parts);
  } catch (err) {
    if (late.aborted) return 'done';
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

  if (!(await insist(() => workflow.isOpen(body.token), beforehand, patience))) {
    log.info(about, 'dropped: the task was closed before');
    return 'done';
  }
  const outcome = await attempt(body, triedSince, hold, parts);
  if ('err' in outcome) {
    if (outcome.err instanceof NotHeld || !hold.isHeld()) throw new NotHeld();
    const { name, message: cause } = toTaskError(outcome.err);
    const untilLost = AbortSignal.any([stopAnswering, hold.signal, late]);
    await insist(() => workflow.fail(body.token, name, cause), untilLost, patience);
    return 'done';
  }
  const { output } = outcome;
  // What was done is answered by whoever did it, also where the message was lost meanwhile: nobody else has to do it again.
  const afterwards = AbortSignal.any([stopAnswering, late]);
  const answer = () => (output === LEFT_OPEN ? workflow.isOpen(body.token) : workflow.succeed(body.token, output));
  const isWanted = await insist(answer, afterwards, patience);
  // Closed while it was done: what the task has just shown may not be true any more.
  if (!isWanted && SHOWING.includes(body.task))
    await putRight(nameOf(body.execution), postedBy(body.task, output), parts.tasks, log);
  return 'done';
}

/** What these draw, others draw again as the request goes on. */
const SHOWING: readonly TaskName[] = [
  'announce',
  'acknowledge',
  'await-decision',
  'mark-approved',
  'tell-approved',
  'progress',
];

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
    ...(task === 'acknowledge' && { followed: output as Posted }),
  };
}
