import { Hono } from 'hono';
import { addActions } from './console/actions.ts';
import type { Sessions } from './console/sessions.ts';
import { addSignIn } from './console/sign-in.ts';
import type { IamAccount } from './iam/account.ts';
import { showUser } from './iam/show-user.ts';
import type { Plain } from './json.ts';
import type { Mail } from './mail.ts';
import type { Entry } from './states/executions.ts';

/** What a person sees of the local AWS, and its console. */
export function createConsole(world: {
  accounts: Map<string, IamAccount>;
  mails: Mail[];
  /** The time for one-time codes. */
  now(): number;
  executions(): Entry[];
  sessions: Sessions;
}): Hono {
  const routes = new Hono()
    .get('/aws', (c) => c.json({ accounts: [...world.accounts.values()].map(showAccount) }))
    .get('/mail', (c) => c.json({ mails: world.mails }))
    .get('/executions', (c) => c.json({ executions: world.executions().map(showExecution) }));
  const { sessions } = world;
  addSignIn(routes, { accounts: world.accounts, sessions, now: world.now });
  addActions(routes, { sessions, now: world.now });
  return routes;
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
