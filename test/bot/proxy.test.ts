import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { type CompanyNetwork, startCompanyNetwork } from './company-network.ts';
import { useStarts } from './starts.ts';

const starts = useStarts();
const PASSWORD = 'two words@once';
let network: CompanyNetwork;

beforeAll(async () => {
  network = await startCompanyNetwork(starts.world, { user: 'bot', password: PASSWORD });
});
afterAll(() => network.stop());

/** A bot in the company's network. */
const inside = (more: NodeJS.ProcessEnv = {}) => ({
  environment: { ...network.environment, ...network.authority, HTTPS_PROXY: network.proxy.url, ...more },
});

test('where a proxy alone knows the names, everything goes through it: Slack, its WebSocket, answers to commands, AWS', async () => {
  const { world } = starts;
  await world.bot.stop();
  const { bot } = starts.start(inside());
  const { stop } = await bot;
  const aiko = actAs(world.url, 'U0AIKO');
  await aiko.command();
  const form = await until('the form', () => aiko.modal());
  await aiko.suggest(form.id, 'dev');
  await aiko.command('help');
  // The second part of the help comes by response_url.
  await until('the second part of the help', async () => (await aiko.messagesIn('C0GENERAL')).length === 2);
  await stop();
  expect(new Set(network.proxy.seen())).toEqual(
    new Set(['slack.kumoworks.internal:443', 'aws.kumoworks.internal:443']),
  );
});

test('without the proxy it is told which names are not known here, and how to name a proxy', async () => {
  const said = await starts.refusal(inside({ HTTPS_PROXY: '' }));
  expect(said).toMatch(/Slack cannot be reached \(.*ENOTFOUND slack\.kumoworks\.internal\): .*HTTPS_PROXY/);
  expect(said).toMatch(/AWS cannot be reached \(.*(ENOTFOUND aws\.kumoworks\.internal|timeout).*\): .*HTTPS_PROXY/);
});

test('this machine, and who is in NO_PROXY with all below a domain, is reached without it', async () => {
  const { url, slack, aws } = starts.world;
  const here = { ...slack.environment(url), ...aws.environment(url) };
  const deadEnd = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' };
  expect(await starts.logOfStart({ environment: { ...here, ...deadEnd } })).toContain('"ready"');
  const said = await starts.refusal(inside({ NO_PROXY: 'kumoworks.internal' }));
  expect(said).toContain('ENOTFOUND slack.kumoworks.internal');
  expect(said).toMatch(/ENOTFOUND aws\.kumoworks\.internal|timeout/);
  expect(said).not.toContain('443');
});

test('an authority that Node does not know is told as that, of Slack and of AWS', async () => {
  const said = await starts.refusal(inside({ NODE_EXTRA_CA_CERTS: '' }));
  const cause = 'self-signed certificate in certificate chain';
  expect(said).toMatch(new RegExp(`Slack cannot be reached \\(.*${cause}.*\\): .*NODE_EXTRA_CA_CERTS`));
  expect(said).toMatch(new RegExp(`AWS cannot be reached \\(.*${cause}.*\\): .*NODE_EXTRA_CA_CERTS`));
});

test('a proxy that does not take the credentials is told, and neither the log nor the message has them', async () => {
  const url = new URL(network.proxy.url);
  url.password = 'wrong-secret';
  const { bot, log } = starts.start(inside({ HTTPS_PROXY: url.href }));
  const said = await bot.then(
    () => 'it came up',
    (err: Error) => err.message,
  );
  expect(said).toMatch(/Slack cannot be reached \(.*407.*\): .*HTTPS_PROXY/);
  expect(said).toMatch(/AWS cannot be reached \(.*407.*\): .*HTTPS_PROXY/);
  expect(said + log()).not.toContain('wrong-secret');
});

test('the credentials of a service account are asked for through the proxy, too', async () => {
  await starts.refusal(
    inside({
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_ROLE_ARN: 'arn:aws:iam::100000000001:role/boarding-pass-bot',
      AWS_WEB_IDENTITY_TOKEN_FILE: new URL('../../package.json', import.meta.url).pathname,
      AWS_ENDPOINT_URL_STS: 'https://sts.kumoworks.internal',
    }),
  );
  expect(network.proxy.seen()).toContain('sts.kumoworks.internal:443');
});
