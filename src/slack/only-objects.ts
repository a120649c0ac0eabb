import type { IncomingMessage } from 'node:http';
import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';

/**
 * Has a receiver answer 401 to what was not signed within five minutes of now, and 400 to what is signed and holds no object. Bolt 5.1
 * takes any time to come, and any JSON for an object; it reads that where nobody catches: `null` would end the process.
 * @param path the only one that Slack calls
 */
export function refuseAllButObjects(receiver: HTTPReceiver, path: string, signingSecret: string): void {
  const { requestListener: answer } = receiver;
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== path) return answer(request, response);
    void refusalOf(request, signingSecret).then((status) => {
      if (status === undefined) answer(request, response);
      else HTTPModuleFunctions.buildNoBodyResponse(response, status);
    });
  };
}

/** As Bolt reads it. */
const pathOf = ({ url = '' }: IncomingMessage): string | undefined => URL.parse(url, 'http://localhost')?.pathname;

/** Slack's clock and ours may differ by so much, either way. Bolt refuses what is older, and takes what is of no time, or of a later one. */
const TOLERANCE_S = 5 * 60;

const isOfNow = ({ headers }: IncomingMessage): boolean =>
  Math.abs(Number(headers['x-slack-request-timestamp']) - Date.now() / 1000) <= TOLERANCE_S;

/** What is read here is not read again. The rest is Bolt's to refuse: what is no JSON, or not signed. */
async function refusalOf(request: IncomingMessage, signingSecret: string): Promise<number | undefined> {
  if (!isOfNow(request)) return 401;
  const { parseAndVerifyHTTPRequest, parseHTTPRequestBody, isRawBodyError, defaultBodyLimit } = HTTPModuleFunctions;
  try {
    const verified = await parseAndVerifyHTTPRequest({ signingSecret, bodyLimit: defaultBodyLimit }, request);
    const body: unknown = parseHTTPRequestBody(verified);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? undefined : 400;
  } catch (err) {
    return isRawBodyError(err) ? err.statusCode : undefined;
  }
}
