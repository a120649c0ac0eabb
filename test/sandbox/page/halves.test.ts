import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { createAws } from '../../../sandbox/aws/aws.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { policyOfKumoworks } from '../../../sandbox/organization/policy-file.ts';
import { createChanges } from '../../../sandbox/page/changes.ts';
import { createPage } from '../../../sandbox/page/page.ts';
import type { Sources } from '../../../sandbox/page/read/sources.ts';
import { createSlack } from '../../../sandbox/slack/slack.ts';
import { all, listen } from './listen.ts';

const slack = createSlack(kumoworks);
const aws = createAws(kumoworks);

/** The stream of a page over these halves, in somebody's name. */
async function open(halves: Pick<Sources, 'slack' | 'aws'>, as?: string) {
  const changes = createChanges();
  const page = createPage(
    { organization: kumoworks, language: 'ja', policyFile: policyOfKumoworks, ahead: () => 0, ...halves },
    changes,
  );
  const server = createServer().on('upgrade', page.upgrade).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    page.stop();
    server.close();
  });
  const opened = listen(url, as === undefined ? '' : `?as=${as}`);
  await opened.slice('mails');
  expect(opened.came).toEqual(all);
  return { ...opened, page, changes, url };
}

test('without a local AWS there is nothing of AWS to see', async () => {
  const { slices } = await open({ slack: slack.look, aws: undefined }, 'U0KEN');
  expect(slices.world).toMatchObject({ slack: true, aws: false, language: 'ja', machines: [] });
  expect(slices).toMatchObject({ me: { user: { id: 'U0KEN' } }, executions: [], accounts: { total: 0, shown: [] } });
});

test('without a local Slack there is nobody to be, and nobody is asked for', async () => {
  const { slices } = await open({ slack: undefined, aws: aws.look });
  expect(slices.world).toMatchObject({ slack: false, aws: true, commands: [], channels: [] });
  expect(slices).toMatchObject({ people: [], activity: [], me: { user: { id: '' }, channels: [], dms: [] } });
  expect(slices.accounts?.total).toBe(kumoworks.accounts.length);
});

test('of the machines there is what can be drawn', async () => {
  const { slices } = await open({ slack: undefined, aws: aws.look });
  const onboarding = slices.world?.machines.find(({ name }) => name === 'onboarding');
  expect(onboarding?.type).toBe('STANDARD');
  expect(onboarding?.definition.States[onboarding.definition.StartAt]).toMatchObject({ Type: 'Task' });
  expect(JSON.stringify(slices.world)).not.toMatch(/"Parameters"|"Retry"/);
});

test('nothing is read for a page that was closed', async () => {
  const { changes, close } = await open({ slack: slack.look, aws: aws.look });
  await close();
  const read = vi.spyOn(slack.look, 'latest');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    read.mockRestore();
    vi.useRealTimers();
  });
  // Where the page was closed, the server hears of it a moment later.
  await until('the end of the reading', () => {
    read.mockClear();
    changes.tell();
    vi.runAllTimers();
    return read.mock.calls.length === 0;
  });
});

test('a change of which nothing is to be seen is not told; a stopped page ends its streams', async () => {
  const { page, changes, came, ended, url } = await open({ slack: slack.look, aws: aws.look });
  changes.tell();
  const another = listen(url);
  await another.slice('mails');
  changes.tell();
  page.stop();
  await Promise.all([ended, another.ended]);
  expect(came).toEqual(all);
});
