import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { carry } from '../misbehaving/carry.ts';
import type { Line } from '../misbehaving/line.ts';
import { readContent } from './content.ts';
import { newHash } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Message, Messages } from './workspace/messages.ts';

type Node = { Bindings: HttpBindings };

/** Who clicked or typed where; `message` is the one that was clicked. */
type Occasion = { user: string; channel: string; message?: Message };

const uses = 5;
const lifetime = 30 * 60_000;
/** So many are kept, whatever their age: a sandbox may run for days. */
const remembered = 10_000;

const response = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

/** response_url: five answers within half an hour, in channels that the bot need not be in. */
export function createResponseUrls(messages: Messages, home: () => string, line: Line) {
  const issued = new Map<string, Occasion & { left: number; until: number }>();

  function use(id: string): Occasion {
    const found = issued.get(id);
    if (!found || Date.now() > found.until) throw new Refusal('expired_url');
    if (found.left === 0) throw new Refusal('used_url');
    found.left -= 1;
    return found;
  }

  function respond({ user, channel, message }: Occasion, body: unknown): void {
    const { response_type, replace_original, delete_original, ...said } = response.parse(body);
    if (delete_original && message) {
      messages.delete(message);
      return;
    }
    const content = readContent(said);
    if (replace_original && message) messages.edit(message, content);
    else messages.post(channel, content, response_type === 'in_channel' ? {} : { onlyFor: user });
  }

  async function answer(c: Context<Node, '/response/:id'>): Promise<Response> {
    try {
      respond(use(c.req.param('id')), await c.req.json());
      return c.text('ok');
    } catch (error) {
      if (error instanceof Refusal) return c.json({ ok: false, error: error.error, ...error.details }, 404);
      return c.json({ ok: false, error: 'invalid_payload' }, 400);
    }
  }

  const routes = new Hono<Node>().post('/response/:id', (c) =>
    carry(line.fateOf('response_url'), {
      signal: c.req.raw.signal,
      connection: c.env,
      answer: () => answer(c),
      refuse: (why) => c.text('sandbox: out of order', why === 'broken' ? 500 : 429),
    }),
  );

  return {
    routes,
    issue(occasion: Occasion): string {
      const [oldest] = issued.keys();
      if (oldest && issued.size >= remembered) issued.delete(oldest);
      const id = newHash();
      issued.set(id, { ...occasion, left: uses, until: Date.now() + lifetime });
      return `${home()}/response/${id}`;
    },
  };
}
