import type { Message } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import {
  BRIEF_TASKS,
  endOfExecution,
  TASK_INPUTS,
  type TaskMessage,
  type TaskName,
  taskMessage,
} from '../contract/tasks.ts';

const anyMessage = z.object({ execution: z.string() });

/** As little as is needed to give a task up: it may be one that only a newer release knows. */
const anyTask = z.object({ task: z.string(), token: z.string().min(1) });

/** What a message is: a task that this release knows, or not; news of an end; or nothing that anybody could do anything with. */
export type Read =
  | { kind: 'task'; body: TaskMessage & { task: TaskName } }
  | { kind: 'unknown task'; body: { task: string; token: string } }
  | { kind: 'end'; body: { task: 'execution-ended'; execution: string } }
  | { kind: 'nothing' };

export function readMessage(message: Message): Read {
  const content = parsed(message);
  const { data: end } = endOfExecution.safeParse(content);
  if (end) return { kind: 'end', body: end };
  const { data: task } = taskMessage.safeParse(content);
  if (task && isTask(task.task)) return { kind: 'task', body: { ...task, task: task.task } };
  const { data: any } = anyTask.safeParse(content);
  return any ? { kind: 'unknown task', body: any } : { kind: 'nothing' };
}

const isTask = (name: string): name is TaskName => Object.hasOwn(TASK_INPUTS, name);

/** When a message was sent, and since when and how often it has been received. */
export function readTimes({ Attributes = {} }: Message) {
  const { SentTimestamp, ApproximateFirstReceiveTimestamp, ApproximateReceiveCount } = Attributes;
  return {
    sentAt: Number(SentTimestamp),
    firstReceivedAt: Number(ApproximateFirstReceiveTimestamp),
    receives: Number(ApproximateReceiveCount),
  };
}

/** In milliseconds, until when a task matters that was sent at a moment; for ever if nothing is said of it. */
export function mattersUntil(task: string, sentAt: number): number {
  return Object.hasOwn(BRIEF_TASKS, task) ? sentAt + BRIEF_TASKS[task as keyof typeof BRIEF_TASKS] * 1000 : Infinity;
}

/** The request that a message is about, for the log; `undefined` where it does not say. */
export function requestIn(message: Message): string | undefined {
  const { data } = anyMessage.safeParse(parsed(message));
  return data && nameOf(data.execution);
}

export const nameOf = (executionArn: string) => executionArn.slice(executionArn.lastIndexOf(':') + 1);

function parsed({ Body }: Message): unknown {
  try {
    return JSON.parse(Body ?? '');
  } catch {
    return undefined;
  }
}
