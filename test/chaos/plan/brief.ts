import type { Chance } from '../../../sandbox/organization/invented/chance.ts';
import type { Clocks } from '../clocks.ts';
import { between, shuffled } from './chances.ts';
import { leaveOf } from './leaves.ts';
import { OUTAGES } from './outages.ts';
import { BEGINNINGS, BOTS_SERVICES, MACHINES_SERVICES, MISHAPS, MOMENTS, type Service } from './services.ts';
import type { Lane, Spell, Step } from './spells.ts';

/** What every request calls again and again; the others are called once or twice for each. */
const BUSY: readonly Service[] = ['states', 'sqs', 'slack'];

/** Everything once, as fast as it goes. */
export function briefPlan(clocks: Clocks, chance: Chance): Lane[] {
  const step = (spell: Spell): Step => ({ after: between(clocks.again / 2, clocks.again * 2, chance), spell });
  const at = () => chance.oneOf(MOMENTS);
  const outage = (service: Service, ms: number): Step =>
    step({ kind: 'outage', service, how: chance.oneOf(OUTAGES), ms });
  const processes: Spell[] = [
    { kind: 'kill', at: at(), whom: 'one' },
    { kind: 'kill', at: { service: 'slack', operation: 'chat.postMessage' }, whom: 'all' },
    { kind: 'freeze', at: at(), ms: clocks.freeze },
    { kind: 'stop' },
  ];
  const services = new Set(BEGINNINGS.map(({ service }) => service));
  const beginnings = [...services].map((each) => chance.oneOf(BEGINNINGS.filter(({ service }) => service === each)));
  return [
    [{ after: 0, spell: { kind: 'bots', count: 2 } }, ...shuffled(processes, chance).map(step)],
    shuffled(BOTS_SERVICES, chance).map((service) => outage(service, clocks.outage)),
    shuffled(MACHINES_SERVICES, chance).map((service) => outage(service, clocks.outage / 3)),
    ...beginnings.map((at) => [step(leaveOf(at, clocks.givenUp, chance))]),
    [step({ kind: 'twice', after: chance.oneOf([0, 50]), ms: clocks.again * 4 }), step({ kind: 'reconnect' })],
    [step({ kind: 'mishaps', service: 'sqs', mishaps: ['twice'], oneIn: 3, ms: 0 })],
    ...[...BOTS_SERVICES, ...MACHINES_SERVICES].map((service) => [step(mishapsOf(service, clocks.mishaps, chance))]),
  ];
}

const mishapsOf = (service: Service, ms: number, chance: Chance): Spell => ({
  kind: 'mishaps',
  service,
  ...(BUSY.includes(service)
    ? { mishaps: MISHAPS, oneIn: 6 }
    : { mishaps: [chance.oneOf(['lost', 'cutOff']), chance.oneOf(['broken', 'throttled'])], oneIn: 3 }),
  ms,
});
