import type { Organization } from '../organization/organization.ts';
import type { Block } from './block-kit/blocks.ts';
import type { Element } from './block-kit/elements.ts';
import { bot, otherTeam } from './bot.ts';
import { createClock } from './ids.ts';
import { messageJson } from './message-json.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import { type StateValues, viewJson } from './view-json.ts';
import type { Conversation } from './workspace/conversations.ts';
import type { Message } from './workspace/messages.ts';
import type { PersonAt } from './workspace/people.ts';
import type { OpenView } from './workspace/views.ts';

type Parts = { team: Organization['team']; triggers: Triggers; responseUrls: ResponseUrls };

/** What was pressed, and what it now holds. */
export type Pressed = { block: Block; element: Element; state: object };

/** What Slack does not name to an app: private channels and direct messages. */
const publicName = ({ type, name }: Conversation): string =>
  ({ public: name, private: 'privategroup', im: 'directmessage' })[type];

const token = 'fixed-value';

export type Payloads = ReturnType<typeof createPayloads>;

/** The envelopes' contents, with the fields of Slack's own. */
export function createPayloads(parts: Parts) {
  const clock = createClock();
  const action: ActionOf = ({ block, element, state }) => ({
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...state,
    action_ts: clock(),
  });
  return { ...ofCommands(parts), ...ofForms(parts), ...ofButtons(parts, action) };
}

type ActionOf = (pressed: Pressed) => object;

/** What every payload but a command's begins with. */
const common = ({ team }: Parts, person: PersonAt) => ({
  user: {
    id: person.id,
    username: person.name,
    name: person.name,
    team_id: person.stranger ? otherTeam : team.id,
  },
  api_app_id: bot.app,
  token,
  team: { id: team.id, domain: team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

const ofCommands = ({ team, triggers, responseUrls }: Parts) => ({
  command: (person: PersonAt, conversation: Conversation, command: string, text: string) => ({
    token,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: publicName(conversation),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: bot.app,
    is_enterprise_install: 'false',
    response_url: responseUrls.issue({ user: person.id, channel: conversation.id }),
    trigger_id: triggers.issue({ user: person.id, client: person.client }),
  }),
});

const ofForms = (parts: Parts) => ({
  /** Without form state: Slack does not tell what else was filled in. */
  suggestion: (person: PersonAt, view: OpenView, block: Block, element: Element, value: string) => ({
    type: 'block_suggestion',
    ...common(parts, person),
    container: { type: 'view', view_id: view.id },
    action_id: element.action_id,
    block_id: block.block_id,
    value,
    view: viewJson(view, parts.team),
  }),

  submission: (person: PersonAt, view: OpenView, values: StateValues) => ({
    type: 'view_submission',
    ...common(parts, person),
    trigger_id: parts.triggers.issue({ user: person.id, client: person.client, view: view.id }),
    view: viewJson(view, parts.team, values),
    response_urls: [],
  }),

  closed: (person: PersonAt, view: OpenView, values: StateValues, is_cleared: boolean) => ({
    type: 'view_closed',
    ...common(parts, person),
    view: viewJson(view, parts.team, values),
    is_cleared,
  }),
});

const ofButtons = (parts: Parts, action: ActionOf) => ({
  viewAction: (person: PersonAt, view: OpenView, pressed: Pressed, values: StateValues) => ({
    type: 'block_actions',
    ...common(parts, person),
    container: { type: 'view', view_id: view.id },
    trigger_id: parts.triggers.issue({ user: person.id, client: person.client, view: view.id }),
    view: viewJson(view, parts.team, values),
    actions: [action(pressed)],
  }),

  /** Ephemeral messages are not shown to the app again. */
  messageAction: (person: PersonAt, conversation: Conversation, message: Message, pressed: Pressed) => ({
    type: 'block_actions',
    ...common(parts, person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: message.onlyFor !== undefined,
    },
    trigger_id: parts.triggers.issue({ user: person.id, client: person.client }),
    channel: { id: conversation.id, name: publicName(conversation) },
    ...(message.onlyFor === undefined && { message: messageJson(message, parts.team.id) }),
    state: { values: {} },
    response_url: parts.responseUrls.issue({ user: person.id, channel: conversation.id, message }),
    actions: [action(pressed)],
  }),
});
