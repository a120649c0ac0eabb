import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { type Gateway, startGateway } from '../../sandbox/network/gateway.ts';
import { useStarts } from './starts.ts';

const starts = useStarts();
let gateway: Gateway;
let refuses: NonNullable<Parameters<typeof startGateway>[1]['refuses']> = () => undefined;

beforeAll(async () => {
  gateway = await startGateway(Number(new URL(starts.world.url).port), { refuses: (asked) => refuses(asked) });
});
afterEach(() => {
  refuses = () => undefined;
});
afterAll(() => gateway.stop());

const PAGE = '<!DOCTYPE html><html><head><title>Blocked by Kumoworks Web Security</title></head></html>';
const FOREIGN = (status: number) =>
  `something between here and localhost:${gateway.port} answered in its place (HTTP ${status}: Blocked by Kumoworks Web Security)`;
const environmentOf = (half: 'slack' | 'aws') => ({
  environment: Object.fromEntries(
    Object.entries(starts.world[half].environment(starts.world.url)).map(([name, value]) => [
      name,
      value.replaceAll(starts.world.url, `http://localhost:${gateway.port}`),
    ]),
  ),
});

test.each([200, 403])('a web page with %d in Slack’s place is told as that: nobody refused a token', async (status) => {
  refuses = () => ({ status, page: PAGE });
  const said = await starts.refusal(environmentOf('slack'));
  expect(said).toBe(
    `Slack cannot be reached (${FOREIGN(status)}): let the proxy, gateway or firewall pass the bot’s requests to Slack unchanged.`,
  );
});

test.each([200, 403])('a web page with %d in the place of AWS is told as that', async (status) => {
  refuses = () => ({ status, page: PAGE });
  const said = await starts.refusal(environmentOf('aws'));
  expect(said).toBe(
    `AWS cannot be reached (${FOREIGN(status)}): let the proxy, gateway or firewall pass the bot’s requests to AWS unchanged.`,
  );
});

test('a gateway that lets the API pass and no WebSocket is told in the log', async () => {
  refuses = ({ isSocket }) => (isSocket ? { status: 403, page: PAGE } : undefined);
  const { bot, log } = starts.start(environmentOf('slack'));
  const line = await until('a word of the WebSocket', () =>
    log()
      .split('\n')
      .find((each) => each.includes('no WebSocket could be opened')),
  );
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    msg: `no WebSocket could be opened to http://localhost:${gateway.port} (HTTP 403): let it pass the proxy or gateway`,
  });
  refuses = () => undefined;
  const { process, exited } = await bot;
  process.kill('SIGKILL');
  await exited;
});

test('a page in the place of Slack, once the bot is up, is in the log as what it is', async () => {
  const { bot, log } = starts.start(environmentOf('slack'));
  const { process, exited } = await bot;
  refuses = ({ path }) => (path.startsWith('/api/users.info') ? { status: 200, page: PAGE } : undefined);
  await starts.world.bot.stop();
  await actAs(starts.world.url, 'U0AIKO').command();
  expect(log()).toContain(FOREIGN(200));
  process.kill('SIGKILL');
  await exited;
});
