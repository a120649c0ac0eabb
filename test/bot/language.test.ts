import { beforeEach, expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { isKnownToReadJapanese } from '../is-known.ts';
import { DEV, useWorld } from './world.ts';

const bot = useWorld({ organization: kumoworks });
const japanese = /[\u3040-\u30ff]/;

beforeEach(async () => {
  for (const user of ['U0HIRO', 'U0YUKI']) await isKnownToReadJapanese(bot.world.url, user);
});

test('everybody reads their own language: a Japanese requester, the channel in its own, an English and a Japanese new user', async () => {
  const { id, ts } = await bot.request({ people: ['U0YUKI', 'U0LENA'], others: 'sam@partner.example' }, 'U0HIRO');
  expect((await bot.open(id)).text).toMatch(/asks for AWS access for \*3 people\*/);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);

  const told = (await bot.as('U0HIRO').dm()).messages.map(({ text }) => text);
  expect(told.at(-1)).toContain('完了しました。3 名が `payments-dev` (111122223333) を利用できます。');
  for (const text of told) expect(text).toMatch(japanese);

  expect((await bot.welcome('U0YUKI')).text).toContain('一時パスワードを表示');
  expect((await bot.welcome('U0LENA')).text).toContain('Show temporary password');
  const mail = (await bot.mails()).find(({ to }) => to.includes('sam@partner.example'));
  expect(mail?.subject).toBe(`AWS アカウント payments-dev (${DEV}) のご利用開始について`);
  expect(mail?.text).toMatch(
    /^Kumoworks の AWS アカウント payments-dev .*（申請：鈴木 宏 さん、承認：Ken Watanabe さん）。/,
  );
});

test('the form, its mistakes and the password’s modal are in the language of who reads them', async () => {
  const { shown } = await bot.submit('U0HIRO', { others: 'nobody@' });
  expect(shown.errors?.others).toBe('「nobody@」はメールアドレスの形式になっていません。');
  expect((await bot.as('U0HIRO').modal())?.title.text).toBe('AWS アクセスの申請');

  const { channel, ts } = await bot.welcome('U0YUKI');
  await bot.as('U0YUKI').click(channel, ts, 'show-password');
  await bot.modal('U0YUKI', (text) => text.includes('今すぐコピーしてください'));
});
