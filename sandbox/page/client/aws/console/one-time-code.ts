const stepMs = 30_000;

/** Which code a telephone shows at a time, and how long it still does. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / stepMs);
export const secondsLeft = (milliseconds: number): number => Math.ceil((stepMs - (milliseconds % stepMs)) / 1000);

/** What an authenticator makes of the secret key: RFC 6238, six digits every 30 seconds. */
export async function codeOf(seed: string, step: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const number = mac.getUint32(mac.getUint8(mac.byteLength - 1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Of a secret key as AWS writes it, in base32. */
function bytesOf(seed: string): Uint8Array<ArrayBuffer> {
  const bits = [...seed].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
