import type { Mishap, Outage } from '../../../sandbox/misbehaving/line.ts';
import type { Moment, Service } from './services.ts';

/** Something that is done to the world, once or for a while. */
export type Spell =
  | { kind: 'bots'; count: number }
  /** SIGKILL; of all bots at once, or of one. */
  | { kind: 'kill'; at: Moment; whom: 'one' | 'all' }
  /** All of them, as soon as one runs again, so many times. */
  | { kind: 'crash loop'; times: number }
  /** SIGTERM, as in a rollout. */
  | { kind: 'stop' }
  /** SIGSTOP, until others may have what it held. */
  | { kind: 'freeze'; at: Moment; ms: number }
  | { kind: 'outage'; service: Service; how: Outage; ms: number }
  /** From a call on that has its effect; its answer comes late or never. */
  | { kind: 'leave'; at: Moment; answer: 'lost' | 'slow'; how: Outage; ms: number }
  /** One call in so many meets one of these. */
  | { kind: 'mishaps'; service: Service; mishaps: readonly Mishap[]; oneIn: number; ms: number }
  /** What people do reaches the bot twice, the second time so much later. */
  | { kind: 'twice'; after: number; ms: number }
  /** Slack asks every connection to come back. */
  | { kind: 'reconnect' };

/** A spell, and how long after the end of the one before; some only while there is time. */
export type Step = { after: number; spell: Spell; ifTime?: true };

/** What is done one after another; lanes go on side by side. */
export type Lane = Step[];

/** How a spell is called in the table. */
export function nameOf(spell: Spell): string {
  switch (spell.kind) {
    case 'outage':
      return `${spell.service} is away and ${spell.how}`;
    case 'leave':
      return `${spell.at.service} leaves after ${spell.at.operation}`;
    case 'mishaps':
      return `${spell.service}: ${spell.mishaps.join(', ')}`;
    case 'bots':
      return `${spell.count} bots`;
    case 'kill':
      return spell.whom === 'all' ? 'kill all' : 'kill';
    default:
      return spell.kind;
  }
}
