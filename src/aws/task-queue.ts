/** The queue of tasks, and how it treats messages: told by the queue itself, so that it is set in one place. Seconds. */
export type TaskQueue = { url: string; maxReceives: number; visibilityTimeout: number };
