import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Role, session, setUpFor, startPerson } from './person.ts';
import { needsAwsCli2, openShell, patience } from './shell.ts';

needsAwsCli2();

const roles: Role[] = [
  { accountId: '111122223333', accountName: 'payments-dev', permissionSet: 'ReadOnly' },
  { accountId: '222233334444', accountName: 'search-dev', permissionSet: 'Build+Deploy' },
];

test('the SDK signs in by the same settings and token, and Python reads the same', patience, async () => {
  const { url, confirm } = await startPerson(roles);
  const shell = await openShell(url);
  onTestFinished(shell.close);
  const { block, profiles } = setUpFor(roles);
  await shell.paste(block);
  expect((await shell.logIn('aws sso login --sso-session kumoworks', confirm)).code).toBe(0);
  for (const [i, { name }] of profiles.entries()) {
    const { accountId, permissionSet } = roles[i] ?? {};
    const arn = expect.stringContaining(`::${accountId}:assumed-role/AWSReservedSSO_${permissionSet}_`);
    const sdk = `${process.execPath} ${resolve('test/aws/aws-cli-2/as-sdk.ts')} ${name}`;
    expect(await shell.json(sdk)).toEqual([arn, arn]);
  }

  const python = [
    'import configparser, json, os',
    'config = configparser.RawConfigParser()',
    'config.read(os.environ["AWS_CONFIG_FILE"])',
    'print(json.dumps({name: dict(config[name]) for name in config.sections()}))',
  ].join('; ');
  expect(await shell.json(`python3 -c '${python}'`)).toEqual({
    'sso-session kumoworks': {
      sso_start_url: session.startUrl,
      sso_region: session.region,
      sso_registration_scopes: 'sso:account:access',
    },
    ...Object.fromEntries(
      profiles.map(({ name }, i) => [
        `profile ${name}`,
        {
          sso_session: 'kumoworks',
          sso_account_id: roles[i]?.accountId,
          sso_role_name: roles[i]?.permissionSet,
          region: session.region,
          output: 'json',
        },
      ]),
    ),
  });
});
