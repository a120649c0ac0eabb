import type { Machine } from './asl.ts';
import { check } from './check.ts';
import { findAccess } from './find-access.ts';
import { methods } from './methods.ts';
import { onboarding } from './onboarding.ts';

/** Every machine, by the name of its file in `manifests/aws/state-machines`. */
export const machines: Record<string, Machine> = {
  onboarding,
  ...Object.fromEntries(
    Object.entries(methods).flatMap(([method, { inspect, provision, others = {} }]) => [
      [`inspect-${method}`, inspect],
      [`provision-${method}`, provision],
      ...Object.entries(others),
    ]),
  ),
  check,
  'find-access': findAccess,
};

export const textOf = (machine: Machine): string => `${JSON.stringify(machine, null, 2)}\n`;
