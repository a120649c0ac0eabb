import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from './aws-error.ts';
import { addressOf } from './mailbox.ts';
import { operation, type Service } from './wire.ts';

export type Mail = {
  id: string;
  at: string;
  from: string;
  to: string[];
  replyTo: string[];
  subject: string;
  text?: string;
  html?: string;
};

/** The query protocol numbers the items of a list. */
const list = z
  .record(z.string(), z.string())
  .transform((items) => Object.values(items))
  .default([]);
const content = z.object({ Data: z.string() });

const sendEmail = z.object({
  Source: z.string(),
  Destination: z.object({ ToAddresses: list, CcAddresses: list, BccAddresses: list }),
  ReplyToAddresses: list,
  Message: z.object({
    Subject: content,
    Body: z.object({ Text: content.optional(), Html: content.optional() }),
  }),
});

/** What SES lets the account do. In the SES sandbox it sends to verified identities only, and 200 mails a day. */
export type MailAccount = { inSandbox: boolean; paused: boolean };

/** SES that keeps what it was given, and refuses what nobody verified and addresses `…@bounce.example`. */
export function createMail(domain: string) {
  const mails: Mail[] = [];
  const account: MailAccount = { inSandbox: false, paused: false };
  // "You can send from any subdomain of it": https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
  const isVerified = (mailbox: string) => ['@', '.'].some((mark) => addressOf(mailbox).endsWith(`${mark}${domain}`));

  const service: Service = {
    protocol: 'query',
    operations: {
      SendEmail: operation(sendEmail, ({ Source, Destination, ReplyToAddresses, Message }) => {
        const to = [Destination.ToAddresses, Destination.CcAddresses, Destination.BccAddresses].flat();
        if (account.paused) throw new AwsError('AccountSendingPausedException', 'Email sending is disabled.');
        for (const mailbox of [Source, ...to, ...ReplyToAddresses]) addressOf(mailbox);
        const refused = [
          ...(isVerified(Source) ? [] : [Source]),
          ...to.filter(
            (recipient) =>
              addressOf(recipient).endsWith('@bounce.example') || (account.inSandbox && !isVerified(recipient)),
          ),
        ];
        if (refused.length > 0 || to.length === 0) {
          throw new AwsError('MessageRejected', `Email address is not verified: ${refused.join(', ')}`);
        }
        const { Text, Html } = Message.Body;
        const id = randomUUID();
        mails.push({
          id,
          at: new Date().toISOString(),
          from: Source,
          to,
          replyTo: ReplyToAddresses,
          subject: Message.Subject.Data,
          ...(Text && { text: Text.Data }),
          ...(Html && { html: Html.Data }),
        });
        return { MessageId: id };
      }),

      // Of identities that it does not know SES says nothing.
      GetIdentityVerificationAttributes: operation(z.object({ Identities: list }), ({ Identities }) => ({
        VerificationAttributes: Identities.includes(domain)
          ? { entry: { key: domain, value: { VerificationStatus: 'Success' } } }
          : {},
      })),

      GetSendQuota: operation(z.object({}), () => ({
        Max24HourSend: account.inSandbox ? 200 : 50_000,
        MaxSendRate: account.inSandbox ? 1 : 14,
        SentLast24Hours: mails.length,
      })),

      GetAccountSendingEnabled: operation(z.object({}), () => ({ Enabled: !account.paused })),
    },
  };
  return { mails, service, account };
}
