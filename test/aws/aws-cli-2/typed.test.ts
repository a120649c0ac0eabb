import { expect, test } from 'vitest';
import { readConfig } from '../../../src/methods/identity-center/cli/config-text.ts';
import { type Role, setUpFor, startPerson } from './person.ts';
import { needsAwsCli2, openShell, patience } from './shell.ts';
import { type Turn, typeInto } from './typist.ts';

needsAwsCli2();

const roles: Role[] = [
  { accountId: '111122223333', accountName: 'payments-dev', permissionSet: 'ReadOnly' },
  { accountId: '222233334444', accountName: 'search-dev', permissionSet: 'ReadOnly' },
];

test(
  'the answers to `aws configure sso`, typed in the order of its questions, write the settings that the block has',
  patience,
  async () => {
    const { url, confirm } = await startPerson(roles);
    const shell = await openShell(url);
    const setup = setUpFor(roles);
    const turns = setup.answers.flatMap((answer): Turn[] => {
      if ('answer' in answer) return [{ at: answer.prompt ?? '', type: answer.answer }];
      switch (answer.step) {
        case 'enter':
          return [{ at: answer.prompt ?? '', type: '' }];
        case 'confirm':
          return [{ at: 'Then enter the code' }];
        case 'account':
          // The first of the list, once that is drawn.
          return [{ at: '(222233334444)', type: '' }];
        default:
          return [{ at: 'The only role available to you is: ReadOnly' }];
      }
    });
    let confirmed: Promise<void> | undefined;
    const screen = await typeInto(shell, 'aws configure sso', turns, (text) => {
      const [, code] = /Then enter the code:\s+([A-Z]{4}-[A-Z]{4})/.exec(text) ?? [];
      if (code) confirmed ??= confirm(`#/device?user_code=${code}`);
    });
    await confirmed;
    const [profile] = setup.profiles;
    expect(screen).toContain(`aws s3 ls --profile ${profile?.name}`);

    const told = (text: string) =>
      readConfig(text)
        .map(({ kind, name, settings }) => [kind, name, Object.entries(settings).toSorted()])
        .toSorted();
    expect(told(shell.config())).toEqual(told(`${setup.session}\n\n${profile?.text}`));
    const identity = await shell.json<{ Account: string }>(`aws sts get-caller-identity --profile ${profile?.name}`);
    expect(identity.Account).toBe('111122223333');
  },
);
