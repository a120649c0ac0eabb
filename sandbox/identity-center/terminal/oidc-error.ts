import { AwsError } from '../../aws/aws-error.ts';

// Names, codes and statuses: https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html and its neighbours.
const codes = {
  AccessDeniedException: 'access_denied',
  AuthorizationPendingException: 'authorization_pending',
  ExpiredTokenException: 'expired_token',
  InvalidClientException: 'invalid_client',
  InvalidClientMetadataException: 'invalid_client_metadata',
  InvalidGrantException: 'invalid_grant',
  InvalidRedirectUriException: 'invalid_redirect_uri',
  InvalidRequestException: 'invalid_request',
  InvalidScopeException: 'invalid_scope',
  SlowDownException: 'slow_down',
  UnauthorizedClientException: 'unauthorized_client',
  UnsupportedGrantTypeException: 'unsupported_grant_type',
} as const;

/** What SSO OIDC refuses with. */
export const oidcError = (name: keyof typeof codes, description: string): AwsError =>
  new AwsError(name, description, name === 'InvalidClientException' ? 401 : 400, {
    error: codes[name],
    error_description: description,
  });
