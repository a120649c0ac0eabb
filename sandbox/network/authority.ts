import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ascii, bits, boolean, field, integer, octets, oid, sequence, set, text, time } from './der.ts';

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const DAY_MS = 86_400_000;

export type Authority = {
  /** Its own certificate, which whoever is to believe it has to have. */
  pem: string;
  /** A certificate for these names, with its key, and the authority's behind it. */
  issue(hosts: string[]): { cert: string; key: string };
};

/** A certificate authority that no computer knows, as companies have that look into their traffic. */
export function createAuthority(name: string): Authority {
  const own = keys();
  const isAuthority = extension('2.5.29.19', sequence(boolean(true)), true);
  const pem = certificate({ subject: name, of: own.publicKey, issuer: name, by: own.privateKey }, [isAuthority]);
  return {
    pem,
    issue([host = '', ...others]) {
      const { publicKey, privateKey } = keys();
      const names = extension('2.5.29.17', sequence(...[host, ...others].map((each) => ascii(2, each))), false);
      const made = certificate({ subject: host, of: publicKey, issuer: name, by: own.privateKey }, [names]);
      return { cert: made + pem, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
}

const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const extension = (id: string, value: Uint8Array, isCritical: boolean) =>
  sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(value));

const called = (name: string) => sequence(set(sequence(oid('2.5.4.3'), text(name))));

type Signing = { subject: string; of: KeyObject; issuer: string; by: KeyObject };

/** X.509, version 3: RFC 5280 §4.1. */
function certificate({ subject, of, issuer, by }: Signing, extensions: Buffer[]): string {
  const now = Date.now();
  const toSign = sequence(
    field(0, integer(2)),
    integer(1 + Math.floor(Math.random() * 126)),
    ECDSA_WITH_SHA256,
    called(issuer),
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + 30 * DAY_MS))),
    called(subject),
    of.export({ type: 'spki', format: 'der' }),
    field(3, sequence(...extensions)),
  );
  const whole = sequence(toSign, ECDSA_WITH_SHA256, bits(sign('sha256', toSign, by)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
