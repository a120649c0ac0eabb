import { expect, onTestFinished, test } from 'vitest';
import { type Role, setUpFor, startPerson } from './person.ts';
import { needsAwsCli2, openShell, patience } from './shell.ts';

needsAwsCli2();

// An account's name: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html, 1 to 50 of the characters
// from space to tilde; whoever renames it later may use any. A permission set's: 1 to 32 of [\w+=,.@-].
const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const accountNames = [
  printable.slice(0, 50),
  printable.slice(50),
  'Payments Dev',
  'payments-dev',
  '決済 開発',
  '🚀'.repeat(25),
  'x]\n[profile admin]\ncredential_process = touch /tmp/pwned #',
  ' ',
];
const setNames = [
  'Read=+,.@-_Only',
  '-',
  '--profile',
  '=',
  '_',
  '.',
  '@',
  'A'.repeat(32),
  'readonly',
  'ReadOnly',
  'READ-ONLY',
];

const roles: Role[] = [
  ...accountNames.map((accountName, i) => ({ accountId: `11112222000${i}`, accountName, permissionSet: 'ReadOnly' })),
  ...setNames.map((permissionSet) => ({ accountId: '333344440000', accountName: 'data-lake', permissionSet })),
];

test(
  'accounts and permission sets may be called anything that AWS lets them: each has a profile of its own that works',
  patience,
  async () => {
    const { url, confirm } = await startPerson(roles);
    const shell = await openShell(url);
    onTestFinished(shell.close);
    const setup = setUpFor(roles);
    await shell.paste(setup.block);
    const { stdout: listed } = await shell.run('aws configure list-profiles');
    const names = setup.profiles.map(({ name }) => name);
    expect(listed.trim().split('\n').toSorted()).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(roles.length);
    expect(setup.leftOut).toBe(0);

    expect((await shell.logIn('aws sso login --sso-session kumoworks', confirm)).code).toBe(0);
    // One of each kind that is unlike the others: every command takes its time.
    const tried = [accountNames.length - 2, accountNames.length].map((i) => ({
      role: roles[i],
      profile: names[i],
    }));
    const commands = tried.map(({ profile }) => `aws sts get-caller-identity --profile ${profile} --query Arn`);
    const { stdout, stderr } = await shell.run(commands.join('\n'));
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(
      tried.map(({ role }) =>
        expect.stringContaining(`::${role?.accountId}:assumed-role/AWSReservedSSO_${role?.permissionSet}_`),
      ),
    );
  },
);
