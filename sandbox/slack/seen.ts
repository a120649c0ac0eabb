import type { AnyBlock, PlainTextElement } from '@slack/types';

/** What GET /state shows of a message, a modal, and all that somebody has before them. */
export type SeenMessage = {
  ts: string;
  text: string;
  blocks: AnyBlock[];
  edited?: { user: string; ts: string };
  ephemeral?: true;
  /** The message that this one replies to; a broadcast one is shown in the channel too. */
  thread_ts?: string;
  broadcast?: true;
};
export type SeenView = {
  private_metadata?: string;
  id: string;
  callback_id: string;
  title: PlainTextElement;
  blocks: AnyBlock[];
  submit: PlainTextElement | null;
  close: PlainTextElement | null;
};
export type SeenState = {
  user: { id: string; name: string; realName: string; locale: string };
  modals: SeenView[];
  channels: { id: string; name: string; private: boolean; messages: SeenMessage[] }[];
  dms: { id: string; with: string; messages: SeenMessage[] }[];
};
/** What an act is answered with. */
export type Shown = { error?: string; text?: string; errors?: Record<string, string>; view?: SeenView };
export type Suggested = {
  options?: { value: string; text: { text: string } }[];
  option_groups?: { label: { text: string }; options: { value: string; text: { text: string } }[] }[];
};
