import { z } from 'zod';
import type { Person } from '../../organization.ts';
import { type Block, findElement } from '../block-kit/blocks.ts';
import type { Payloads, Pressed } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Dispatch } from './dispatch.ts';
import { fill, stateOf } from './form.ts';

const pressed = {
  actionId: z.string(),
  /** A button: the one with this value, when there were several. A menu: what is chosen. */
  value: z.unknown().optional(),
};

export const messageClickAct = z.object({
  channel: z.string(),
  ts: z.string(),
  ...pressed,
  /** Somebody still has an earlier version on screen, or the message from before it was deleted. */
  stale: z.boolean().default(false),
});

export const viewClickAct = z.object({
  viewId: z.string(),
  ...pressed,
  /** What the modal's inputs hold at that moment, as for submit. */
  values: z.record(z.string(), z.unknown()).default({}),
});

type Parts = { workspace: Workspace; payloads: Payloads; dispatch: Dispatch };

/** A person presses a button, or uses another element that acts at once. */
export function createClick({ workspace, payloads, dispatch }: Parts) {
  const { conversations, messages } = workspace;

  async function send(payload: object) {
    const outcome = await dispatch.interaction(payload);
    return 'error' in outcome ? outcome : {};
  }

  return {
    inMessage(person: Person, { channel, ts, actionId, value, stale }: z.infer<typeof messageClickAct>) {
      const conversation = conversations.forPerson(person, channel);
      const message = messages.find(conversation.id, ts);
      const visible = !message.onlyFor || message.onlyFor === person.id;
      if (!visible || (message.deleted && !stale)) throw new Refusal('message_not_found');
      const onScreen = stale ? [message.content, ...message.earlier.toReversed()] : [message.content];
      return send(payloads.messageAction(person, conversation, message, press(onScreen, actionId, value)));
    },

    inView(person: Person, view: OpenView, { actionId, value, values }: z.infer<typeof viewClickAct>) {
      const found = press([view.content], actionId, value);
      return send(payloads.viewAction(person, view, found, fill(view, values).state));
    },
  };
}

/** Finds what is pressed in the newest version that has it. A button's value cannot be invented: Slack keeps it. */
function press(versions: { blocks: readonly Block[] }[], actionId: string, value: unknown): Pressed {
  for (const { blocks } of versions) {
    const found = findElement(blocks, actionId);
    if (!found) continue;
    const { block, element } = found;
    if (element.type !== 'button') return { block, element, state: stateOf(element, value).state };
    if (value !== undefined && value !== element.value) continue;
    const { text, value: kept, style, url } = element;
    return {
      block,
      element,
      state: { text, ...(kept !== undefined && { value: kept }), ...(style && { style }), ...(url && { url }) },
    };
  }
  throw new Refusal('no_such_action');
}
