import { VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { beforeAll, expect, test } from 'vitest';
import { createMailer } from '../../../src/aws/mailer.ts';
import { checkMail } from '../../../src/startup/checks/sender.ts';
import { toTaskError } from '../../../src/worker/task-error.ts';
import { accounts } from '../../manifests/stacks.ts';
import { type Bot, createBot } from './bot.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
let bot: Bot;
beforeAll(async () => {
  if (moto.isThere) bot = createBot(moto, await moto.admin(accounts.home));
});

const mail = {
  to: 'sam@partner.example',
  replyTo: 'aiko@example.com',
  subject: 'アカウントのご案内',
  text: 'ようこそ',
  html: '<p>ようこそ</p>',
};
const send = () => createMailer(bot.clients.ses, bot.config.mailFrom)(mail);

test('from an address that SES has not verified nothing is sent, and no further try is made', async () => {
  const err = await send().catch((err: Error) => err);
  expect(err).toMatchObject({ name: 'SenderRefused' });
  expect(toTaskError(err).name).toBe('Failed');
});

test('once its domain is verified, mail is sent', async () => {
  await bot.clients.ses.send(new VerifyDomainIdentityCommand({ Domain: 'example.com' }));
  expect(await send()).toMatch(/\w{10,}/);
});

// When moto has GetAccountSendingEnabled, what the bot checks of SES at its start can be checked here.
test('moto cannot say whether the account may send; at its start the bot tells that it could not look, and goes on', async () => {
  await checkMail(bot.clients.ses, bot.config.mailFrom, true, bot.log);
  expect(bot.lines.join('')).toContain('SES could not be asked about MAIL_FROM');
});
