import { expect, test } from 'vitest';
import { section } from '../../../src/methods/identity-center/section.ts';

const good = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  identityStoreId: 'd-1234567890',
  region: 'eu-west-1',
  portalUrl: 'https://acme.awsapps.com/start',
  users: 'create',
  sessionName: 'acme',
};

/** Where the mistakes are, and what is said of them. */
const mistakesIn = (changed: object) =>
  section
    .safeParse({ ...good, ...changed })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('what is left out is mailed: a code to a new user', () => {
  expect(section.parse(good)).toEqual({ ...good, firstSignIn: 'portal-code' });
});

test('what a browser adds to the portal’s address is cut off', () => {
  expect(section.parse({ ...good, portalUrl: `${good.portalUrl}/#/` })).toMatchObject({ portalUrl: good.portalUrl });
});

test.each<[string, object]>([
  ['another partition', { instanceArn: 'arn:aws-us-gov:sso:::instance/ssoins-1234567890abcdef' }],
  ['another partition’s Region', { region: 'us-gov-west-1' }],
  ['a Region of two digits', { region: 'ap-northeast-12' }],
  ['a code for a new user', { firstSignIn: 'portal-code' }],
  ['an instance of another form', { instanceArn: 'arn:aws:sso:::instance/ins-1234567890abcdef' }],
  ['a portal of the store', { portalUrl: 'https://d-1234567890.awsapps.com/start' }],
  ['a portal with a slash at its end', { portalUrl: 'https://acme.awsapps.com/start/' }],
  ['a portal of the instance', { portalUrl: 'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws' }],
  [
    'a portal of another store, where people come from a directory',
    { users: 'existing', portalUrl: 'https://d-aaaaaaaaaa.awsapps.com/start' },
  ],
  [
    'a portal of the European Sovereign Cloud',
    {
      region: 'eusc-de-east-1',
      portalUrl: 'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
    },
  ],
  ['people from a directory', { users: 'existing' }],
  ['passwords from an administrator', { firstSignIn: 'administrator-password' }],
  ['the longest session name', { sessionName: 'x'.repeat(32) }],
  ['the shortest session name', { sessionName: 'x' }],
])('%s is taken', (_what, changed) => {
  expect(mistakesIn(changed)).toEqual([]);
});

const cases: [what: string, changed: object, ...mistakes: RegExp[]][] = [
  [
    'ids that were swapped',
    { instanceArn: good.identityStoreId, identityStoreId: good.instanceArn },
    /^instanceArn: must be the ARN of the instance, arn:aws:sso:::instance\/ssoins-…: see Settings in the console/,
    /^identityStoreId: must be the id of the identity store, d-…, and not the ARN of the instance: see Settings/,
  ],
  [
    'the ARN of the store',
    { identityStoreId: 'arn:aws:identitystore::111122223333:identitystore/d-1234567890' },
    /^id/,
  ],
  ['the ARN of a permission set', { instanceArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1' }, /^instanceArn: must/],
  ['a store id that is too short', { identityStoreId: 'd-123456789' }, /^identityStoreId: must/],
  ['a store id that is too long', { identityStoreId: 'd-12345678901' }, /^identityStoreId: must/],
  ['a store id in capitals', { identityStoreId: 'd-123456789A' }, /^identityStoreId: must/],
  ['a place for a Region', { region: 'Ireland' }, /^region: must be a Region, such as eu-west-1$/],
  ['an availability zone', { region: 'eu-west-1a' }, /^region: must/],
  ['a Region with something before it', { region: '1eu-west-1' }, /^region: must/],
  ['an ARN with something before it', { instanceArn: `x${good.instanceArn}` }, /^instanceArn: must/],
  ['an ARN with something after it', { instanceArn: `${good.instanceArn}0` }, /^instanceArn: must/],
  [
    'no ARN, where the portal is an instance’s: the ARN alone is wrong',
    { instanceArn: 'acme', portalUrl: 'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws' },
    /^instanceArn: must/,
  ],
  [
    'a portal without https',
    { portalUrl: 'http://acme.awsapps.com/start' },
    /^portalUrl: must be the address of the AWS/,
  ],
  ['a portal with a query', { portalUrl: 'https://acme.awsapps.com/start?x=1' }, /^portalUrl: must/],
  [
    'an address of their own that leads to the portal',
    { portalUrl: 'https://aws.acme.example' },
    /^portalUrl: must be .* in one of these forms: https:\/\/acme\.awsapps\.com\/start, https:\/\/ssoins-/,
  ],
  [
    'a portal of another instance',
    { portalUrl: 'https://ssoins-aaaaaaaaaaaaaaaa.eu-west-1.portal.amazonaws.com' },
    /^portalUrl: is the portal of a different instance from instanceArn \(ssoins-1234567890abcdef\): copy it from/,
  ],
  [
    'a portal in another Region',
    { portalUrl: 'https://ssoins-1234567890abcdef.portal.us-east-1.app.aws' },
    /^portalUrl: is the portal in us-east-1, but region is eu-west-1: use the one in the primary Region$/,
  ],
  [
    'a portal of another store',
    { portalUrl: 'https://d-aaaaaaaaaa.awsapps.com/start' },
    /^portalUrl: is the portal of a different identity store from identityStoreId \(d-1234567890\): copy it from/,
  ],
  ['a portal with somebody’s name in it', { portalUrl: 'https://me@evil.example/start' }, /^portalUrl: must/],
  ['a portal with markup', { portalUrl: 'https://acme.awsapps.com/start|x>' }, /^portalUrl: must/],
  ['a session name with a space', { sessionName: 'my company' }, /^sessionName: must be up to 32 lower-case letters/],
  ['a session name that begins with a dash', { sessionName: '-acme' }, /^sessionName: must/],
  ['no session name', { sessionName: '' }, /^sessionName: must/],
  ['a session name of 33 characters', { sessionName: 'x'.repeat(33) }, /^sessionName: must/],
  ['a session name of 65 characters', { sessionName: 'x'.repeat(65) }, /^sessionName: must/],
  ['a session name that would be an option of a shell', { sessionName: 'a;rm' }, /^sessionName: must/],
  ['an unknown source of people', { users: 'scim' }, /^users: must be create, or existing where people come from a/],
  ['an unknown first sign-in', { firstSignIn: 'none' }, /^firstSignIn: must be portal-code \(“Send email OTP” is on\)/],
  ['a setting that there is not', { instance: 'x' }, /^: Unrecognized key: "instance"$/],
];
test.each(cases)('%s: a mistake, with what to write', (_what, changed, ...mistakes) => {
  const found = mistakesIn(changed);
  expect(found).toHaveLength(mistakes.length);
  for (const [i, mistake] of mistakes.entries()) expect(found[i]).toMatch(mistake);
});
