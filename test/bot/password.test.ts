import { SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { DEV, passwordIn, useWorld } from './world.ts';

const bot = useWorld();
const OWN = 'My-own-Passw0rd!';

/** Onboards somebody and opens the modal with their password. */
async function show(who: string, account = DEV) {
  const welcome = await bot.welcome(who);
  await bot.as(who).click(welcome.channel, welcome.ts, 'show-password');
  const view = await bot.modal(who, (text) => text.includes('rich_text_preformatted'));
  return { welcome, view, password: passwordIn(view) ?? '', account };
}

/** Calls the state machine as a stolen bot could. */
async function issue(input: object) {
  const { url, aws } = bot.world;
  const environment = aws.environment(url);
  const sfn = new SFNClient({
    endpoint: url,
    disableHostPrefix: true,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const { status, error } = await sfn.send(
    new StartSyncExecutionCommand({
      stateMachineArn: environment.ISSUE_PASSWORD_STATE_MACHINE_ARN ?? '',
      input: JSON.stringify(input),
    }),
  );
  return { status, error };
}

test('the message to the new user says who asked and who approved first, shows the whole address, and nothing that is not theirs', async () => {
  await bot.onboard({ people: ['U0YUKI', 'U0OMAR'], reason: 'a private reason' });
  const { text } = await bot.welcome('U0YUKI');
  expect(JSON.parse(text)[0].text.text).toBe(
    '<@U0AIKO> asked for AWS access for you and <@U0KEN> approved it: account `payments-dev` (111122223333).',
  );
  expect(text).toContain('<https://kumo-payments-dev.signin.aws.amazon.com/console>');
  expect(text).toContain('`yuki@kumoworks.example`');
  expect(text).not.toMatch(/private reason|omar/);
});

test('the password that is shown signs in, must be changed, and is then of no use', async () => {
  const { view, password, welcome } = await show('U0YUKI');
  const userName = 'yuki@kumoworks.example';
  expect(await bot.signIn({ userName, password })).toEqual({ passwordResetRequired: true });
  expect(await bot.signIn({ userName, password, newPassword: OWN })).toMatchObject({ signedIn: true });

  await bot.as('U0YUKI').click(welcome.channel, welcome.ts, 'show-password');
  const refused = await bot.modal('U0YUKI', (text) => text.includes('set your own password, so'));
  expect(refused.id).not.toBe(view.id);
  // Green, and of no use any more.
  const message = await until('the button to go', async () => {
    const found = (await bot.as('U0YUKI').dm()).messages.find(({ ts }) => ts === welcome.ts);
    return found && !JSON.stringify(found.blocks).includes('show-password') && found;
  });
  expect(JSON.stringify(message.blocks)).toContain('You have set your own password here.');
  expect(await bot.signIn({ userName, password: OWN })).toMatchObject({ signedIn: true });
});

test('the modal with the password has nothing in it that would send the password back', async () => {
  const { view } = await show('U0OMAR');
  const json = JSON.stringify(view);
  expect(json).not.toMatch(/"type":"(button|actions|input)"/);
  expect(view).toMatchObject({ notify_on_close: false, submit: null });
});

test('two clicks at once: one shows a password that works, the other says that it was shown', async () => {
  await bot.onboard({ people: ['U0LENA'] });
  const { channel, ts } = await bot.welcome('U0LENA');
  await Promise.all([
    bot.as('U0LENA').click(channel, ts, 'show-password'),
    bot.as('U0LENA').click(channel, ts, 'show-password'),
  ]);
  const views = async () => (await bot.as('U0LENA').state()).modals;
  const shown = await until('what both show', async () => {
    const found = JSON.stringify(await views()).match(/rich_text_preformatted|make-new-password/g);
    return found?.length === 2 && found;
  });
  expect(shown.toSorted()).toEqual(['make-new-password', 'rich_text_preformatted']);
  const [password] = (await views()).map(passwordIn).filter((found) => found !== undefined);
  expect(await bot.signIn({ userName: 'lena@kumoworks.example', password: password ?? '' })).toEqual({
    passwordResetRequired: true,
  });
});

test('Make a new one replaces the password; of two clicks on it at once, the password on the screen works', async () => {
  await bot.onboard({ people: ['U0HIRO'] });
  const first = await show('U0HIRO');
  await bot.as('U0HIRO').click(first.welcome.channel, first.welcome.ts, 'show-password');
  const { id } = await bot.modal('U0HIRO', (text) => text.includes('make-new-password'));
  await Promise.all([
    bot.as('U0HIRO').clickInView(id, 'make-new-password'),
    bot.as('U0HIRO').clickInView(id, 'make-new-password'),
  ]);
  const second = await bot.modal('U0HIRO', (text) => text.includes('rich_text_preformatted'));
  expect(second.id).toBe(id);
  const password = passwordIn(second) ?? '';
  expect(password).not.toBe(first.password);

  const userName = 'hiro@kumoworks.example';
  expect(await bot.signIn({ userName, password: first.password })).toHaveProperty('error');
  expect(await bot.signIn({ userName, password })).toEqual({ passwordResetRequired: true });
});

test('Make a new one on two devices at once: one shows a password that works, the other says that there is another', async () => {
  await bot.onboard({ people: ['U0LENA'], accounts: ['222233335555'] });
  const { channel, ts } = await bot.welcome('U0LENA');
  const person = bot.as('U0LENA');
  await person.click(channel, ts, 'show-password');
  await bot.modal('U0LENA', (text) => text.includes('rich_text_preformatted'));
  const shown = (await person.state()).modals.length;
  for (const more of [1, 2]) {
    await person.click(channel, ts, 'show-password');
    await until('another window', async () => {
      const { modals } = await person.state();
      return modals.length === shown + more && JSON.stringify(modals.at(-1)).includes('make-new-password');
    });
  }
  const devices = (await person.state()).modals.slice(-2).map(({ id }) => id);

  await Promise.all(devices.map((id) => person.clickInView(id, 'make-new-password')));

  const views = await until('both answers', async () => {
    const open = (await person.state()).modals.filter(({ id }) => devices.includes(id));
    const text = JSON.stringify(open);
    return text.includes('rich_text_preformatted') && text.includes('at the same moment, perhaps on another') && open;
  });
  const passwords = views.flatMap((view) => passwordIn(view) ?? []);
  expect(passwords).toHaveLength(1);
  expect(
    await bot.signIn({ accountId: '222233335555', userName: 'lena@kumoworks.example', password: passwords[0] ?? '' }),
  ).toEqual({ passwordResetRequired: true });
});

test('nobody else can make the button work', async () => {
  await bot.onboard({ people: ['U0MARIA'] });
  const { channel, ts } = await bot.welcome('U0MARIA');
  for (const other of ['U0YUKI', 'U0KEN', 'U0AIKO', 'U0GUEST']) {
    expect(await bot.as(other).click(channel, ts, 'show-password')).toHaveProperty('error');
  }
  // Even a bot that is made to say somebody else clicked gets nothing for the wrong person.
  const claim = { AccountId: DEV, UserName: 'maria@kumoworks.example', Reissue: false };
  expect(await issue({ ...claim, ClaimedBy: 'U0KEN' })).toEqual({ status: 'FAILED', error: 'NotYours' });
  expect(await issue({ ...claim, ClaimedBy: 'U0KEN', Reissue: true })).toEqual({ status: 'FAILED', error: 'NotYours' });
  expect(
    (await bot.users()).find(({ userName }) => userName === 'maria@kumoworks.example')?.loginProfile,
  ).toBeUndefined();
});

test('a user that was there before boarding-pass gets no password from it', async () => {
  const input = { AccountId: '222233334444', UserName: 'omar@kumoworks.example', ClaimedBy: 'U0OMAR', Reissue: true };
  expect((await issue(input)).status).toBe('FAILED');
});

test('the password meets a strict policy on the first try, and the address has the id where there is no alias', async () => {
  const { id, ts } = await bot.request({ people: ['U0YUKI'], accounts: ['222233335555'] });
  await bot.approve('U0MARIA', ts);
  await bot.ended(id);
  const { view, password } = await show('U0YUKI');
  expect(JSON.stringify(view)).toContain('https://222233335555.signin.aws.amazon.com/console');
  expect(password).toHaveLength(32);
  expect(await bot.signIn({ accountId: '222233335555', userName: 'yuki@kumoworks.example', password })).toEqual({
    passwordResetRequired: true,
  });
});

test('somebody who is not in Slack gets an e-mail, text and HTML, with a password that works', async () => {
  await bot.onboard({ people: [], others: 'sam.lee Sam.Lee@partner.example' });
  const mail = (await bot.mails()).find(({ to }) => to[0] === 'sam.lee@partner.example');
  expect(mail).toMatchObject({
    replyTo: ['aiko@kumoworks.example'],
    subject: 'Your access to the AWS account payments-dev (111122223333)',
  });
  const password = /Temporary password: (.*)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(mail?.html).toContain(`<code>${password}</code>`);
  expect(await bot.signIn({ userName: 'sam.lee', password })).toEqual({ passwordResetRequired: true });
});

test('a mail whose answer was lost is sent again, and the newest password counts', async () => {
  bot.world.aws.failNext('ses:SendEmail', 'InternalFailure', 4, { after: true });
  await bot.onboard({ people: [], others: 'kim kim@partner.example' });
  const mails = (await bot.mails()).filter(({ to }) => to[0] === 'kim@partner.example');
  const passwords = mails.map(({ text }) => /Temporary password: (.*)/.exec(text)?.[1] ?? '');
  expect(passwords.length).toBeGreaterThan(1);
  expect(await bot.signIn({ userName: 'kim', password: passwords.at(-1) ?? '' })).toEqual({
    passwordResetRequired: true,
  });
});

test('when the password cannot be made, the modal says so, the log has it, and the next click works', async () => {
  bot.expectTrouble();
  await bot.onboard({ people: ['U0OMAR'], accounts: ['444455556666'] });
  bot.world.aws.failNext('iam:getUser', 'Iam.InvalidInputException', 1);
  const { channel, ts } = await bot.welcome('U0OMAR');
  await bot.as('U0OMAR').click(channel, ts, 'show-password');
  await bot.modal('U0OMAR', (text) => text.includes('could not be shown'));
  expect(await bot.ephemeralOrDm('U0OMAR')).toMatch(/reference: [0-9a-f]{8}/);
  await show('U0OMAR');
});

test('no password that was ever made is in the log, the queue, the executions or the messages', async () => {
  const { aws, slack } = bot.world;
  const passwords = aws.seen.passwords();
  expect(passwords.length).toBeGreaterThan(8);
  const places = {
    log: bot.log(),
    queue: aws.seen.queueBodies().join('\n'),
    executions: aws.seen.histories(),
    messages: slack.seen.messages(),
  };
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(100);
    const leaked = passwords.filter(
      (password) => text.includes(password) || text.includes(JSON.stringify(password).slice(1, -1)),
    );
    expect(leaked, place).toEqual([]);
  }
});

test('no token, no reason and no payload is in the log, which says all it can', () => {
  const { aws, slack, url } = bot.world;
  const tokens = aws.seen.queueBodies().map((body) => (JSON.parse(body) as { token: string }).token);
  expect(tokens.length).toBeGreaterThan(50);
  const secrets = Object.entries(slack.environment(url)).filter(([name]) => name.endsWith('_TOKEN'));
  expect(secrets).toHaveLength(2);
  const written = ['a private reason', 'joins the payments team', 'Temporary password', 'asked for AWS access'];
  const payloads = ['trigger_id', 'response_url', 'block_id', 'taskToken', '"blocks"', '"input"', 'private_metadata'];
  const log = bot.log();
  for (const text of [...tokens, ...secrets.map(([, value]) => `${value}`), ...written, ...payloads]) {
    expect(log.includes(text), text).toBe(false);
  }
});
