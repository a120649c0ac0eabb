import { styleText } from 'node:util';
import { type Actor, actAs, get, post } from '../acting/actor.ts';
import { kumoworks } from '../organization/kumoworks.ts';
import type { SeenMessage, SeenView } from '../slack/seen.ts';
import { drawMessage, drawView } from './draw.ts';

type IamUser = { userName: string; path: string; groups: string[]; policies: string[]; loginProfile?: object };

export const ownPassword = 'My-own-Passw0rd!';

/** Where the tour is played: what it says, shows, and does at the AWS console. */
export type Stage = ReturnType<typeof createStage>;

export function createStage(url: string, say: (text: string) => void) {
  const names = new Map([
    ...kumoworks.people.map(({ id, name }) => [id, name] as const),
    ...kumoworks.userGroups.map(({ id, handle }) => [id, handle] as const),
  ]);
  const line = (text: string) => say(text.replace(/^/gm, `  ${styleText('cyan', '│')} `));
  let current = '';

  return {
    ...atConsole(url, line),
    ...atPortal(url),
    url,
    as: (userId: string): Actor => actAs(url, userId),
    line,
    message: (message: SeenMessage) => say(drawMessage(message, names)),
    view: (view: SeenView) => say(drawView(view, names)),

    /** Opens the next scene; `current` tells where the tour was if it fails. */
    step(title: string): void {
      current = title;
      say(`\n${styleText(['bold', 'green'], `▸ ${title}`)}`);
    },
    get current() {
      return current;
    },

    expect(truth: boolean, otherwise: string): void {
      if (!truth) throw new Error(otherwise);
    },

    /** The users that boarding-pass made in an account, with its name. */
    async usersMadeIn(account: string): Promise<(IamUser & { account: string })[]> {
      const { accounts } = await get<{ accounts: { id: string; name: string; users: IamUser[] }[] }>(`${url}/aws`);
      const { name = '', users = [] } = accounts.find(({ id }) => id === account) ?? {};
      return users.filter(({ path }) => path === '/onboarded/').map((user) => ({ ...user, account: name }));
    },
  };
}

/** What somebody does at the AWS console. */
function atConsole(url: string, line: (text: string) => void) {
  const enter = async (body: object): Promise<string> => {
    const answer = await post<{ session?: string }>(`${url}/aws/sign-in`, body);
    if (answer.session === undefined) throw new Error(`The console answers ${JSON.stringify(answer)}.`);
    return answer.session;
  };

  return {
    /** Signs in with a temporary password and sets another, as the console asks for. */
    async signInFirst(accountId: string, userName: string, password: string): Promise<void> {
      const asked = await post<object>(`${url}/aws/sign-in`, { accountId, userName, password });
      if (!('passwordResetRequired' in asked)) throw new Error(`The console answers ${JSON.stringify(asked)}.`);
      line(`${userName} signs in to ${accountId}; the console asks for a new password`);
      await enter({ accountId, userName, password, newPassword: ownPassword });
      line(`${userName} is signed in with a password of their own`);
    },

    /** @returns the session */
    async signIn(accountId: string, userName: string, mfaCode?: string): Promise<string> {
      const session = await enter({ accountId, userName, password: ownPassword, mfaCode });
      line(
        `${userName} signs in ${mfaCode === undefined ? 'with their password' : `with their password and ${mfaCode}`}`,
      );
      return session;
    },

    /** Does something in the console. */
    act: <Answer>(session: string, body: object): Promise<Answer> =>
      post<Answer>(`${url}/aws/console`, { session, ...body }),
  };
}

const atPortal = (url: string) => ({
  /** Sends what somebody has typed at the AWS access portal so far, and takes what it asks for next. */
  async atPortal(asks: string, typed: { userName: string; [field: string]: string }): Promise<Record<string, string>> {
    const answer = await post<Record<string, string>>(`${url}/portal/sign-in`, typed);
    if (!(asks in answer)) throw new Error(`The portal answers ${JSON.stringify(answer)}.`);
    return answer;
  },

  /** Does something at the portal, for who is signed in. */
  inPortal: <Answer>(what: 'accounts' | 'open', body: { session: string; [field: string]: string }): Promise<Answer> =>
    post<Answer>(`${url}/portal/${what}`, body),
});
