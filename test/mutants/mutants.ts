/** A definition, as far as mutants change it. */
export type Definition = { StartAt: string; States: Record<string, State> };
type State = {
  Type: string;
  Next?: string;
  Default?: string;
  Retry?: { ErrorEquals: string[] }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Choices?: { Next: string }[];
  ItemProcessor?: Definition;
};

/** What is taken out: one entry of a Retry or a Catch, or one branch of a Choice. */
export type Mutant = {
  machine: string;
  state: string;
  kind: 'Retry' | 'Catch' | 'Choices';
  index: number;
  what: string;
};

/** `onboarding: Board, Catch of States.ALL to BrokeOff`. */
export const nameOf = ({ machine, state, what }: Pick<Mutant, 'machine' | 'state' | 'what'>): string =>
  `${machine}: ${state}, ${what}`;

/** All that can be taken out of a machine; the names of states are unique in it. */
export function mutantsOf(machine: string, definition: Definition): Mutant[] {
  return Object.entries(definition.States).flatMap(
    ([state, { Retry = [], Catch = [], Choices = [], ItemProcessor }]) => [
      ...Retry.map(({ ErrorEquals }, index): Mutant => {
        const what = `Retry of ${inShort(ErrorEquals)}`;
        return { machine, state, kind: 'Retry', index, what };
      }),
      ...Catch.map(({ ErrorEquals, Next }, index): Mutant => {
        const what = `Catch of ${inShort(ErrorEquals)} to ${Next}`;
        return { machine, state, kind: 'Catch', index, what };
      }),
      ...Choices.map(({ Next }, index): Mutant => {
        const twin = Choices.slice(0, index).filter((other) => other.Next === Next).length;
        const what = `branch ${twin > 0 ? `${twin + 1} ` : ''}to ${Next}`;
        return { machine, state, kind: 'Choices', index, what };
      }),
      ...(ItemProcessor ? mutantsOf(machine, ItemProcessor) : []),
    ],
  );
}

const inShort = ([first = '', ...others]: string[]): string => (others.length === 0 ? first : `${first} …`);

/** The machine without it, and without the states to which nothing leads any more. */
export function without(definition: Definition, { state: name, kind, index }: Mutant): Definition {
  const States = Object.fromEntries(
    Object.entries(definition.States).map(([each, state]): [string, State] => {
      const { ItemProcessor } = state;
      if (ItemProcessor) {
        const inner = without(ItemProcessor, { state: name, kind, index } as Mutant);
        state = { ...state, ItemProcessor: inner };
      }
      return [each, each === name ? take(state, kind, index) : state];
    }),
  );
  return { ...definition, States: reachable(definition.StartAt, States) };
}

function take(state: State, kind: Mutant['kind'], index: number): State {
  const left = (state[kind] ?? []).filter((_, i) => i !== index);
  if (left.length > 0) return { ...state, [kind]: left };
  const { [kind]: _, Default, ...rest } = state;
  // A Choice without a branch is none.
  if (kind === 'Choices') return { Type: 'Pass', ...(Default !== undefined && { Next: Default }) };
  return rest as State;
}

function reachable(startAt: string, states: Record<string, State>): Record<string, State> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const state = states[name];
    if (seen.has(name) || !state) return;
    seen.add(name);
    const { Next, Default, Catch = [], Choices = [] } = state;
    for (const next of [Next, Default, ...[...Catch, ...Choices].map((each) => each.Next)]) if (next) visit(next);
  };
  visit(startAt);
  return Object.fromEntries(Object.entries(states).filter(([name]) => seen.has(name)));
}
