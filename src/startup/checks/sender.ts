import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import type { Logger } from 'pino';
import { StartupError } from '../../watch/startup-error.ts';

/** Mails in 24 hours that SES lets an account send while it is in the SES sandbox. */
const QUOTA_OF_THE_SANDBOX = 200;

/**
 * Checks that SES would send mail from this address.
 * @param isNeeded whether the policy file lets addresses outside Slack be typed: without, trouble is only a warning
 * @throws StartupError with the remedy
 */
export async function checkMail(ses: SESClient, from: string, isNeeded: boolean, log: Logger): Promise<void> {
  const problems = await problemsOf(ses, from).catch((err: Error) => {
    // The bot can do without having looked; sending meets the same trouble and says so.
    log.warn({ err }, 'SES could not be asked about MAIL_FROM: let the role of the bot do so, or look there yourself');
    return { errors: [], warnings: [] };
  });
  const { errors, warnings } = problems;
  for (const warning of isNeeded ? warnings : [...errors, ...warnings]) log.warn(warning);
  const [first, ...others] = errors;
  if (isNeeded && first !== undefined) throw new StartupError(first, others);
}

async function problemsOf(ses: SESClient, from: string): Promise<{ errors: string[]; warnings: string[] }> {
  const identities = identitiesOf(from);
  const [{ VerificationAttributes = {} }, { Max24HourSend }, { Enabled }] = await Promise.all([
    ses.send(new GetIdentityVerificationAttributesCommand({ Identities: identities })),
    ses.send(new GetSendQuotaCommand({})),
    ses.send(new GetAccountSendingEnabledCommand({})),
  ]);
  const isVerified = identities.some((name) => VerificationAttributes[name]?.VerificationStatus === 'Success');
  const region = await ses.config.region();
  return {
    errors: [
      ...(isVerified
        ? []
        : [
            `SES in ${region} has verified neither ${identities.slice(0, 2).join(' nor ')}: verify one of them there (Amazon SES, Identities), or set MAIL_FROM to an address that is.`,
          ]),
      ...(Enabled === false
        ? [
            `SES in ${region} has paused sending for the account: see what it says about its reputation, and enable sending.`,
          ]
        : []),
    ],
    warnings:
      Max24HourSend === QUOTA_OF_THE_SANDBOX
        ? [
            `SES in ${region} seems to be in its sandbox (${QUOTA_OF_THE_SANDBOX} mails a day): mail reaches verified addresses only. Request production access there.`,
          ]
        : [],
  };
}

/** What SES may have verified so that it sends from an address: itself, its domain, or a domain above that one. */
export function identitiesOf(from: string): string[] {
  const address = (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
  const labels = (address.split('@').at(-1) ?? '').toLowerCase().split('.');
  const domains = labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
  return [address, ...domains];
}
