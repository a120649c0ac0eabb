import type { StatesSlice } from '../../slices.ts';

export type Step = { name: string; type: string; inside?: Flow };

/** A state off the main path, and the states of the path that lead to it. */
export type Side = Step & { from: string[] };

/** A definition laid out to be drawn downwards: every state stands either on the path or beside it. */
export type Flow = { path: Step[]; sides: Side[] };

/** What is drawn, from top to bottom: the path, and beside it the sides that were entered. */
export type Row = { step: Step; isSide: boolean };

type State = StatesSlice['States'][string];

export function flowOf(definition: StatesSlice): Flow {
  const path = mainPath(definition);
  const from = new Map(path.map((name) => [name, new Set([name])]));
  const order = inOrder(definition);
  for (const name of order) {
    for (const next of everyWayOn(definition.States[name])) {
      if (path.includes(next)) continue;
      from.set(next, new Set([...(from.get(next) ?? []), ...(from.get(name) ?? [])]));
    }
  }
  const sides = [...new Set([...order, ...Object.keys(definition.States)])].filter((name) => !path.includes(name));
  return {
    path: path.map((name) => stepOf(name, definition)),
    sides: sides.map((name) => ({
      ...stepOf(name, definition),
      from: path.filter((onPath) => from.get(name)?.has(onPath)),
    })),
  };
}

/** Puts each side that was entered under the last state entered that leads to it. */
export function rowsOf({ path, sides }: Flow, wasEntered: (name: string) => boolean): Row[] {
  const entered = sides.filter(({ name }) => wasEntered(name));
  return path.flatMap((step) => [
    { step, isSide: false },
    ...entered
      .filter(({ from }) => from.findLast(wasEntered) === step.name)
      .map((side) => ({ step: side, isSide: true })),
  ]);
}

function stepOf(name: string, { States }: StatesSlice): Step {
  const { Type: type = '', ItemProcessor } = States[name] ?? {};
  return { name, type, ...(ItemProcessor && { inside: flowOf(ItemProcessor) }) };
}

const wayOn = ({ Default, Choices = [], Next }: State): string[] =>
  [Default, ...Choices.map((choice) => choice.Next), Next].filter((name) => name !== undefined);

function everyWayOn(state: State | undefined): string[] {
  return state ? [...wayOn(state), ...(state.Catch ?? []).map((caught) => caught.Next)] : [];
}

/** The way from the start to an end, without errors, that does most on it; among equals the default. */
function mainPath({ StartAt, States }: StatesSlice): string[] {
  const found = new Map<string, Way | undefined>();

  const wayFrom = (name: string): Way | undefined => {
    const state = States[name];
    if (!state || found.has(name)) return found.get(name);
    // Until it is known, a way that comes back here leads nowhere.
    found.set(name, undefined);
    const ways = wayOn(state).map(wayFrom);
    const isEnd = state.End || ['Succeed', 'Fail'].includes(state.Type);
    const rest = isEnd ? { names: [], weight: 0, isGood: state.Type !== 'Fail' } : ways.reduce(better, undefined);
    const way = rest && { ...rest, names: [name, ...rest.names], weight: weightOf(state) + rest.weight };
    found.set(name, way);
    return way;
  };

  return wayFrom(StartAt)?.names ?? [StartAt];
}

type Way = { names: string[]; weight: number; isGood: boolean };

/** One that ends well before one that fails; then the one that does more. */
const better = (best: Way | undefined, way: Way | undefined): Way | undefined => {
  if (!best || !way) return best ?? way;
  return (way.isGood === best.isGood ? way.weight > best.weight : way.isGood) ? way : best;
};

/** A state that does something counts for more than any number of those that only choose or rearrange. */
function weightOf({ Type }: State): number {
  return ['Pass', 'Choice', 'Succeed'].includes(Type) ? 1 : 1000;
}

/** Every state that can be reached, each before those that it leads to. */
function inOrder({ StartAt, States }: StatesSlice): string[] {
  const seen = new Set<string>();
  const last: string[] = [];
  const visit = (name: string): void => {
    if (seen.has(name) || !States[name]) return;
    seen.add(name);
    for (const next of everyWayOn(States[name])) visit(next);
    last.push(name);
  };
  visit(StartAt);
  return last.reverse();
}
