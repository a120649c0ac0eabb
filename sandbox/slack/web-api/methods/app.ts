import { z } from 'zod';
import type { Team } from '../../../organization/organization.ts';
import { checkMessageBlocks, checkView } from '../../block-kit/check.ts';
import { bot, otherApp, tokens } from '../../bot.ts';
import { Refusal } from '../../refusal.ts';
import type { Socket } from '../../socket.ts';
import { type Method, method, nothing } from '../method.ts';

/** What an app asks about itself. */
export const appMethods = (team: Team, socket: Socket): Record<string, Method> => ({
  'auth.test': method({
    token: 'any',
    params: nothing,
    run(_, __, token) {
      const { enterprise } = team;
      const orgWide = enterprise?.orgWide ?? false;
      return token === tokens.bot
        ? {
            url: `https://${team.domain}.slack.com/`,
            team: orgWide ? enterprise?.name : team.name,
            user: bot.name,
            team_id: orgWide ? enterprise?.id : team.id,
            user_id: bot.user,
            bot_id: bot.id,
            is_enterprise_install: orgWide,
            ...(enterprise && { enterprise_id: enterprise.id }),
          }
        : { app_name: bot.name, app_id: token === otherApp.token ? otherApp.app : bot.app };
    },
  }),

  'bots.info': method({
    scopes: ['users:read'],
    params: z.object({ bot: z.string() }),
    run(params) {
      if (params.bot !== bot.id) throw new Refusal('bot_not_found');
      return { bot: { id: bot.id, app_id: bot.app, user_id: bot.user, name: bot.name, deleted: false } };
    },
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
