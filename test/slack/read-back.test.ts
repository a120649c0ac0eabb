import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createReadBack, marking } from '../../src/slack/read-back.ts';

test('what another app has said with the same mark does not count', async () => {
  const said = (bot_id: string, ts: string) => ({ type: 'message', bot_id, ts, metadata: marking('V1/request') });
  const messages = [said('B0OTHER', '1.2'), said('B0BOT', '1.1')];
  const client = new WebClient('xoxb-', { fetch: async () => Response.json({ ok: true, messages }) });
  const find = (botId: string) => createReadBack(client, botId)({ channel: 'C0' }, 'V1/request', new Date(0));

  expect(await find('B0BOT')).toEqual({ channel: 'C0', ts: '1.1' });
  expect(await find('B0THIRD')).toBeUndefined();
});
