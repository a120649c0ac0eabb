import { post } from '../../../sandbox/acting/actor.ts';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import type { World } from '../../../sandbox/world.ts';
import { OWN_PASSWORD } from './sign-in.ts';

type Step = { codeSent?: true; seed?: string; session?: string };

/** The first sign-in at the AWS access portal. @returns the accounts that are open there; nothing where there is no way in */
export async function arriveAtPortal({ url, aws }: World, userName: string): Promise<string[] | undefined> {
  const signIn = (typed: object) => post<Step>(`${url}/portal/sign-in`, { userName, ...typed });
  const { codeSent } = await signIn({});
  if (!codeSent) return undefined;
  const mail = aws.look.mails.findLast(
    ({ to, text = '' }) => to.includes(userName) && text.includes('verification code'),
  );
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  const { seed = '' } = await signIn({ code, newPassword: OWN_PASSWORD });
  const mfaCode = codeOf(fromBase32(seed) ?? new Uint8Array(), stepAt(Date.now()));
  const { session } = await signIn({ password: OWN_PASSWORD, mfaCode });
  if (session === undefined) return undefined;
  const { accounts } = await post<{ accounts: { id: string }[] }>(`${url}/portal/accounts`, { session });
  return accounts.map(({ id }) => id);
}
