import fs, { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterEach } from 'vitest';

// Loaded before each test file: the tests see the definition of a mutant in the place of the shipped one, and what they have a machine do
// is written down.

const folder = process.env.MUTANTS_FOLDER ?? '';
const file = `${folder}/mutant.json`;
const mutant = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { machine: string; text: string })
  : undefined;

/** What all test files of one thread share: it is watched once. */
type Watch = { mutant: typeof mutant; seen: Set<string> };
const shared = globalThis as { watchOfMutants?: Watch };
const watch: Watch = shared.watchOfMutants ?? startWatch();
shared.watchOfMutants = watch;
watch.mutant = mutant;

afterEach(({ task }) => {
  const line = { file: task.file.name, test: fullName(task), seen: [...watch.seen] };
  if (!mutant) appendFileSync(`${folder}/seen.jsonl`, `${JSON.stringify(line)}\n`);
  watch.seen.clear();
});

function startWatch(): Watch {
  const started: Watch = { mutant, seen: new Set() };
  const original = fs.readFileSync as (...all: unknown[]) => unknown;
  fs.readFileSync = ((path: unknown, ...rest: unknown[]) => {
    const { machine, text } = started.mutant ?? {};
    return machine !== undefined && String(path).endsWith(`/state-machines/${machine}.asl.json`)
      ? text
      : original(path, ...rest);
  }) as typeof fs.readFileSync;
  syncBuiltinESMExports();

  const { run } = StateMachine.prototype;
  StateMachine.prototype.run = function (this: StateMachine, ...[input, options]: Parameters<typeof run>) {
    const running = run.call(this, input, options);
    const { Name = '' } = (options?.context?.StateMachine ?? {}) as { Name?: string };
    const name = Name.replace('boarding-pass-', '');
    return { ...running, eventLogs: watched(running.eventLogs, name, started.seen) };
  };
  return started;
}

type Events = ReturnType<StateMachine['run']>['eventLogs'];

/**
 * The same events, at the same moments: the interpreter loses some where they are taken later. Of each it is kept what it says:
 * `onboarding Board`, `onboarding Board Retry`, `onboarding Board Catch`.
 */
function watched(events: Events, machine: string, seen: Set<string>): Events {
  const kinds: Record<string, string> = { StateEntered: '', StateRetried: ' Retry', StateCaught: ' Catch' };
  const next = events.next.bind(events);
  events.next = (...args) => {
    const answer = next(...args);
    void answer.then(({ value }) => {
      const { type, state } = (value ?? {}) as { type?: string; state?: { name: string } };
      if (state && type !== undefined && type in kinds) seen.add(`${machine} ${state.name}${kinds[type]}`);
    });
    return answer;
  };
  return events;
}

/** As a pattern of test names sees it. */
function fullName({ name, suite }: { name: string; suite?: unknown }): string {
  return suite ? `${fullName(suite as { name: string; suite?: unknown })} ${name}` : name;
}
