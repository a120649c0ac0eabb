import type { Hono } from 'hono';

/** What a shell evaluates to speak to the sandbox instead of AWS. */
export const setupCommand = (url: string): string => `eval "$(curl -s ${url}/terminal)"`;

export function addSetup(routes: Hono): void {
  routes
    .get('/terminal', (c) => c.text(setupFor(new URL(c.req.url).origin)))
    .get('/terminal/endpoint-rules', (c) => c.json(endpointRules(new URL(c.req.url).origin)));
}

/** Where a version before 2.13 looks for the endpoint of a service. Of any other service it would ask AWS itself: its way there ends here. */
const rulesOf = ['sso-oidc/2019-06-10', 'sso/2019-06-10', 'sts/2011-06-15', 's3/2006-03-01'];

/**
 * For bash and zsh. The settings, tokens and credentials of whoever tries this stay as they are: `aws` has a home of its own here, and
 * its browser the old one. No comments: zsh takes none in what it evaluates.
 */
const setupFor = (url: string): string => `export BOARDING_PASS_HOME="\${BOARDING_PASS_HOME:-$(mktemp -d)}"
mkdir -p "$BOARDING_PASS_HOME/.aws"
unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_REGION AWS_DEFAULT_REGION
export AWS_CONFIG_FILE="$BOARDING_PASS_HOME/.aws/config"
export AWS_SHARED_CREDENTIALS_FILE="$BOARDING_PASS_HOME/.aws/credentials"
export AWS_ENDPOINT_URL_SSO_OIDC=${url}
export AWS_ENDPOINT_URL_SSO=${url}
export AWS_ENDPOINT_URL_STS=${url}
export AWS_ENDPOINT_URL_S3=${url}
export AWS_ENDPOINT_URL=${url}
export AWS_EC2_METADATA_DISABLED=true
export AWS_PAGER=
export BOARDING_PASS_OWN_HOME="$HOME"
BOARDING_PASS_BROWSER="\${BROWSER:-$(command -v xdg-open || command -v open)}"
function aws { env HOME="$BOARDING_PASS_HOME" HTTPS_PROXY="\${BOARDING_PASS_PROXY:-$HTTPS_PROXY}" BROWSER="\${BOARDING_PASS_BROWSER:+sh -c 'HOME=\\"\\$BOARDING_PASS_OWN_HOME\\" exec $BOARDING_PASS_BROWSER \\"\\$0\\"' %s &}" aws "$@"; }
case "$(aws --version 2>&1)" in
aws-cli/2.[0-8].*) echo "This AWS CLI is too old: profiles with an sso-session need 2.9." ;;
aws-cli/2.9.*|aws-cli/2.1[0-2].*)
for service in ${rulesOf.join(' ')}; do mkdir -p "$BOARDING_PASS_HOME/$service"; curl -s ${url}/terminal/endpoint-rules > "$BOARDING_PASS_HOME/$service/endpoint-rule-set-1.json"; done
export AWS_DATA_PATH="$BOARDING_PASS_HOME"
BOARDING_PASS_PROXY=${url} ;;
aws-cli/2.*) ;;
*) echo "There is no AWS CLI of version 2 here: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html" ;;
esac
echo "This shell speaks to the sandbox. Your settings go into $AWS_CONFIG_FILE"
`;

const endpointRules = (url: string): object => ({
  version: '1.0',
  parameters: {},
  rules: [{ conditions: [], endpoint: { url, properties: {}, headers: {} }, type: 'endpoint' }],
});
