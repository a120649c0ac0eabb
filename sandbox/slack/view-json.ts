import type { Organization } from '../organization/organization.ts';
import { bot } from './bot.ts';
import type { OpenView } from './workspace/views.ts';

/** The inputs of a form by block and action, as payloads carry them. */
export type StateValues = Record<string, Record<string, object>>;

/** A view as the Web API and the payloads show it. */
export const viewJson = (view: OpenView, team: Organization['team'], values: StateValues = {}) => ({
  id: view.id,
  team_id: team.id,
  ...view.content,
  close: view.content.close ?? null,
  submit: view.content.submit ?? null,
  state: { values },
  hash: view.hash,
  previous_view_id: view.previous,
  root_view_id: view.root,
  app_id: bot.app,
  app_installed_team_id: team.id,
  bot_id: bot.id,
});

export type ViewJson = ReturnType<typeof viewJson>;
