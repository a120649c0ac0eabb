import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SendEmailCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { startAws } from './world.ts';

const to = (...ToAddresses: string[]) =>
  new SendEmailCommand({
    Source: 'Boarding pass <boarding-pass@kumoworks.example>',
    Destination: { ToAddresses },
    ReplyToAddresses: ['aiko@kumoworks.example'],
    Message: {
      Subject: { Data: 'ようこそ & welcome' },
      Body: { Text: { Data: 'Sign in <here>\n+1 100%' }, Html: { Data: '<p>Sign in</p>' } },
    },
  });

const from = (Source: string, replyTo = 'aiko@kumoworks.example') =>
  new SendEmailCommand({ ...to('sam@partner.example').input, Source, ReplyToAddresses: [replyTo] });

test.each([
  ['no domain', 'boarding-pass', "Missing final '@domain'"],
  ['nothing before the @', '@kumoworks.example', 'Missing local name'],
  ['nothing behind it', 'Boarding pass <boarding-pass@>', 'Missing domain'],
  ['two dots in a row', 'sam..lee@kumoworks.example', 'Local address contains dot-dot'],
  ['a dot first', '.sam@kumoworks.example', 'Local address starts with dot'],
  ['a dot last', 'sam.@kumoworks.example', 'Local address ends with dot'],
  ['a letter that is not of ASCII', '愛子@kumoworks.example', 'Local address contains control or whitespace'],
  ['a space', 'sam lee@kumoworks.example', 'Local address contains control or whitespace'],
  ['a bracket', 'sam(lee)@kumoworks.example', 'Local address contains illegal character'],
  ['two dots in its domain', 'sam@kumoworks..example', 'Domain contains dot-dot'],
  ['a domain in Japanese', 'sam@雲.example', 'Domain contains control or whitespace'],
  ['an underscore in its domain', 'sam@kumo_works.example', 'Domain contains illegal character'],
  ['a comma in a name without quotes', 'Kumoworks, Inc. <aws@kumoworks.example>', 'Illegal address'],
  ['two addresses', 'a@kumoworks.example, b@kumoworks.example', 'Illegal address'],
  ['a bracket that is not closed', 'Boarding pass <aws@kumoworks.example', 'Illegal address'],
])('a mailbox with %s is refused, whoever it is of, and nothing is kept', async (_what, mailbox, message) => {
  const world = await startAws();
  const refusal = { name: 'InvalidParameterValue', message };
  await expect(world.ses.send(from(mailbox))).rejects.toMatchObject(refusal);
  await expect(world.ses.send(to(mailbox))).rejects.toMatchObject(refusal);
  await expect(world.ses.send(from('aws@kumoworks.example', mailbox))).rejects.toMatchObject(refusal);
  expect((await world.get('/mail')).mails).toEqual([]);
});

test.each([
  'aws@kumoworks.example',
  '"Kumoworks, Inc." <aws@kumoworks.example>',
  '=?UTF-8?B?6Zuy?= <aws@kumoworks.example>',
  'AWS@Mail.Kumoworks.example',
  'aws@eu.mail.kumoworks.example',
])('%s may send: the verified domain is its own, or above it', async (mailbox) => {
  const world = await startAws();
  await world.ses.send(from(mailbox));
  expect((await world.get('/mail')).mails).toMatchObject([{ from: mailbox }]);
});

test.each(['aws@otherkumoworks.example', 'aws@kumoworks.example.evil', 'aws@kumoworksxexample'])(
  '%s may not: nobody has verified it',
  async (mailbox) => {
    const { ses } = await startAws();
    await expect(ses.send(from(mailbox))).rejects.toMatchObject({ name: 'MessageRejected' });
  },
);

test('a mail is kept as it was sent', async () => {
  const world = await startAws();

  const { MessageId } = await world.ses.send(to('sam@partner.example'));

  const { mails } = await world.get('/mail');
  expect(mails).toEqual([
    {
      id: MessageId,
      at: expect.any(String),
      from: 'Boarding pass <boarding-pass@kumoworks.example>',
      to: ['sam@partner.example'],
      replyTo: ['aiko@kumoworks.example'],
      subject: 'ようこそ & welcome',
      text: 'Sign in <here>\n+1 100%',
      html: '<p>Sign in</p>',
    },
  ]);
});

test('an address that bounces is refused, and nothing is kept', async () => {
  const world = await startAws();

  await expect(world.ses.send(to('sam@bounce.example'))).rejects.toMatchObject({
    name: 'MessageRejected',
    message: 'Email address is not verified: sam@bounce.example',
  });
  expect((await world.get('/mail')).mails).toEqual([]);
});

test('the domain is verified, addresses in it by that alone, and nothing else', async () => {
  const { ses } = await startAws();
  const statusOf = async (...Identities: string[]) =>
    (await ses.send(new GetIdentityVerificationAttributesCommand({ Identities }))).VerificationAttributes;
  expect(await statusOf('boarding-pass@kumoworks.example', 'kumoworks.example')).toEqual({
    'kumoworks.example': { VerificationStatus: 'Success' },
  });
  expect(await statusOf('elsewhere.example')).toEqual({});
});

test('in its sandbox SES sends a little, to verified identities only; paused, nothing', async () => {
  const { aws, ses } = await startAws();
  const quota = async () => (await ses.send(new GetSendQuotaCommand({}))).Max24HourSend;
  expect(await quota()).toBe(50_000);

  aws.changeMail({ inSandbox: true });
  expect(await quota()).toBe(200);
  await expect(ses.send(to('sam@partner.example'))).rejects.toMatchObject({ name: 'MessageRejected' });
  await ses.send(to('aiko@kumoworks.example'));

  expect((await ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(true);
  aws.changeMail({ paused: true });
  expect((await ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(false);
  await expect(ses.send(to('aiko@kumoworks.example'))).rejects.toMatchObject({ name: 'AccountSendingPausedException' });
});

test('an operation that the sandbox lacks is refused in the words of its protocol', async () => {
  const world = await startAws();

  const verify = world.ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'sam@partner.example' }));

  await expect(verify).rejects.toMatchObject({ name: 'UnknownOperationException' });
});

test('a planted fault refuses a call, or loses its answer', async () => {
  const world = await startAws();
  world.aws.failNext('ses:SendEmail', 'Throttling');
  await expect(world.ses.send(to('sam@partner.example'))).rejects.toMatchObject({ name: 'Throttling' });
  expect((await world.get('/mail')).mails).toHaveLength(0);

  world.aws.failNext('ses:SendEmail', 'InternalFailure', 1, { after: true });
  await expect(world.ses.send(to('sam@partner.example'))).rejects.toMatchObject({ name: 'InternalFailure' });
  expect((await world.get('/mail')).mails).toHaveLength(1);
});
