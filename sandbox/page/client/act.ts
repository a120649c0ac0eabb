import type { Shown } from '../../slack/seen.ts';
import { keepOverReload } from './over-reload.ts';

/** Does something in Slack as the current person, and gives what their client would show. */
export type Act = <Answer = Shown>(
  what: 'command' | 'suggest' | 'fill' | 'submit' | 'click' | 'close',
  body: object,
) => Promise<Answer>;

/** This tab, to the local Slack: a modal that is opened here comes up here, also after reloading. */
export const client: string = keepOverReload('client', () => client) ?? crypto.randomUUID();

/** @returns `{ error }` where the sandbox refused or did not answer */
export function actAs(user: string): Act {
  return <Answer>(what: string, body: object) => post<Answer>(`/act/${what}`, { user, client, ...body });
}

/** The sandbox's answer, whatever its status; `{ error: 'offline' }` where there was none. */
export async function post<Answer>(path: string, body: object): Promise<Answer> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Answer;
  } catch {
    return { error: 'offline' } as Answer;
  }
}
