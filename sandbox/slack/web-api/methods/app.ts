import { z } from 'zod';
import type { Organization } from '../../../organization.ts';
import { checkMessageBlocks, checkView } from '../../block-kit/check.ts';
import { bot } from '../../bot.ts';
import type { Socket } from '../../socket.ts';
import { type Method, method, nothing } from '../method.ts';

/** What an app asks about itself. */
export const appMethods = (team: Organization['team'], socket: Socket): Record<string, Method> => ({
  'auth.test': method({
    params: nothing,
    run: () => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: bot.name,
      team_id: team.id,
      user_id: bot.user,
      bot_id: bot.id,
      is_enterprise_install: false,
    }),
  }),

  'apps.connections.open': method({
    token: 'app',
    params: nothing,
    run: (_, origin) => ({ url: socket.open(origin) }),
  }),

  'blocks.validate': method({
    params: z.object({ blocks: z.unknown().optional(), view: z.unknown().optional() }),
    run({ blocks, view }) {
      if (blocks !== undefined) checkMessageBlocks(blocks);
      if (view !== undefined) checkView(view);
      return {};
    },
  }),
});
