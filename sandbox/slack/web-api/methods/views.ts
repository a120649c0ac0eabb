import { z } from 'zod';
import type { Organization } from '../../../organization/organization.ts';
import { checkView } from '../../block-kit/check.ts';
import type { Triggers } from '../../triggers.ts';
import { viewJson } from '../../view-json.ts';
import type { Views } from '../../workspace/views.ts';
import { type Method, method } from '../method.ts';

const opening = z.object({ trigger_id: z.string(), view: z.unknown() });

/** Modals. The view is checked before the trigger is spent, so that a refused view may be mended in time. */
export const viewsMethods = (views: Views, team: Organization['team'], triggers: Triggers): Record<string, Method> => ({
  'views.open': method({
    params: opening,
    run({ trigger_id, view }) {
      const content = checkView(view);
      return { view: viewJson(views.open(triggers.spend(trigger_id), content), team) };
    },
  }),

  'views.push': method({
    params: opening,
    run({ trigger_id, view }) {
      const content = checkView(view);
      const { view: onto } = triggers.spend(trigger_id);
      return { view: viewJson(views.push(views.find(onto ?? ''), content), team) };
    },
  }),

  'views.update': method({
    params: z.object({
      view: z.unknown(),
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    run({ view, hash, ...which }) {
      const content = checkView(view);
      return { view: viewJson(views.update(views.findEither(which), content, hash), team) };
    },
  }),
});
