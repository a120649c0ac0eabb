import type { SeenMessage, SeenState, SeenView, Shown, Suggested } from '../slack/seen.ts';

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
