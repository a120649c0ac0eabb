import type { Outage } from '../../../sandbox/misbehaving/line.ts';

export const OUTAGES: readonly Outage[] = ['refuses', 'unavailable', 'silent'];
