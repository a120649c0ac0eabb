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
