import { fromBase32 } from '../aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../aws/iam/mfa/one-time-codes.ts';
import type { Stage } from './stage.ts';

type Device = { serialNumber: string; seed: string };

/** What a new person does before anything opens to them: a password alone lets nobody past the permissions boundary. */
export async function setUpMfa(stage: Stage, accountId: string, userName: string): Promise<void> {
  stage.step('Yuki opens S3: without MFA her permissions boundary refuses everything');
  const session = await stage.signIn(accountId, userName);
  const refused = await stage.act<{ error?: string }>(session, { action: 'open', service: 's3' });
  stage.line(refused.error ?? '');
  stage.expect(refused.error?.includes('explicit deny in a permissions boundary') ?? false, 'S3 should be closed.');

  stage.step('She assigns an MFA device, and types two codes from her authenticator');
  const seed = await assignDevice(stage, session);

  stage.step('She signs in again, with a code: now S3 opens');
  await openWithMfa(stage, accountId, userName, seed);
}

/** Once more, told in fewer words: a device belongs to one user of one account. */
export async function setUpMfaAgain(stage: Stage, accountId: string, userName: string): Promise<void> {
  stage.step('MFA there, too, and she is in');
  const seed = await assignDevice(stage, await stage.signIn(accountId, userName));
  await openWithMfa(stage, accountId, userName, seed);
}

/** @returns the seed of the codes */
async function assignDevice(stage: Stage, session: string): Promise<string> {
  const { serialNumber, seed } = await stage.act<Device>(session, { action: 'create-mfa-device', name: 'yuki-phone' });
  // Not the present code: it works once, and is for signing in.
  const codes = [codeAt(seed, -2), codeAt(seed, -1)];
  stage.line(`${serialNumber}\n${codes.join(', then ')}`);
  await stage.act(session, { action: 'enable-mfa-device', serialNumber, codes });
  return seed;
}

async function openWithMfa(stage: Stage, accountId: string, userName: string, seed: string): Promise<void> {
  const session = await stage.signIn(accountId, userName, codeAt(seed, 0));
  const { items = [] } = await stage.act<{ items?: string[] }>(session, { action: 'open', service: 's3' });
  for (const bucket of items) stage.line(bucket);
  stage.expect(items.length > 0, 'S3 should be open.');
}

/** What an authenticator shows, or showed so many codes ago. */
export const codeAt = (seed: string, away: number): string =>
  codeOf(fromBase32(seed) ?? new Uint8Array(), stepAt(Date.now()) + away);
