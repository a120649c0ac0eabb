import { type SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Mail } from '../messages/newcomer/welcome-mail.ts';

/** Sends a mail; resolves with SES's message id. */
export type SendMail = (mail: Mail) => Promise<string>;

/** SES does not send for us, whoever is to get it; the message has the remedy. */
export class SenderRefused extends Error {
  override name = 'SenderRefused';
}

const OURS = 'in Amazon SES, in the Region of AWS_REGION';
/** What SES says of the sender and the account, by its names for it: https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html */
const REMEDIES: Record<string, string> = {
  MailFromDomainNotVerified: `fix the MX record of the custom MAIL FROM domain of the sender’s identity, or remove that domain from it, ${OURS}`,
  AccountSendingPaused: `see what it says about the account’s reputation, and enable sending again, ${OURS}`,
  ConfigurationSetSendingPaused: `enable sending in the sender’s default configuration set, ${OURS}`,
  ConfigurationSetDoesNotExist: `give the sender’s identity a default configuration set that exists, or none, ${OURS}`,
  AccessDenied:
    'let the role boarding-pass-bot send from it: deploy manifests/aws/boarding-pass.yaml with MailFrom as in MAIL_FROM; look at SCPs and at a sending policy of the identity',
  MessageRejected: `verify the sender’s address or its domain, ${OURS}`,
};

/** @param from an address or domain that SES has verified */
export function createMailer(ses: SESClient, from: string): SendMail {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async ({ to, replyTo, subject, text, html }) => {
    const mail = new SendEmailCommand({
      Source: from,
      Destination: { ToAddresses: [to] },
      ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
      Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
    });
    const { MessageId } = await ses.send(mail).catch((err: Error) => {
      throw isAboutUs(err, from) ? new SenderRefused(said(err, from), { cause: err }) : err;
    });
    return MessageId ?? '';
  };
}

/** Rejected is a mail for its sender or for its recipient: SES names whose identity is not verified. */
function isAboutUs(err: Error, from: string): boolean {
  const code = codeOf(err);
  if (code === 'MessageRejected') return err.message.includes(/<([^<>]+)>$/.exec(from)?.[1] ?? from);
  return Object.hasOwn(REMEDIES, code);
}

const said = (err: Error, from: string): string =>
  `SES does not send for ${from} (${codeOf(err)}): ${REMEDIES[codeOf(err)]}`;

/** SES's own name for it: the SDK calls those that it knows exceptions. */
const codeOf = ({ name }: Error): string => name.replace(/Exception$/, '');
