import type { Lane, Spell, Step } from '../plan/spells.ts';
import { leave } from './leave.ts';
import { mishaps, outage, reconnect, twice } from './lines.ts';
import type { Parts } from './parts.ts';
import { crashLoop, freeze, kill, stop } from './processes.ts';

/** How often a planned fault was put in. */
export type PutIn = { spell: Spell; times: number };

/** Puts in what a lane plans, one after the other. */
export async function runLane(lane: Lane, parts: Parts, tell: (done: PutIn) => void): Promise<void> {
  for (const { after, spell, ifTime } of lane) {
    await parts.rest(after);
    if (parts.over.aborted || (ifTime && parts.isTimeOver())) return;
    tell({ spell, times: await put(spell, parts) });
  }
}

async function put(spell: Spell, parts: Parts): Promise<number> {
  switch (spell.kind) {
    case 'bots':
      await parts.bots.scale(spell.count);
      return spell.count;
    case 'kill':
      return kill(spell.at, spell.whom, parts);
    case 'crash loop':
      return crashLoop(spell.times, parts);
    case 'stop':
      return stop(parts);
    case 'freeze':
      return freeze(spell.at, spell.ms, parts);
    case 'outage':
      return outage(spell, parts);
    case 'leave':
      return leave(spell, parts);
    case 'mishaps':
      return mishaps(spell, parts);
    case 'twice':
      return twice(spell, parts);
    case 'reconnect':
      return reconnect(parts);
  }
}

/** What was planned, with time or without, and never happened. */
export const missing = (lanes: Lane[], done: PutIn[]): Step[] =>
  lanes.flat().filter(({ spell, ifTime }) => !ifTime && !done.some((each) => each.spell === spell && each.times > 0));
