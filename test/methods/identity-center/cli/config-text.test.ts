import { expect, test } from 'vitest';
import { configText, readConfig, type Section } from '../../../../src/methods/identity-center/cli/config-text.ts';

const session: Section = {
  kind: 'sso-session',
  name: 'acme',
  settings: {
    sso_start_url: 'https://acme.awsapps.com/start',
    sso_region: 'eu-west-1',
    sso_registration_scopes: 'sso:account:access',
  },
};
const profile: Section = {
  kind: 'profile',
  name: 'dev-Developer-111122223333',
  settings: {
    sso_session: 'acme',
    sso_account_id: '111122223333',
    sso_role_name: 'Developer',
    region: 'eu-west-1',
    output: 'json',
  },
};
const TEXT = `[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile dev-Developer-111122223333]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = Developer
region = eu-west-1
output = json`;

test('a session and a profile, as the AWS CLI writes them itself', () => {
  expect(configText([session, profile])).toBe(TEXT);
  expect(readConfig(TEXT)).toEqual([session, profile]);
});

test.each(['=foo', '-foo', 'a=b', ',', '@here', 'a+b.c_d', 'x'.repeat(32), '_'])(
  'the permission set %j is read back as it is',
  (name) => {
    const section = { ...profile, settings: { ...profile.settings, sso_role_name: name } };
    expect(readConfig(configText([section]))).toEqual([section]);
  },
);

const withSetting = (section: Section, setting: Record<string, string>): Section => ({
  ...section,
  settings: { ...section.settings, ...setting },
});

test.each([['eu-west-1'], ['ap-northeast-12'], ['us-gov-west-1'], ['eusc-de-east-1']])(
  'the Region %s is read back as it is',
  (region) => {
    const section = withSetting(profile, { region });
    expect(readConfig(configText([section]))).toEqual([section]);
  },
);

test('a session and a profile may have one name', () => {
  expect(readConfig('[sso-session dev]\n\n[profile dev]')).toEqual([
    { kind: 'sso-session', name: 'dev', settings: {} },
    { kind: 'profile', name: 'dev', settings: {} },
  ]);
});

const { region: _, ...withoutRegion } = profile.settings;
test.each<[string, Section[]]>([
  ['a good section with one that is none', [session, { ...profile, settings: {} }]],
  ['a setting in the place of another', [{ ...profile, settings: { ...withoutRegion, sso_region: 'eu-west-1' } }]],
  ['a profile whose name goes on after the account', [{ ...profile, name: `${profile.name}-x` }]],
  ['an account id of 11 digits', [withSetting(profile, { sso_account_id: '1'.repeat(11) })]],
  ['an account id of 13 digits', [withSetting(profile, { sso_account_id: '1'.repeat(13) })]],
  ['an account id after a letter', [withSetting(profile, { sso_account_id: `a${'1'.repeat(12)}` })]],
  ['an output that only begins like it', [withSetting(profile, { output: 'jsonx' })]],
  ['an output that only ends like it', [withSetting(profile, { output: 'xjson' })]],
  ['a Region with something before it', [withSetting(profile, { region: '1eu-west-1' })]],
  ['a scope with something before it', [withSetting(session, { sso_registration_scopes: 'xsso:account:access' })]],
  ['a scope with something after it', [withSetting(session, { sso_registration_scopes: 'sso:account:access,x' })]],
  ['an address with something before it', [withSetting(session, { sso_start_url: 'xhttps://acme.awsapps.com/start' })]],
  ['an address with a query', [withSetting(session, { sso_start_url: 'https://acme.awsapps.com/start?x=1' })]],
  ['a setting more', [withSetting(profile, { credential_process: 'sh' })]],
  ['a setting less', [{ ...profile, settings: { sso_session: 'acme' } }]],
  ['a profile called default', [{ ...profile, name: 'default' }]],
  ['a profile without an account at its end', [{ ...profile, name: 'dev' }]],
  ['a profile whose name closes the heading', [{ ...profile, name: 'a]\n[default-111122223333' }]],
  ['a profile whose name begins with a dash', [{ ...profile, name: '-dev-111122223333' }]],
  ['a session with capitals', [{ ...session, name: 'Acme' }]],
  ['a session name of 33 characters', [{ ...session, name: 'x'.repeat(33) }]],
  ['a permission set with a line break', [withSetting(profile, { sso_role_name: 'a\ncredential_process = sh' })]],
  ['a permission set with a comment', [withSetting(profile, { sso_role_name: 'a #b' })]],
  ['a permission set of 33 characters', [withSetting(profile, { sso_role_name: 'x'.repeat(33) })]],
  ['an empty permission set', [withSetting(profile, { sso_role_name: '' })]],
  ['a permission set that ends in a line break', [withSetting(profile, { sso_role_name: 'a\n' })]],
  ['an account id with a letter', [withSetting(profile, { sso_account_id: '11112222333a' })]],
  ['another output', [withSetting(profile, { output: 'text' })]],
  ['a Region that is none', [withSetting(profile, { region: 'eu-west-1\nx=y' })]],
  ['another scope', [withSetting(session, { sso_registration_scopes: 'codewhisperer:all' })]],
  ['an address with a space', [withSetting(session, { sso_start_url: 'https://acme.awsapps.com/start x' })]],
  ['a section that is there twice', [profile, profile]],
])('%s is not given out', (_what, sections) => {
  expect(() => configText(sections)).toThrow(/would not say what it is to say|This is no configuration/);
});

test.each([
  ['a comment', '# x'],
  ['a setting before a section', 'region = eu-west-1'],
  ['another kind of section', '[default]\nregion = eu-west-1'],
  ['a quoted name', '[profile "dev"]'],
  ['a heading that is indented', ' [profile dev]'],
  ['a comment after a heading', '[profile dev] # x'],
  ['a line that is indented', '[profile dev]\n  region = eu-west-1'],
  ['a setting without a value', '[profile dev]\nregion ='],
  ['a setting twice', '[profile dev]\nregion = eu-west-1\nregion = eu-west-2'],
  ['a section twice', '[profile dev]\n\n[profile dev]'],
  ['a comment after a value', '[profile dev]\nregion = eu-west-1 # x'],
  ['a line that other programs end elsewhere', '[profile dev]\nregion = eu-west-1\u2028x'],
])('%s is not read', (_what, text) => {
  expect(() => readConfig(text)).toThrow('This is no configuration');
});
