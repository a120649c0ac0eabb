// What is true of a request wherever it is: in the form, in the machines, in the messages.

/** The form takes so many people: more would not be read by the one who approves. */
export const MAX_PEOPLE = 50;
export const MAX_ACCOUNTS = 10;
/** People × targets of a request, so that no state nears 262,144 bytes (Step Functions quotas). */
export const MAX_PAIRS = 250;

/** A batch is provisioned by one nested execution, whose history ends at 25,000 events (Step Functions quotas). */
const BATCH_PEOPLE = 25;
const BATCH_PAIRS = 50;

/** A profile gives at most so much in one account, apart from groups that are the same in all. */
export const MAX_PERMISSION_SETS = 3;

/** So many groups a profile gives at most. */
export const MAX_GROUPS = 10;

/** Where one request may give something: in each account each permission set, and membership of groups. */
const MAX_TARGETS = MAX_ACCOUNTS * MAX_PERMISSION_SETS + 1;

/** How many people make a batch, by the number of targets. */
export const BATCH_SIZES: readonly number[] = Array.from({ length: MAX_TARGETS + 1 }, (_, targets) =>
  Math.min(BATCH_PEOPLE, Math.floor(BATCH_PAIRS / Math.max(1, targets))),
);

/** Lists of more people than that go into the request's thread, batch by batch. */
export const LONG_LIST = 20;
