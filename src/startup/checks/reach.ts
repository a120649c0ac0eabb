import { causesOf, withCauses } from '../../watch/causes.ts';
import { ForeignAnswer } from '../../watch/foreign-answer.ts';
import { StartupError } from '../../watch/startup-error.ts';

/** Node's and OpenSSL's names for a certificate that nobody known here vouches for. */
const UNKNOWN_AUTHORITY = /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|CERT_UNTRUSTED/;
const OF_NETWORK =
  /^(E(CONN\w+|HOSTUNREACH|NETUNREACH|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|PROTO)|UND_ERR_\w+|ERR_PROXY_\w+|ERR_(TLS|SSL)_\w+|CERT_\w+)$/;
const OF_TIME = ['TimeoutError', 'AbortError'];

/**
 * What keeps one from reaching somebody at all, with the remedy.
 * @returns `undefined` for an error that they answered with themselves
 */
export function unreachable(whom: 'Slack' | 'AWS', err: unknown): StartupError | undefined {
  const causes = causesOf(err);
  const codes = causes.map((cause) => String((cause as NodeJS.ErrnoException).code ?? ''));
  const why = withCauses(causes.find((cause) => cause instanceof ForeignAnswer) ?? causes.at(-1));
  const saying = (remedy: string) => new StartupError(`${whom} cannot be reached (${why}): ${remedy}.`);

  if (causes.some((cause) => cause instanceof ForeignAnswer))
    return saying(`let the proxy, gateway or firewall pass the bot’s requests to ${whom} unchanged`);
  if (codes.some((code) => UNKNOWN_AUTHORITY.test(code)))
    return saying(
      'if a gateway of yours decrypts the traffic, set NODE_EXTRA_CA_CERTS to the file with its certificate (PEM)',
    );
  if (codes.some((code) => OF_NETWORK.test(code)) || causes.some(({ name }) => OF_TIME.includes(name)))
    return saying(
      'let the bot through; if the only way out is a proxy, set HTTPS_PROXY (with user and password if it needs them), and NO_PROXY for the hosts to reach directly',
    );
  return undefined;
}

/** A check of something of theirs: that they cannot be reached at all is told as that. */
export const reaching = <T>(whom: 'Slack' | 'AWS', check: Promise<T>): Promise<T> =>
  check.catch((err: unknown) => {
    throw unreachable(whom, err) ?? err;
  });
