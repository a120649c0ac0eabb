import type { AnyBlock, PlainTextElement } from '@slack/types';

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
export type Shown = { error?: string; text?: string; errors?: Record<string, string>; view?: SeenView };
export type Suggested = {
  options?: { value: string; text: { text: string } }[];
  option_groups?: { label: { text: string }; options: { value: string; text: { text: string } }[] }[];
};

/** Somebody at their Slack, over the sandbox's HTTP interface. */
export type Actor = ReturnType<typeof actAs>;

/** @param state how what they have before them is looked up: over HTTP, unless whoever asks is in the same process */
export function actAs(url: string, user: string, state = (): Promise<SeenState> => get(`${url}/state?as=${user}`)) {
  const act = <T = Shown>(what: string, body: object): Promise<T> => post(`${url}/act/${what}`, { user, ...body });

  return {
    user,
    state,
    command: (text = '', { command = '/onboard', channel = 'C0GENERAL' } = {}) =>
      act('command', { command, channel, text }),
    suggest: (viewId: string, text: string, actionId = 'accounts') =>
      act<Suggested>('suggest', { viewId, actionId, text }),
    /** Puts values into a modal that stays open. */
    fill: (viewId: string, values: object) => act('fill', { viewId, values }),
    submit: (viewId: string, values: object, more: object = {}) => act('submit', { viewId, values, ...more }),
    click: (channel: string, ts: string, actionId: string, more: object = {}) =>
      act('click', { channel, ts, actionId, ...more }),
    clickInView: (viewId: string, actionId: string) => act('click', { viewId, actionId }),
    close: (viewId: string) => act('close', { viewId }),

    /** The modal on top of this person's screen. */
    async modal(): Promise<SeenView | undefined> {
      return (await state()).modals.at(-1);
    },
    async messagesIn(channel: string): Promise<SeenMessage[]> {
      return (await state()).channels.find(({ id }) => id === channel)?.messages ?? [];
    },
    /** The bot's direct messages to this person, and the channel they stand in. */
    async dm(): Promise<{ id: string; messages: SeenMessage[] }> {
      return (await state()).dms[0] ?? { id: '', messages: [] };
    },
  };
}

export async function get<T>(address: string): Promise<T> {
  return (await (await fetch(address)).json()) as T;
}

export async function post<T>(address: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as T;
}
