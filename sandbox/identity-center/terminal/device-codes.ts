import { randomInt, randomUUID } from 'node:crypto';
import type { IdentityCenter } from '../center.ts';
import type { Client } from './clients.ts';
import { oidcError } from './oidc-error.ts';

/** A code that a terminal shows, and what somebody at the portal made of it: no portal session is a refusal. */
export type DeviceCode = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly client: Client;
  /** In milliseconds. */
  readonly expiresAt: number;
  decision?: { session: string | undefined };
  /** When it was asked for last, and before that. */
  asked: [number, number];
};

export type DeviceCodes = {
  start(client: Client): DeviceCode;
  /** One that is still to be decided. */
  find(userCode: string): DeviceCode | undefined;
  /** The portal session of who confirmed the code, once. */
  take(client: Client, deviceCode: string): string;
};

export function createDeviceCodes({ settings }: IdentityCenter, now: () => number): DeviceCodes {
  const open = new Map<string, DeviceCode>();
  return {
    start(client) {
      const code: DeviceCode = {
        deviceCode: randomUUID(),
        userCode: newUserCode(),
        client,
        expiresAt: now() + settings.lifetimes.deviceCode * 1000,
        asked: [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
      };
      open.set(code.deviceCode, code);
      return code;
    },

    find(userCode) {
      const wanted = lettersOf(userCode);
      return [...open.values()].find(
        (code) => lettersOf(code.userCode) === wanted && !code.decision && code.expiresAt > now(),
      );
    },

    take(client, deviceCode) {
      const code = open.get(deviceCode);
      if (code?.client !== client) throw oidcError('InvalidGrantException', 'Invalid device code provided');
      if (code.expiresAt <= now()) throw oidcError('ExpiredTokenException', 'Token is expired');
      // The CLI asks twice before it waits for the first time.
      const [, before] = code.asked;
      code.asked = [now(), code.asked[0]];
      if (now() - before < settings.lifetimes.poll * 1000)
        throw oidcError('SlowDownException', 'Slow down to continue retrieving token');
      if (!code.decision) throw oidcError('AuthorizationPendingException', 'The authorization is pending');
      open.delete(deviceCode);
      if (code.decision.session === undefined) throw oidcError('AccessDeniedException', 'Access denied');
      return code.decision.session;
    },
  };
}

/** RFC 8628, 6.1: letters that nobody takes for others, and no words. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

function newUserCode(): string {
  const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

const lettersOf = (code: string): string => code.toUpperCase().replace(/[^A-Z]/g, '');
