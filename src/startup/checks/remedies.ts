import { StartupError } from '../../watch/startup-error.ts';
import { unreachable } from './reach.ts';

const CREDENTIALS =
  'run the bot with the role boarding-pass-bot (its task role or service account), or give it credentials';
const ROLE = 'run the bot with the role boarding-pass-bot, and deploy the current manifests/aws/boarding-pass.yaml';

/** By the names that AWS gives to errors, for whatever is asked. */
const ALWAYS: Record<string, string> = {
  CredentialsProviderError: CREDENTIALS,
  ExpiredToken: CREDENTIALS,
  ExpiredTokenException: CREDENTIALS,
  InvalidClientTokenId: CREDENTIALS,
  UnrecognizedClientException: CREDENTIALS,
  InvalidSignatureException: `${CREDENTIALS}; check AWS_REGION too`,
  SignatureDoesNotMatch: `${CREDENTIALS}; check AWS_REGION too`,
  AccessDenied: ROLE,
  AccessDeniedException: ROLE,
};

/**
 * Says an error of AWS with its remedy; to be given to `catch`.
 * @param what was asked about
 * @param remedies by the names of errors
 */
export function withRemedy(what: string, remedies: Record<string, string>) {
  return (err: Error): never => {
    const known = remedies[err.name] ?? ALWAYS[err.name];
    const away = known === undefined ? unreachable('AWS', err) : undefined;
    if (away) throw away;
    const remedy = known ?? 'make sure AWS can be reached from here, then restart the bot';
    throw new StartupError(`AWS did not answer about ${what} (${err.name}: ${err.message}): ${remedy}.`);
  };
}
