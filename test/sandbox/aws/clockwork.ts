import { expect } from 'vitest';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import { developer, onboard, request, startAws, type World, yuki } from './world.ts';

export const userName = yuki.userName;
export const password = 'My own 1 password';
export const accountId = '111122223333';

/** A world whose clock for codes a test moves on: in steps, each of which has a code of its own. */
export async function startClockwork() {
  let steps = stepAt(Date.now());
  const world = await startAws({ now: () => steps * 30_000 });
  return {
    world,
    wait: (count: number) => {
      steps += count;
    },
    /** Codes of an authenticator: of now, or of so many steps away. */
    codes: (seed: string, ...away: number[]) =>
      away.map((by) => codeOf(fromBase32(seed) ?? new Uint8Array(), steps + by)),
  };
}
export type Clockwork = Awaited<ReturnType<typeof startClockwork>>;

/** Somebody who was onboarded, with a password of their own; signed in without MFA. @returns their session */
export async function arrive(world: World, grants: Partial<typeof developer.grants> = {}) {
  world.publish({ ...developer, grants: { ...developer.grants, ...grants } });
  await onboard(world, request());
  const claim = { AccountId: accountId, UserName: userName, ClaimedBy: 'U0YUKI', Reissue: false };
  const { output = '' } = await world.issue(claim);
  const first = { accountId, userName, password: JSON.parse(output).Password };
  const { body } = await world.signIn({ ...first, newPassword: password });
  return body.session as string;
}

export const signIn = (world: World, mfaCode?: string) => world.signIn({ accountId, userName, password, mfaCode });

/** Assigns a device with the two codes before the present one, which is so left for signing in. @returns its seed */
export async function assign({ world, codes }: Clockwork, session: string, name = 'phone'): Promise<string> {
  const { body } = await world.act({ session, action: 'create-mfa-device', name });
  const { serialNumber, seed } = body;
  const enabled = await world.act({ session, action: 'enable-mfa-device', serialNumber, codes: codes(seed, -2, -1) });
  expect(enabled).toEqual({ status: 200, body: { enabled: true } });
  return seed;
}
