import type { createParts } from '../aws/parts.ts';
import { isOverLine } from '../aws/states/tasks.ts';
import type { Method } from '../slack/web-api/method.ts';
import { state } from './state.ts';

/** A method or an action that is played. */
export type Played = { service: string; name: string; who: string; state: string; faults: string[] };

type Aws = ReturnType<typeof createParts>;

/** In a signature and in a resource Identity Center has two names: here it has the one of the resource. */
const serviceOf = (name: string): string => (name === 'sso' ? 'ssoadmin' : name);

/** `sqs:sendMessage.waitForTaskToken` is SQS's SendMessage. */
export function actionOf(resource: string): { service: string; name: string } {
  const [service = '', action = ''] = resource.split(':');
  const [name = ''] = action.split('.');
  return { service, name: `${name.charAt(0).toUpperCase()}${name.slice(1)}` };
}

/** Everything that the local Slack and the local AWS play, from their own tables. */
export function allPlayed(methods: Record<string, Method>, aws: Aws): Played[] {
  return [
    ...Object.entries(methods).map(([name, { token, scopes }]) =>
      played('slack', name, [`${token} token`, ...scopes].join(', '), ['error', 'status', 'lost', 'held', 'line']),
    ),
    ...actions(aws),
  ];
}

function actions(aws: Aws): Played[] {
  const wire = Object.entries(aws.services).flatMap(([service, { operations }]) =>
    Object.keys(operations).map((name) => ({ service: serviceOf(service), name })),
  );
  const tasks = aws.states.resources.map(actionOf);
  const all = new Map([...wire, ...tasks].map((one) => [`${one.service}:${one.name}`, one]));
  return [...all.values()].map(({ service, name }) => {
    const isSame = (other: { service: string; name: string }) => other.service === service && other.name === name;
    const isOnWire = wire.some(isSame);
    const machines = aws.states
      .machines()
      .filter(({ definition }) => [...definition.tasks.values()].map(actionOf).some(isSame))
      .map((machine) => machine.name);
    const isTwice = service === 'sqs' && machines.length > 0;
    const faults = [
      'error',
      'after',
      'held',
      ...(isOnWire || isOverLine(service) ? ['line'] : []),
      ...(isTwice ? ['twice'] : []),
    ];
    return played(service, name, [...(isOnWire ? ['signed calls'] : []), ...machines].join(', ') || 'tests', faults);
  });
}

function played(service: string, name: string, who: string, faults: string[]): Played {
  const what = state[service]?.[name];
  if (what === undefined)
    throw new Error(`${service} ${name} is played, and sandbox/coverage/state.ts does not say what it keeps.`);
  return { service, name, who, state: what, faults };
}

/** What the table of states names, and nobody plays. */
export function notPlayed(all: Played[]): string[] {
  const isPlayed = (service: string, name: string) => all.some((one) => one.service === service && one.name === name);
  return Object.entries(state).flatMap(([service, names]) =>
    Object.keys(names)
      .filter((name) => !isPlayed(service, name))
      .map((name) => `${service} ${name}`),
  );
}
