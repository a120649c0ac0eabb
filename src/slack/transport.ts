import type { WebClientOptions } from '@slack/web-api';
import { EnvHttpProxyAgent, fetch as fetchOver } from 'undici';
import { withCauses } from '../watch/causes.ts';
import { ForeignAnswer, isWebPage } from '../watch/foreign-answer.ts';

/** The proxy that leads to Slack, and whom to ask without it (as NO_PROXY). */
export type SlackProxy = { uri: string; noProxy: string };

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** How Slack is reached: `fetch` for its Web API and its response_urls, `dispatcher` for WebSockets where there is a proxy. */
export type Transport = { fetch: Fetch; dispatcher: EnvHttpProxyAgent | undefined };

export function createTransport(proxy: SlackProxy | undefined): Transport {
  if (!proxy) return { fetch: telling((url, init) => globalThis.fetch(url, init)), dispatcher: undefined };
  const { uri, noProxy } = proxy;
  // HTTP/1.1: a WebSocket needs a connection of its own.
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: uri, httpsProxy: uri, noProxy, allowH2: false });
  // Node's own fetch is of another version of undici, whose dispatchers are others.
  const over = fetchOver as unknown as (url: string | URL, init: object) => ReturnType<Fetch>;
  return { fetch: telling((url, init) => over(url, { ...init, dispatcher })), dispatcher };
}

/** Has a failure say why, and who was no Slack: the SDK logs and tells no more than the first message. */
const telling =
  (fetch: Fetch): Fetch =>
  async (url, init) => {
    const answer = await fetch(url, init).catch((err: Error) => {
      throw err.cause === undefined ? err : new TypeError(withCauses(err), { cause: err.cause });
    });
    // Slack says all that it means in JSON. That it is out of order it says otherwise, and asks to slow down by a header.
    const { status, statusText, headers } = answer;
    if (status >= 500 || status === 429 || headers.get('content-type')?.includes('json')) return answer;
    const body = await answer.text();
    const { host, pathname } = new URL(String(url));
    if (isWebPage(body) || pathname.startsWith('/api/')) throw new ForeignAnswer(host, status, body);
    const kept = Object.fromEntries(headers.entries());
    return new Response(body === '' ? null : body, { status, statusText, headers: kept });
  };
