/** Of a room: what it is for, what it may import, and of what it may know the types alone. */
export type Room = { is: string; imports: string[]; types?: string[]; packages: string[] };

/** Rooms of `src`, from the roof down: each imports from below itself. */
export const ROOMS: Record<string, Room> = {
  main: {
    is: 'the story: settings, clients, checks, listeners, worker',
    imports: ['startup', 'listeners', 'worker', 'workflow', 'policy', 'slack', 'aws', 'watch'],
    packages: [],
  },
  startup: {
    is: 'the environment, checks before anybody is served, leaving',
    imports: ['contract', 'methods', 'policy', 'slack', 'aws', 'watch'],
    types: ['onboarding', 'workflow'],
    packages: ['@aws-sdk/*', '@slack/web-api', 'zod', 'node:fs', 'pino (type)'],
  },
  listeners: {
    is: 'what people do in Slack: one handler a file',
    imports: ['contract', 'onboarding', 'methods', 'messages', 'slack', 'workflow'],
    types: ['policy', 'aws', 'watch'],
    packages: ['lru-cache', 'node:crypto', '@slack/* (type)', 'pino (type)'],
  },
  worker: {
    is: 'what machines ask: take a message, do its task, answer',
    imports: ['contract', 'onboarding', 'methods', 'messages', 'slack', 'aws', 'watch', 'workflow'],
    types: ['policy'],
    packages: [
      '@aws-sdk/client-sqs',
      '@slack/web-api',
      'zod',
      'node:crypto',
      'node:events',
      'node:timers/promises',
      '@aws-sdk/client-ses (type)',
      'pino (type)',
    ],
  },
  workflow: {
    is: 'Step Functions, for the others: start, find, decide, issue',
    imports: ['contract', 'onboarding', 'aws'],
    packages: ['@aws-sdk/client-sfn', 'zod', 'node:timers/promises', 'node:util'],
  },
  policy: {
    is: 'onboarding.yaml: read, published, who may do what',
    imports: ['contract', 'onboarding', 'methods', 'watch'],
    types: ['slack'],
    packages: ['yaml', 'zod', 'node:fs', 'node:path', 'node:util'],
  },
  slack: {
    is: 'the door to Slack: connection, clients, who is who',
    imports: ['onboarding', 'watch'],
    packages: [
      '@slack/bolt',
      '@slack/web-api',
      'lru-cache',
      'undici',
      'node:diagnostics_channel',
      'node:events',
      'node:http (type)',
      'pino (type)',
    ],
  },
  aws: {
    is: 'the door to AWS: clients, accounts, mail',
    imports: ['onboarding', 'watch'],
    types: ['messages'],
    packages: ['@aws-sdk/*', 'node:http (type)', 'node:stream', 'node:timers/promises', 'pino (type)'],
  },
  watch: {
    is: 'for operators: log, journal, metrics, health, errors',
    imports: [],
    types: ['contract', 'onboarding'],
    packages: ['pino', 'prom-client', 'node:events', 'node:http', 'node:net (type)'],
  },
  messages: {
    is: 'every block and word, by who reads it',
    imports: ['contract', 'onboarding', 'methods'],
    packages: ['@slack/types (type)'],
  },
  methods: {
    is: 'a folder for each way of giving access',
    imports: ['contract'],
    types: ['onboarding'],
    packages: ['zod'],
  },
  onboarding: {
    is: 'the subject and its rules, pure',
    imports: ['contract'],
    packages: ['node:crypto'],
  },
  contract: {
    is: 'what machines, tasks and buttons say to each other',
    imports: [],
    packages: ['zod'],
  },
};

/** What each file of `src/contract` agrees on. */
export const CONTRACTS: Record<string, string> = {
  'request.ts': 'a request, as the form starts the execution with it',
  'people.ts': 'who was asked for, and who they turned out to be',
  'state.ts': 'what the execution knows, as each task is given it',
  'tasks.ts': 'a message of the queue, and the input of each task',
  'access.ts': 'what inspecting finds and provisioning gives, by the same fields for every method',
  'decision.ts': 'approved, denied, withdrawn or expired: by whom and when',
  'absence.ts': 'who has left since they were looked up',
  'worded.ts': 'a text of the policy, perhaps one for each language',
  'trouble.ts': 'what went wrong, by its name',
  'errors.ts': 'every name of an error, once',
  'buttons.ts': 'what a button keeps until it is pressed',
  'password.ts': 'who asks for which password, and the answer',
  'find-access.ts': 'who asks what they have, and the answer',
  'check.ts': 'what the machines say of the published policy at the start',
  'profile-object.ts': 'a profile as it is published for the machines',
  'sizes.ts': 'how many people, accounts and characters',
  'read.ts': 'how what comes in is held to all this',
};
