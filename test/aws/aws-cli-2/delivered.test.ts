import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Shell } from '../../../sandbox/own-cli/shell.ts';
import { readConfig } from '../../../src/methods/identity-center/cli/config-text.ts';
import { copiesIn, openCli, saidIn } from '../../bot/cli.ts';
import { ask, atPortal, SEARCH, useCenter } from '../../bot/identity-center.ts';
import { DEV } from '../../bot/world.ts';
import { confirmAs } from './person.ts';
import { awsCli2, needsAwsCli2, openShell, patience } from './shell.ts';
import { type Turn, typeInto } from './typist.ts';

// From nothing but what somebody is given, in the order in which they would do it.

needsAwsCli2();
const bot = useCenter();
const YUKI = 'yuki@kumoworks.example';
const SAM = 'sam.lee@partner.example';
const TOKYO = '444455556666';

let shell: Shell;
let block = '';
let commands: string[] = [];
let answers = '';
let confirm: (link: string) => Promise<void>;

beforeAll(async () => {
  if (!awsCli2()) return;
  shell = await openShell(bot.world.url);
  await ask(bot, { accounts: [DEV, SEARCH], people: ['U0YUKI'] });
  const view = await openCli(bot, 'U0YUKI');
  const [toPaste = '', toRun = ''] = copiesIn(view);
  block = toPaste;
  commands = toRun.split('\n');
  answers = saidIn(view);
  confirm = confirmAs(bot.world.url, await atPortal(bot, YUKI).arrive(YUKI, 'My-own-Passw0rd!'));
}, patience.timeout);
afterAll(() => shell?.close());

const profilesIn = (text: string) => readConfig(text).filter(({ kind }) => kind === 'profile');

test(
  'the window’s block and its first command sign somebody in, and every profile of it lists buckets',
  patience,
  async () => {
    await shell.paste(block);
    const [logIn = '', ...rest] = commands;
    expect(await shell.logIn(logIn, confirm)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Successfully logged into Start URL: https://kumoworks.awsapps.com/start'),
    });
    const profiles = profilesIn(block);
    expect(rest).toEqual([
      `aws sts get-caller-identity --profile ${profiles[0]?.name}`,
      `aws s3 ls --profile ${profiles[0]?.name}`,
    ]);
    for (const [i, [id, account]] of [
      [DEV, 'payments-dev'],
      [SEARCH, 'search-dev'],
    ].entries()) {
      const ofThis = rest.map((command) => command.replace(`${profiles[0]?.name}`, `${profiles[i]?.name}`));
      const { stdout, stderr } = await shell.run(ofThis.join(' && '));
      expect(stderr).toBe('');
      expect(stdout).toMatch(new RegExp(`arn:aws:sts::${id}:assumed-role/AWSReservedSSO_Developer_\\w+/${YUKI}"`));
      expect(stdout).toMatch(new RegExp(` ${account}-artifacts-${id}\n.* ${account}-logs-${id}\n$`));
    }
  },
);

test('an account that is not theirs is refused, whatever somebody writes into their file', patience, async () => {
  const elsewhere = `sed 's/${SEARCH}/333344445555/' "$AWS_CONFIG_FILE" > elsewhere; export AWS_CONFIG_FILE="$PWD/elsewhere"`;
  const { name = '' } = profilesIn(block)[1] ?? {};
  const tried = `aws sts get-caller-identity --profile ${name.replace(SEARCH, '333344445555')}`;
  expect(await shell.run(`${elsewhere}; ${tried}`)).toMatchObject({
    code: 254,
    stderr: expect.stringContaining('(ForbiddenException) when calling the GetRoleCredentials operation: No access'),
  });
});

test('a second delivery, pasted below the first, leaves every command working', patience, async () => {
  await ask(bot, { accounts: [TOKYO, DEV], people: ['U0YUKI'] });
  const [later = ''] = copiesIn(await openCli(bot, 'U0YUKI', (said) => said.includes('Put this below')));
  await shell.paste(later);
  const [first, second] = profilesIn(block);
  const [third] = profilesIn(later);
  const { stdout, stderr } = await shell.run('aws configure list-profiles');
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n').toSorted()).toEqual([first?.name, second?.name, third?.name].toSorted());
  const buckets = await shell.run(`aws s3 ls --profile ${third?.name} && aws s3 ls --profile ${first?.name}`);
  expect(buckets).toMatchObject({ code: 0, stderr: '' });
  expect(buckets.stdout.match(/\S+-logs-\d+/g)).toEqual([`sandbox-tokyo-logs-${TOKYO}`, `payments-dev-logs-${DEV}`]);
});

test(
  'the window’s answers to `aws configure sso`, typed in their order, write the settings that its block has',
  patience,
  async () => {
    const typing = await openShell(bot.world.url);
    onTestFinished(typing.close);
    const turns = [...answers.matchAll(/^\d+\. (?:`(.+)` → (?:`(.+)`)?)?.*$/gm)].flatMap(([, at, type = '']): Turn[] =>
      // The browser, the account and the permission set: AWS asks for the latter two where there are several.
      at === undefined ? [] : [{ at, type }],
    );
    expect(turns).toHaveLength(7);
    // The first of the accounts, once the list is drawn.
    turns.splice(4, 0, { at: `(${SEARCH})`, type: '' }, { at: 'The only role available to you is: Developer' });
    let confirmed: Promise<void> | undefined;
    await typeInto(typing, await typing.byCode('aws configure sso'), turns, (screen) => {
      const [, code] = /Then enter the code:\s+([A-Z]{4}-[A-Z]{4})/.exec(screen) ?? [];
      if (code) confirmed ??= confirm(`#/device?user_code=${code}`);
    });
    await confirmed;
    const [session, profile] = readConfig(block);
    expect(told(readConfig(typing.config()))).toEqual(told([session, profile]));
    expect((await typing.run(commands[2] ?? '')).stdout).toContain(`payments-dev-logs-${DEV}`);
  },
);

/** The order in which the CLI writes is its own. */
const told = (sections: (ReturnType<typeof readConfig>[number] | undefined)[]) =>
  sections.map((one) => [one?.kind, one?.name, Object.entries(one?.settings ?? {}).toSorted()]).toSorted();

test('the same block in a mail does the same', patience, async () => {
  await ask(bot, { accounts: [TOKYO, DEV], people: [], others: `sam.lee Sam Lee <${SAM}>` });
  const mail = (await bot.mails()).find(({ to, text }) => to.includes(SAM) && text.includes('[profile'));
  const [inMail = ''] = /^\[sso-session[\s\S]*output = json$/m.exec(mail?.text ?? '') ?? [];
  const logIn = /^aws sso login --.*$/m.exec(mail?.text ?? '')?.[0] ?? '';
  const ofSam = await openShell(bot.world.url);
  onTestFinished(ofSam.close);
  await ofSam.paste(inMail);
  const session = await atPortal(bot, 'sam.lee').arrive(SAM, 'My-own-Passw0rd!');
  expect((await ofSam.logIn(logIn, confirmAs(bot.world.url, session))).code).toBe(0);
  const [profile] = profilesIn(inMail);
  const { stdout, stderr } = await ofSam.run(`aws s3 ls --profile ${profile?.name}`);
  expect(stderr).toBe('');
  expect(stdout).toContain(`-logs-${profile?.settings.sso_account_id}`);
});
