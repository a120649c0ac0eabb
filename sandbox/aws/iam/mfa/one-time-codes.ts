import { createHmac } from 'node:crypto';

// RFC 6238 as AWS's virtual MFA devices take it: HMAC-SHA-1, a new code every 30 seconds, six digits.

const stepMs = 30_000;
const digits = 6;

/** Which of the codes is the present one; each step of time has its own. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / stepMs);

export function codeOf(seed: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', seed).update(counter).digest();
  // RFC 4226, 5.3: the low half of the last byte says where to read 31 bits.
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}
