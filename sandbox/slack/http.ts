import { createHmac } from 'node:crypto';
import type { Line } from '../misbehaving/line.ts';
import { signingSecret } from './bot.ts';
import type { Deliver, Envelope, Reply } from './envelopes.ts';

/** Calls the app at its address, as Slack does where there is no Socket Mode: docs.slack.dev/authentication/verifying-requests-from-slack. */
export function overHttp(port: number, ackTimeout: number, line: Pick<Line, 'outage'>): Deliver {
  async function call(body: string, retry: number): Promise<Reply> {
    if (line.outage()) return { failed: 'dispatch_unknown_error' };
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
    };
    try {
      const signal = AbortSignal.timeout(ackTimeout);
      const answer = await fetch(`http://localhost:${port}/slack/events`, { method: 'POST', headers, body, signal });
      return answer.ok ? { ack: await readAck(answer) } : { failed: 'dispatch_unknown_error' };
    } catch (err) {
      return { failed: (err as Error).name === 'TimeoutError' ? 'operation_timeout' : 'dispatch_unknown_error' };
    }
  }

  return (envelope, copies) => {
    const body = bodyOf(envelope);
    for (const [i, after] of copies.entries()) setTimeout(() => void call(body, i + 1), after).unref();
    return call(body, 0);
  };
}

function bodyOf({ type, payload }: Envelope): string {
  const fields = type === 'slash_commands' ? Object.entries(payload) : [['payload', JSON.stringify(payload)]];
  return new URLSearchParams(fields.filter(([, value]) => value !== undefined)).toString();
}

/** Words alone are a command's answer. */
async function readAck(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (answer.headers.get('content-type')?.includes('json')) return JSON.parse(text);
  return text === '' ? undefined : { text };
}
