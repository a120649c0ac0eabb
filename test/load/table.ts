import { ms, seconds } from '../bench/figures.ts';
import type { Measured } from './drive.ts';
import { callsOf } from './growth.ts';
import { costsOf } from './prices.ts';

/** What design and issues promise of a run of this size. */
const GOALS: Record<number, string> = { 250: '   goal ≤ 2 s', 1000: '   goal ≤ 6 s' };
const MEMORY_GOAL_MB = 160;

/** A run, in the words of whoever pays for it. */
export function report(run: Measured): string {
  const { profile, bots, requests, people, told, time, depth, memory, transitions } = run;
  const perPerson = (count: number) => (count / people).toFixed(2);
  const costs = Object.entries(costsOf(run));
  const inAll = costs.reduce((sum, [, dollars]) => sum + dollars, 0);
  return [
    `${people} people in ${requests} requests for ${profile}, ${bots} ${bots === 1 ? 'bot' : 'bots'}: ${told} told`,
    `  own time (the bots’ processors)     ${seconds(time.bots)}, ${ms(time.bots / people)} a person${GOALS[people] ?? ''}`,
    `  by the clock, approval to end       ${seconds(time.clock)}, of which the sandbox itself worked ${seconds(time.sandbox)}`,
    `  memory of a bot at its peak         ${Math.round(memory)} MB   goal ≤ ${MEMORY_GOAL_MB} MB`,
    `  messages in the queue at most       ${depth}`,
    `  state transitions                   ${transitions}, ${perPerson(transitions)} a person with a share of the request’s own`,
    ...Object.keys(run.calls).map((service) => lineOf(run, service)),
    `  at AWS’s prices                     $${inAll.toFixed(4)}, ${((inAll / people) * 100).toFixed(3)} cents a person: ${costs.map(([item, dollars]) => `${item} $${dollars.toFixed(4)}`).join(', ')}`,
  ].join('\n');
}

function lineOf(run: Measured, service: string): string {
  const { 'in all': _, ...operations } = run.calls[service] ?? {};
  const counts = Object.entries(operations)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`);
  const all = callsOf(run, service);
  return `  calls of ${service.padEnd(26)} ${all}, ${(all / run.people).toFixed(2)} a person: ${counts.join(', ')}`;
}
