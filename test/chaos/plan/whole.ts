import type { Chance } from '../../../sandbox/invented/chance.ts';
import type { Clocks } from '../clocks.ts';
import { between, shuffled } from './chances.ts';
import { OUTAGES } from './outages.ts';
import { BOTS_SERVICES, MACHINES_SERVICES, MISHAPS, MOMENTS, type Service } from './services.ts';
import type { Lane, Step } from './spells.ts';

/** Everything once at least, then what the dice say, until the time is over. */
export function wholePlan(lasting: number, clocks: Clocks, chance: Chance): Lane[] {
  return [
    processes(lasting, clocks, chance),
    freezes(lasting, clocks, chance),
    outagesOf(BOTS_SERVICES, lasting, clocks, chance),
    outagesOf(MACHINES_SERVICES, lasting, clocks, chance),
    mishaps(lasting, clocks, chance),
    envelopes(lasting, clocks, chance),
  ];
}

function fill(lasting: number, once: Step[], more: () => Step[]): Lane {
  const lane = [...once];
  while (lane.reduce((sum, step) => sum + timeOf(step), 0) < lasting) lane.push(...more());
  return lane;
}

const timeOf = ({ after, spell }: Step): number => after + ('ms' in spell ? spell.ms : 0);

function processes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const soon = () => between(clocks.again / 2, clocks.again * 3, chance);
  const kill = (whom: 'one' | 'all', after = soon()): Step => {
    return { after, spell: { kind: 'kill', at: chance.oneOf(MOMENTS), whom } };
  };
  const bots = (count: number): Step => ({ after: soon(), spell: { kind: 'bots', count } });
  const stop = (): Step => ({ after: soon(), spell: { kind: 'stop' } });
  const crashLoop = () => Array.from({ length: 8 }, () => kill('all', 0));
  const once = [bots(2), kill('one'), kill('all'), stop(), ...crashLoop(), bots(1), bots(3)];
  return fill(lasting, once, () => {
    const die = chance.below(20);
    if (die < 13) return [kill('one')];
    if (die < 16) return [kill('all')];
    if (die < 17) return crashLoop();
    return [die < 18 ? stop() : bots(between(1, 3, chance))];
  });
}

function freezes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const freeze = (): Step => ({
    after: between(clocks.again, clocks.freeze, chance),
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

function mishaps(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const step = (service: Service): Step => ({
    after: chance.below(clocks.again),
    spell: { kind: 'mishaps', service, mishaps: MISHAPS, oneIn: between(4, 12, chance), ms: clocks.mishaps },
  });
  const twice = (): Step => {
    return { after: 0, spell: { kind: 'mishaps', service: 'sqs', mishaps: ['twice'], oneIn: 3, ms: 0 } };
  };
  const services = shuffled<Service>([...BOTS_SERVICES, ...MACHINES_SERVICES], chance);
  return fill(lasting, [twice(), ...services.map(step)], () => [step(chance.oneOf(services)), twice()]);
}

function envelopes(lasting: number, clocks: Clocks, chance: Chance): Lane {
  const twice = (): Step => ({
    after: clocks.again,
    spell: { kind: 'twice', after: chance.oneOf([0, 50, 1_000]), ms: between(clocks.again, clocks.again * 6, chance) },
  });
  const reconnect = (): Step => ({ after: clocks.again * 2, spell: { kind: 'reconnect' } });
  return fill(lasting, [twice(), reconnect()], () => [twice(), ...(chance.once(4) ? [reconnect()] : [])]);
}
