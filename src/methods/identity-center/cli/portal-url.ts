/** An address of the AWS access portal, and what it tells of the instance that it belongs to. */
export type PortalUrl = {
  /** Without the tail that a browser adds. */
  startUrl: string;
  instanceId?: string;
  region?: string;
  identityStoreId?: string;
  isDualStack: boolean;
};

const INSTANCE = '(?<instanceId>(?:sso)?ins-[a-z0-9-]{16})';
const REGION = '(?<region>[a-z]{2,}(?:-[a-z]+)+-\\d{1,2})';
const NAME = '[a-z0-9][a-z0-9-]{0,62}';

/**
 * Every form that AWS makes, in all of its partitions. Sources: SSOEndpointResolver of the AWS SDK for .NET and
 * https://github.com/aws/aws-cli/blob/v2/awscli/customizations/sso/resolve.py.
 */
const FORMS = [
  `(?:(?<identityStoreId>d-[0-9a-f]{10})|${NAME})\\.awsapps\\.(?:com|cn)/start`,
  `start\\.(?:[a-z0-9-]+\\.)?us-gov-home\\.awsapps\\.com/directory/(?:(?<identityStoreId>d-[0-9a-f]{10})|${NAME})`,
  `start\\.(?:[a-z0-9-]+\\.)?home\\.awsapps\\.cn/directory/(?:(?<identityStoreId>d-[0-9a-f]{10})|${NAME})`,
  `${INSTANCE}\\.${REGION}\\.portal\\.amazonaws\\.(?:com|com\\.cn|eu)(?:/start)?`,
  `${INSTANCE}\\.portal\\.${REGION}\\.(?<dual>app\\.aws|app\\.amazonwebservices\\.com\\.cn|api\\.amazonwebservices\\.eu)(?:/start)?`,
].map((form) => new RegExp(`^https://${form}$`));

/** How they look, for who has written another. */
export const PORTAL_FORMS = [
  'https://acme.awsapps.com/start',
  'https://ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com',
  'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
  'https://start.us-gov-home.awsapps.com/directory/acme',
  'https://start.home.awsapps.cn/directory/acme',
  'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
];

/** Reads the address of a portal as people copy it, `/start/#/` included; `undefined` for any other. */
export function readPortalUrl(url: string): PortalUrl | undefined {
  const startUrl = url.replace(/#.*$/, '').replace(/\/+$/, '');
  const found = FORMS.map((form) => form.exec(startUrl)).find((match) => match !== null);
  if (!found) return undefined;
  const { instanceId, region, identityStoreId, dual } = found.groups ?? {};
  return {
    startUrl,
    ...(instanceId !== undefined && { instanceId }),
    ...(region !== undefined && { region }),
    ...(identityStoreId !== undefined && { identityStoreId }),
    isDualStack: dual !== undefined,
  };
}
