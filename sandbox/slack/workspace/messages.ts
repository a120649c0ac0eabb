import type { MessageBlock } from '../block-kit/blocks.ts';
import { createClock } from '../ids.ts';
import { Refusal } from '../refusal.ts';

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

export type Content = { text: string; blocks: MessageBlock[]; metadata?: Metadata };

/** Something the bot said. */
export type Message = {
  ts: string;
  channel: string;
  content: Content;
  /** Earlier contents, oldest first: somebody may still have one of them on screen. */
  earlier: Content[];
  editedAt?: string;
  /** The message that this one replies to; a broadcast one is shown in the channel too. */
  thread?: { ts: string; isBroadcast: boolean };
  /** Somebody replied to it. */
  hasReplies?: true;
  /** Ephemeral: only this person sees it, and the Web API does not know it. */
  onlyFor?: string;
  deleted: boolean;
};

/** When something was last said to everybody in a channel, or to one person there, how often, and whom each message mentioned. */
export type Latest = { channel: string; onlyFor?: string; ts: string; mentioned: ReadonlySet<string>[] };

export type Messages = ReturnType<typeof createMessages>;

export function createMessages() {
  const clock = createClock();
  const byChannel = new Map<string, Map<string, Message>>();
  const latest = createLatest();

  const inChannel = (channel: string): Message[] => [...(byChannel.get(channel)?.values() ?? [])];

  return {
    post(channel: string, content: Content, more: Pick<Message, 'onlyFor' | 'thread'> = {}): Message {
      const message: Message = { ts: clock(), channel, content, earlier: [], deleted: false, ...more };
      const messages = byChannel.get(channel) ?? new Map<string, Message>();
      byChannel.set(channel, messages.set(message.ts, message));
      const parent = messages.get(more.thread?.ts ?? '');
      if (parent) parent.hasReplies = true;
      latest.keep(message);
      return message;
    },

    edit(message: Message, content: Content): void {
      message.earlier.push(message.content);
      message.content = content;
      message.editedAt = clock();
    },

    delete(message: Message): void {
      message.deleted = true;
    },

    /** Deleted ones too: whoever has one on screen may still click it. */
    find(channel: string, ts: string): Message {
      const message = byChannel.get(channel)?.get(ts);
      if (!message) throw new Refusal('message_not_found');
      return message;
    },

    seenBy: (user: string, channel: string): Message[] =>
      inChannel(channel).filter(({ deleted, onlyFor }) => !deleted && (!onlyFor || onlyFor === user)),

    /** What conversations.history gives, newest first: replies only where they were broadcast. */
    history: (channel: string): Message[] =>
      inChannel(channel)
        .filter(({ deleted, onlyFor, thread }) => !deleted && !onlyFor && thread?.isBroadcast !== false)
        .reverse(),

    /** What conversations.replies gives, oldest first: the message and its replies. */
    thread: (channel: string, ts: string): Message[] =>
      inChannel(channel).filter(
        (message) => !message.deleted && !message.onlyFor && (message.ts === ts || message.thread?.ts === ts),
      ),

    latest: latest.all,

    everyVersion: (): Content[] =>
      [...byChannel.keys()].flatMap(inChannel).flatMap(({ earlier, content }) => [...earlier, content]),
  };
}

function createLatest() {
  const latest = new Map<string, Latest>();
  return {
    keep({ channel, onlyFor, ts, content }: Message): void {
      const place = `${channel} ${onlyFor ?? ''}`;
      const mentioned = latest.get(place)?.mentioned ?? [];
      mentioned.push(mentionsIn(content));
      latest.set(place, { channel, ...(onlyFor && { onlyFor }), ts, mentioned });
    },
    all: (): Latest[] => [...latest.values()],
  };
}

/** The ids of people and user groups, in mrkdwn or in rich text. An edit that adds one notifies nobody. */
function mentionsIn(content: Content): ReadonlySet<string> {
  const found = JSON.stringify(content).matchAll(/<(?:@|!subteam\^)(\w+)|"(?:user|usergroup)_id":"(\w+)"/g);
  return new Set([...found].flatMap(([, inText, inRichText]) => inText ?? inRichText ?? []));
}
