import { Hono } from 'hono';
import { z } from 'zod';
import type { IamAccount } from './iam/account.ts';
import { createProfile, matches } from './iam/login-profiles.ts';
import { violationOf } from './iam/password-policy.ts';
import { showUser } from './iam/show-user.ts';
import type { Plain } from './json.ts';
import type { Mail } from './mail.ts';
import type { Entry } from './states/executions.ts';

const signIn = z.object({
  /** Or the account's alias. */
  accountId: z.string(),
  userName: z.string(),
  password: z.string(),
  newPassword: z.string().optional(),
});

const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword';

// What AWS's own pages say.
const wrong = {
  code: 'incorrect',
  error: 'Your authentication information is incorrect. Please try again.',
};
const unchanged = {
  code: 'not-changed',
  error:
    'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
};

/** What a person sees of the local AWS, and the door of its console. */
export function createConsole(world: {
  accounts: Map<string, IamAccount>;
  mails: Mail[];
  executions(): Entry[];
}): Hono {
  const accountOf = (idOrAlias: string): IamAccount | undefined =>
    world.accounts.get(idOrAlias) ?? [...world.accounts.values()].find(({ account }) => account.alias === idOrAlias);

  return new Hono()
    .get('/aws', (c) => c.json({ accounts: [...world.accounts.values()].map(showAccount) }))
    .get('/mail', (c) => c.json({ mails: world.mails }))
    .get('/executions', (c) => c.json({ executions: world.executions().map(showExecution) }))
    .post('/aws/sign-in', async (c) => {
      const read = signIn.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
      const { accountId, userName, password, newPassword } = read.data;
      const account = accountOf(accountId);
      const user = account?.users.get(userName.toLowerCase());
      const profile = user?.loginProfile;
      if (!account || !user || !profile || !matches(password, profile)) return c.json(wrong, 401);

      user.passwordLastUsed = new Date();
      if (!profile.passwordResetRequired) return c.json({ signedIn: true });
      if (newPassword === undefined) return c.json({ passwordResetRequired: true });
      const mayChange = user.policies.has(changePassword) && newPassword !== password;
      if (!mayChange || violationOf(newPassword, account.account)) return c.json(unchanged, 400);
      user.loginProfile = { ...createProfile(newPassword, false), createdAt: profile.createdAt };
      return c.json({ signedIn: true });
    });
}

function showAccount({ account, users, groups }: IamAccount) {
  const { id, name, alias, state, passwordPolicy } = account;
  return { id, name, alias, state, users: [...users.values()].map(showUser), groups, passwordPolicy };
}

/** An execution as the page and the tests see it. */
export function showExecution({ machine, startDate, stopDate, input, output, ...entry }: Entry) {
  const parsed = (text: string | undefined): Plain => (text === undefined ? undefined : JSON.parse(text));
  return {
    ...entry,
    machine: machine.name,
    startDate: startDate.toISOString(),
    stopDate: stopDate?.toISOString(),
    input: parsed(input),
    output: parsed(output),
  };
}
