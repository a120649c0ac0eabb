import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { carry, hangUp } from '../../misbehaving/carry.ts';
import type { Line } from '../../misbehaving/line.ts';
import { originOf } from '../../network/origin.ts';
import { otherApp, tokens } from '../bot.ts';
import { Refusal } from '../refusal.ts';
import type { Fault, Faults } from './faults.ts';
import type { Answer, Method } from './method.ts';
import { readParams } from './params.ts';
import type { Scopes } from './scopes.ts';

type Node = { Bindings: HttpBindings };

export type Call = { method: string; params: Record<string, unknown> };

/** So many calls are remembered; a sandbox may run for days. */
const remembered = 10_000;

type Parts = { methods: Record<string, Method>; scopes: Scopes; faults: Faults; line: Line };

/** The Web API's door: token, method, scopes, then the method itself. Slack says no at HTTP 200. */
export function createWebApi(parts: Parts) {
  const { scopes, faults, line } = parts;
  const calls: Call[] = [];

  function remember(call: Call): void {
    calls.push(call);
    if (calls.length > remembered) calls.splice(0, remembered / 2);
  }

  async function carryOut(c: Context<Node, '/api/:method'>, fault: Fault | undefined): Promise<Answer> {
    const method = c.req.param('method');
    try {
      const { token, ...params } = await readParams(c.req);
      remember({ method, params });
      if (fault && 'waits' in fault && fault.before === 'call') await fault.waits();
      if (fault && 'status' in fault) throw new Refusal('ratelimited');
      if (fault && 'error' in fault) throw new Refusal(fault.error);
      const bearer = c.req.header('authorization')?.replace(/^Bearer /i, '');
      const given = bearer ?? (typeof token === 'string' ? token : undefined);
      // Whatever is answered: https://docs.slack.dev/authentication/installing-with-oauth
      if (given && typeOf(given) === 'bot') c.header('x-oauth-scopes', scopes.granted.join(','));
      return { ok: true, ...answer(parts, { name: method, token: given, params, origin: originOf(c.req) }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error: error.error, ...error.details };
    }
  }

  async function respond(c: Context<Node, '/api/:method'>): Promise<Response> {
    const fault = faults.take(c.req.param('method'));
    const answer = await carryOut(c, fault);
    if (fault && 'waits' in fault && fault.before === 'answer') await fault.waits();
    if (fault && 'lost' in fault) return hangUp(c.env);
    if (!fault || !('status' in fault)) return c.json(answer);
    if (fault.status !== 429) return c.text('sandbox: out of order', fault.status);
    return c.json(answer, 429, { 'Retry-After': String(fault.retryAfter) });
  }

  const routes = new Hono<Node>().on(['GET', 'POST'], '/api/:method', (c) =>
    carry(line.fateOf(c.req.param('method')), {
      signal: c.req.raw.signal,
      connection: c.env,
      answer: () => respond(c),
      refuse: (why) =>
        why === 'broken'
          ? c.text('sandbox: out of order', 500)
          : c.json({ ok: false, error: 'ratelimited' }, 429, { 'Retry-After': '1' }),
    }),
  );

  return { routes, calls: (): Call[] => [...calls] };
}

type Asked = { name: string; token: string | undefined; params: Record<string, unknown>; origin: string };

function answer({ methods, scopes }: Parts, { name, token, params, origin }: Asked): Answer {
  const method = methods[name];
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  if (!token) throw new Refusal('not_authed');
  const type = typeOf(token);
  if (!type) throw new Refusal('invalid_auth');
  if (method.token !== 'any' && method.token !== type) throw new Refusal('not_allowed_token_type');
  for (const scope of method.scopes) scopes.need(scope);
  return method.run(params, origin, token);
}

function typeOf(token: string): 'bot' | 'app' | undefined {
  if (token === tokens.bot) return 'bot';
  return token === tokens.app || token === otherApp.token ? 'app' : undefined;
}
