import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParts } from '../../../sandbox/aws/parts.ts';
import { createWire } from '../../../sandbox/aws/wire.ts';
import { allPlayed } from '../../../sandbox/coverage/played.ts';
import { slackMethods } from '../../../sandbox/coverage/table.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { createSlack } from '../../../sandbox/slack/slack.ts';

// Every fault that sandbox/coverage.md promises of a call over HTTP.

const aws = createParts(kumoworks, {});
const slack = createSlack(kumoworks);
const played = allPlayed(slackMethods(), aws);

const server = createServer((request: IncomingMessage, response) => {
  const wire = createWire(aws.services, aws.faults, aws.lines);
  const isForAws = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256');
  return getRequestListener((asked, env) => (isForAws ? wire(asked, env) : slack.routes.fetch(asked, env)))(
    request,
    response,
  );
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  aws.sqs.stop();
  aws.states.stop();
});

/** What a call is told where it is told to go wrong: the error's name, or that there is no answer. */
const outcome = (call: Promise<Response>): Promise<string> =>
  call.then(
    (answer) => answer.text(),
    () => 'no answer',
  );

const errorIn = (answer: string): string | undefined => {
  const [, json, xml] = /"__type":"(\w+)"|<Code>(\w+)</.exec(answer) ?? [];
  return json ?? xml;
};

describe.each(played.filter(({ service }) => service === 'slack'))('of $service $name', ({ name, faults }) => {
  const call = () => outcome(fetch(`${url}/api/${name}`, { method: 'POST' }));
  const faultsOf: Record<string, () => Promise<void>> = {
    async error() {
      slack.answerNext(name, { error: 'as_planted' });
      expect(await call()).toContain('as_planted');
    },
    async status() {
      slack.answerNext(name, { status: 503 });
      expect(await call()).toBe('sandbox: out of order');
    },
    async lost() {
      slack.answerNext(name, { lost: true });
      expect(await call()).toBe('no answer');
    },
    async held() {
      const hold = slack.hold(name);
      const answer = call();
      await hold.reached;
      hold.release();
      expect(await answer).toContain('"ok":false');
    },
    async line() {
      const back = slack.away();
      expect(await call()).toBe('no answer');
      back();
      expect(await call()).toContain('"ok":false');
    },
  };
  test.each(faults)('the fault %s is played', (fault) => faultsOf[fault]?.());
  test('no other is promised', () => expect(faults).toEqual(Object.keys(faultsOf)));
});

const overWire = Object.entries(aws.services).flatMap(([service, { protocol, operations }]) =>
  Object.keys(operations).map((action) => ({ service, action, protocol })),
);

describe.each(overWire)('of a signed call of $service $action', ({ service, action, protocol }) => {
  const call = (): Promise<string> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=sandbox/20260101/eu-west-1/${service}/aws4_request`;
    const asked =
      protocol === 'query'
        ? { headers: { authorization }, body: `Action=${action}` }
        : { headers: { authorization, 'x-amz-target': `Any.${action}` }, body: '{}' };
    return outcome(fetch(url, protocol === 'rest-xml' ? { headers: { authorization } } : { method: 'POST', ...asked }));
  };

  test('it is refused as planted', async () => {
    aws.faults.failNext(`${service}:${action}`, 'AsPlanted');
    expect(errorIn(await call())).toBe('AsPlanted');
  });
  test('it is carried out and fails as planted, where it does not fail by itself', async () => {
    const own = errorIn(await call());
    aws.faults.failNext(`${service}:${action}`, 'AsPlanted', 1, { after: true });
    expect(errorIn(await call())).toBe(own ?? 'AsPlanted');
  });
  test('it is held', async () => {
    const hold = aws.faults.hold(`${service}:${action}`);
    const answer = call();
    await hold.reached;
    hold.release();
    expect(await answer).not.toBe('no answer');
  });
  test('its line can be away', async () => {
    const back = aws.lines.of(service).away();
    expect(await call()).toBe('no answer');
    back();
    expect(await call()).not.toBe('no answer');
  });
});
