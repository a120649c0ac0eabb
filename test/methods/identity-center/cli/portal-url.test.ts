import { expect, test } from 'vitest';
import { PORTAL_FORMS, readPortalUrl } from '../../../../src/methods/identity-center/cli/portal-url.ts';

const instanceId = 'ssoins-1234567890abcdef';

test.each<[string, string, object]>([
  ['by an alias', 'https://acme.awsapps.com/start', {}],
  ['by the store', 'https://d-1234567890.awsapps.com/start', { identityStoreId: 'd-1234567890' }],
  ['in China, by an alias', 'https://acme.awsapps.cn/start', {}],
  ['in China', 'https://start.home.awsapps.cn/directory/d-1234567890', { identityStoreId: 'd-1234567890' }],
  ['in China, by its Region', 'https://start.cn-north-1.home.awsapps.cn/directory/acme', {}],
  ['in GovCloud', 'https://start.us-gov-home.awsapps.com/directory/d-1234567890', { identityStoreId: 'd-1234567890' }],
  ['in GovCloud, by an alias', 'https://start.us-gov-east-1.us-gov-home.awsapps.com/directory/acme', {}],
  ['in a Region', `https://${instanceId}.eu-west-1.portal.amazonaws.com`, { instanceId, region: 'eu-west-1' }],
  ['in a Region, with /start', `https://${instanceId}.eu-west-1.portal.amazonaws.com/start`, { instanceId }],
  ['in a Region of GovCloud', `https://${instanceId}.us-gov-west-1.portal.amazonaws.com`, { region: 'us-gov-west-1' }],
  ['in a Region of China', `https://${instanceId}.cn-north-1.portal.amazonaws.com.cn`, { region: 'cn-north-1' }],
  ['in the Sovereign Cloud', `https://${instanceId}.eusc-de-east-1.portal.amazonaws.eu`, { region: 'eusc-de-east-1' }],
  [
    'over IPv6, too',
    `https://${instanceId}.portal.eu-west-1.app.aws`,
    { instanceId, region: 'eu-west-1', isDualStack: true },
  ],
  ['over IPv6 in China', `https://${instanceId}.portal.cn-north-1.app.amazonwebservices.com.cn`, { isDualStack: true }],
  [
    'over IPv6 in the Sovereign Cloud',
    `https://${instanceId}.portal.eusc-de-east-1.api.amazonwebservices.eu`,
    { isDualStack: true },
  ],
])('a portal %s is known, and whatever a browser adds is cut', (_what, url, more) => {
  const portal = { startUrl: url, isDualStack: false, ...more };
  for (const tail of ['', '/', '//', '/#/', '#/', '/#/console?account_id=111122223333'])
    expect(readPortalUrl(`${url}${tail}`)).toMatchObject(portal);
});

test('what an address does not tell is not there', () => {
  const url = 'https://acme.awsapps.com/start';
  expect(readPortalUrl(url)).toStrictEqual({ startUrl: url, isDualStack: false });
});

test.each(PORTAL_FORMS)('the form that people are shown is one: %s', (url) => {
  expect(readPortalUrl(url)).toMatchObject({ startUrl: url });
});

test.each([
  ['none', ''],
  ['no https', 'http://acme.awsapps.com/start'],
  ['another path', 'https://acme.awsapps.com/login'],
  ['no path', 'https://acme.awsapps.com'],
  ['a host that only ends like it', 'https://acme.evilawsapps.com/start'],
  ['a host that goes on', 'https://acme.awsapps.com.evil.example/start'],
  ['a name before the host', 'https://me@acme.awsapps.com/start'],
  ['a port', 'https://acme.awsapps.com:8443/start'],
  ['a query', 'https://acme.awsapps.com/start?x=1'],
  ['a line break', 'https://acme.awsapps.com/start\ncredential_process = sh'],
  ['a line break before the tail', 'https://acme.awsapps.com/start\nx = y#/'],
  ['an address of one’s own', 'https://aws.acme.example'],
  ['an instance that is none', 'https://ssoins-1.eu-west-1.portal.amazonaws.com'],
  ['the issuer', `https://identitycenter.amazonaws.com/${instanceId}`],
])('%s is no portal', (_what, url) => {
  expect(readPortalUrl(url)).toBeUndefined();
});
