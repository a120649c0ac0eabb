import { Readable } from 'node:stream';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { ForeignAnswer, isWebPage } from '../watch/foreign-answer.ts';
import type { AwsClient } from './throttling.ts';

type Exchange = {
  request: { hostname?: string; port?: number };
  response: { statusCode: number; headers: Record<string, string>; body: AsyncIterable<Uint8Array> };
};

/** Has a client say so where somebody else answers in AWS's place, with a web page: the SDK finds no more in it than a wrong sign. */
export function refuseForeignAnswers<Client extends AwsClient>(client: Client): Client {
  // What the stacks differ in, the commands, is not looked at.
  const stack = client.middlewareStack as SFNClient['middlewareStack'];
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { hostname = '', port } = (args as { request: Exchange['request'] }).request;
      const { statusCode, headers, body } = result.response as Exchange['response'];
      // What is out of order, AWS or the gateway, is tried again as ever.
      if (statusCode >= 500 || !headers['content-type']?.includes('html')) return result;
      const text = await textOf(body);
      if (isWebPage(text))
        throw new ForeignAnswer(port === undefined ? hostname : `${hostname}:${port}`, statusCode, text);
      // Called a page and none: what else speaks AWS's protocols does so.
      (result.response as { body: unknown }).body = Readable.from(Buffer.from(text));
      return result;
    },
    // After the SDK's own reading, which has a normal priority: before it, seen from the network.
    { step: 'deserialize', priority: 'low', name: 'refuseForeignAnswers' },
  );
  return client;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
