import type { Chance } from '../../../sandbox/organization/invented/chance.ts';
import type { Clocks } from '../clocks.ts';
import { between, shuffled } from './chances.ts';
import { leaveOf } from './leaves.ts';
import { OUTAGES } from './outages.ts';
import {
  BEGINNINGS,
  BOTS_SERVICES,
  MACHINES_SERVICES,
  MISHAPS,
  MOMENTS,
  type Moment,
  type Service,
} from './services.ts';
import type { Lane, Spell, Step } from './spells.ts';

/** Everything once at least, then what the dice say, for as long as there is time. */
export function wholePlan(lasting: number, clocks: Clocks, chance: Chance): Lane[] {
  return [
    processes(lasting, clocks, chance),
    freezes(lasting, clocks, chance),
    outagesOf(BOTS_SERVICES, lasting, clocks, chance),
    outagesOf(MACHINES_SERVICES, lasting, clocks, chance),
    leaves(lasting, clocks, chance),
    mishaps(lasting, clocks, chance),
    ...eachMishap(chance),
    [{ after: 0, spell: { kind: 'mishaps', service: 'sqs', mishaps: ['twice'], oneIn: 4, ms: lasting } }],
    envelopes(lasting, clocks, chance),
  ];
}

/** So that a machine that is fast enough has enough to do; on a slower one the time is over before. */
function fill(lasting: number, once: Step[], more: () => Step[]): Lane {
  const lane = [...once];
  let left = lasting - once.reduce((sum, step) => sum + timeOf(step), 0);
  while (left > 0) {
    const steps = more();
    lane.push(...steps.map((step): Step => ({ ...step, ifTime: true })));
    left -= steps.reduce((sum, step) => sum + timeOf(step), 0);
  }
  return lane;
}

const timeOf = ({ after, spell }: Step): number => after + ('ms' in spell ? spell.ms : 0);

function processes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const soon = (spell: Spell): Step => ({ after: between(clocks.again / 4, clocks.again, chance), spell });
  const kill = (whom: 'one' | 'all'): Step => soon({ kind: 'kill', at: chance.oneOf(MOMENTS), whom });
  const bots = (count: number): Step => soon({ kind: 'bots', count });
  const crashLoop = (): Step => soon({ kind: 'crash loop', times: 8 });
  const once = [bots(2), kill('one'), kill('all'), soon({ kind: 'stop' }), crashLoop(), bots(1), bots(3)];
  return fill(lasting, once, () => {
    const die = chance.below(20);
    if (die < 13) return [kill('one')];
    if (die < 16) return [kill('all')];
    if (die < 17) return [crashLoop()];
    return [die < 18 ? soon({ kind: 'stop' }) : bots(between(1, 3, chance))];
  });
}

function freezes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const freeze = (): Step => ({
    after: between(clocks.freeze, clocks.freeze * 4, chance),
    spell: { kind: 'freeze', at: chance.oneOf(MOMENTS), ms: clocks.freeze },
  });
  return fill(lasting, [freeze()], () => [freeze()]);
}

/** One service after the other, so that what waits for one gets on before the next is away. */
function outagesOf(services: readonly Service[], lasting: number, clocks: Clocks, chance: Chance): Lane {
  const room = lasting / services.length;
  const ms = Math.round(Math.min(clocks.outage, room * 0.7));
  const step = (service: Service): Step => ({
    after: between(Math.round(room * 0.05), Math.round(room * 0.25), chance),
    spell: { kind: 'outage', service, how: chance.oneOf(OUTAGES), ms },
  });
  return fill(lasting, shuffled(services, chance).map(step), () => [step(chance.oneOf(services))]);
}

/** After every call that begins something: until it is given up, or until its undoing is given up, too. */
function leaves(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const leave = (at: Moment): Step => ({
    after: between(clocks.mishaps, clocks.mishaps * 4, chance),
    spell: leaveOf(at, chance.oneOf([clocks.givenUp, clocks.undoingGivenUp]), chance),
  });
  return fill(lasting, shuffled(BEGINNINGS, chance).map(leave), () => [leave(chance.oneOf(BEGINNINGS))]);
}

function mishaps(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const step = (service: Service): Step => ({
    after: between(clocks.again, clocks.mishaps, chance),
    spell: { kind: 'mishaps', service, mishaps: MISHAPS, oneIn: between(4, 12, chance), ms: clocks.mishaps },
  });
  return fill(lasting, [], () => [step(chance.oneOf([...BOTS_SERVICES, ...MACHINES_SERVICES]))]);
}

/** Every service meets everything, at its own pace. */
const eachMishap = (chance: Chance): Lane[] =>
  [...BOTS_SERVICES, ...MACHINES_SERVICES].map((service) => [
    { after: 0, spell: { kind: 'mishaps', service, mishaps: MISHAPS, oneIn: between(3, 9, chance), ms: 0 } },
  ]);

function envelopes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const twice = (): Step => ({
    after: clocks.again,
    spell: { kind: 'twice', after: chance.oneOf([0, 50, 1_000]), ms: between(clocks.again, clocks.again * 6, chance) },
  });
  const reconnect = (): Step => ({ after: clocks.again * 2, spell: { kind: 'reconnect' } });
  return fill(lasting, [twice(), reconnect()], () => [twice(), ...(chance.once(4) ? [reconnect()] : [])]);
}
