import { type SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Mail } from '../messages/newcomer/welcome-mail.ts';

/** Sends a mail; resolves with SES's message id. */
export type SendMail = (mail: Mail) => Promise<string>;

/** @param from an address or domain that SES has verified */
export function createMailer(ses: SESClient, from: string): SendMail {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async ({ to, replyTo, subject, text, html }) => {
    const { MessageId } = await ses.send(
      new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: [to] },
        ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
        Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
      }),
    );
    return MessageId ?? '';
  };
}
