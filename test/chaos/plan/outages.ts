import type { Outage } from '../../../sandbox/line.ts';

export const OUTAGES: readonly Outage[] = ['refuses', 'unavailable', 'silent'];
