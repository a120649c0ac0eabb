import { expect, onTestFinished, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { readConfig } from '../../../src/methods/identity-center/cli/config-text.ts';
import { startAws } from '../../sandbox/aws/world.ts';
import { type Role, setUpFor } from './person.ts';
import { needsAwsCli2, openShell, patience } from './shell.ts';
import { type Turn, typeInto } from './typist.ts';

needsAwsCli2();

const roles: Role[] = [{ accountId: '111122223333', accountName: 'payments-dev', permissionSet: '-Odd=+,.@Name' }];

test(
  'who must not paste types and runs commands instead, one of them twice, and has the same settings',
  patience,
  async () => {
    const { url } = await startAws({}, kumoworks);
    const shell = await openShell(url);
    onTestFinished(shell.close);
    const { answers, block, profiles } = setUpFor(roles);
    // Before 2.34.22 the session is typed.
    const turns = answers.slice(0, 4).map((answer): Turn => {
      return { at: (answer.prompt ?? '').replace(' (Recommended)', ''), type: 'answer' in answer ? answer.answer : '' };
    });
    await typeInto(shell, 'aws configure sso-session', turns);
    const commands = profiles[0]?.commands ?? [];
    const { stderr } = await shell.run([...commands, commands[0]].join('\n'));
    expect(stderr).toBe('');
    expect(readConfig(shell.config())).toEqual(readConfig(block));
  },
);
