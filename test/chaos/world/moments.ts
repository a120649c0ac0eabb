import type { Disturbance, Outage } from '../../../sandbox/misbehaving/line.ts';
import type { World } from '../../../sandbox/world.ts';
import type { Moment, Service } from '../plan/services.ts';

/** Disturbs the calls of a service, until what it gives back is called. */
export const disturb = ({ slack, aws }: World, service: Service, disturbance: Disturbance): (() => void) =>
  service === 'slack' ? slack.disturb(disturbance) : aws.disturb(service, disturbance);

/** Takes a service away, until what it gives back is called. */
export const takeAway = ({ slack, aws }: World, service: Service, how: Outage): (() => void) =>
  service === 'slack' ? slack.away(how) : aws.away(service, how);

/** How often calls of a service have met what. */
export const metBy = ({ slack, aws }: World, service: Service): ReturnType<World['slack']['met']> =>
  (service === 'slack' ? slack.met() : aws.met()[service]) ?? {};

/** Does something at the next call of this kind, before it is carried out; what it gives back calls it off. */
export function atNextCall(world: World, { service, operation }: Moment, act: () => void): () => void {
  let isOver = false;
  const enough = disturb(world, service, {
    only: [operation],
    // Asked at each call, and never meets anything.
    random() {
      if (!isOver) act();
      isOver = true;
      return 1;
    },
  });
  return () => {
    isOver = true;
    enough();
  };
}
