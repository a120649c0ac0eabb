import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is counted and measured, for Prometheus. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Metrics in a registry of their own, with Node's and the process's. A label holds one of a few words, never an id. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const metrics = { registry, ...ofRequests(registers), ...ofNewcomers(registers), ...ofWork(registers) };

  // An alert on a rise from nothing needs the nothing.
  for (const outcome of ['approved', 'denied', 'withdrawn', 'expired']) metrics.decisions.inc({ outcome }, 0);
  for (const via of ['slack', 'mail'])
    for (const outcome of ['delivered', 'not-delivered']) metrics.deliveries.inc({ via, outcome }, 0);
  for (const outcome of ['shown', 'refused', 'failed']) metrics.accessQuestions.inc({ outcome }, 0);
  return metrics;
}

type Registers = Registry[];

const ofRequests = (registers: Registers) => ({
  requests: new Counter({ name: 'boarding_pass_requests_total', help: 'Requests that were sent.', registers }),
  decisions: new Counter({
    name: 'boarding_pass_decisions_total',
    help: 'Requests by what was decided: approved, denied, withdrawn or expired.',
    labelNames: ['outcome'],
    registers,
  }),
  refusals: new Counter({
    name: 'boarding_pass_refusals_total',
    help: 'Attempts at something that the person may not do, by the rule against it.',
    labelNames: ['rule'],
    registers,
  }),
  deliveries: new Counter({
    name: 'boarding_pass_deliveries_total',
    help: 'New users by how they were to be told, and whether they were.',
    labelNames: ['via', 'outcome'],
    registers,
  }),
});

/** What new people do with what they were given. */
const ofNewcomers = (registers: Registers) => ({
  passwords: new Counter({
    name: 'boarding_pass_passwords_total',
    help: 'Clicks on the button for a password: shown, replaced, or why there was none.',
    labelNames: ['outcome'],
    registers,
  }),
  cliWindows: new Counter({
    name: 'boarding_pass_cli_windows_total',
    help: 'How often people looked how to set up the AWS CLI: for what was delivered, or at the console; to paste, or as commands.',
    labelNames: ['what', 'form'],
    registers,
  }),
  accessQuestions: new Counter({
    name: 'boarding_pass_access_questions_total',
    help: 'How often people asked what they have in Identity Center: shown, nothing for them, or failed.',
    labelNames: ['outcome'],
    registers,
  }),
});

const ofWork = (registers: Registers) => ({
  taskDuration: new Histogram({
    name: 'boarding_pass_task_duration_seconds',
    help: 'How long the tasks of the state machines took, by task and whether it was done or failed.',
    labelNames: ['task', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  }),
  queueLag: new Histogram({
    name: 'boarding_pass_queue_lag_seconds',
    help: 'How old the messages of the task queue were when they were received.',
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900],
    registers,
  }),
  throttled: new Counter({
    name: 'boarding_pass_throttled_total',
    help: 'Answers that asked to slow down, by service; also those after which the call was tried again.',
    labelNames: ['service'],
    registers,
  }),
});
