import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { drawMessage, drawView } from './draw.ts';
import { kumoworks } from './organization.ts';
import { type Actor, actAs, get, post, type SeenMessage } from './person.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const ACCOUNT = '111122223333';
const names = new Map([
  ...kumoworks.people.map(({ id, name }) => [id, name] as const),
  ...kumoworks.userGroups.map(({ id, handle }) => [id, handle] as const),
]);

/** Plays one request for three people from end to end, as the people involved would see it. @returns the exit code */
export async function playTour(world: World, logFile: string, say: (text: string) => void): Promise<number> {
  let current = '';
  const step = (title: string) => {
    current = title;
    say(`\n${styleText(['bold', 'green'], `▸ ${title}`)}`);
  };
  try {
    await tour(world, logFile, step, say);
    say(`\n${styleText(['bold', 'green'], '✓ The tour is over: asked, approved, created, delivered, signed in.')}`);
    say('  To do it yourself: npm run sandbox');
    return 0;
  } catch (err) {
    say(
      `\n${styleText(['bold', 'red'], `✗ Failed at: ${current}`)}\n  ${(err as Error).message}\n  The bot's log is ${logFile}`,
    );
    return 1;
  }
}

async function tour(
  { url, aws, slack }: World,
  logFile: string,
  step: (title: string) => void,
  say: (text: string) => void,
): Promise<void> {
  const [aiko, ken, yuki, omar] = ['U0AIKO', 'U0KEN', 'U0YUKI', 'U0OMAR'].map((id) => actAs(url, id)) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  const show = (message: SeenMessage) => say(drawMessage(message, names));

  step('Aiko types /onboard');
  await aiko.command();
  const form = await until('the request form', () => aiko.modal());
  say(drawView(form, names));

  step('She types “pay” into the account field');
  const { options = [] } = await until('the accounts', async () => {
    const suggested = await aiko.suggest(form.id, 'pay');
    return suggested.options?.some(({ value }) => value === ACCOUNT) ? suggested : undefined;
  });
  for (const { text } of options) say(`  ${styleText('cyan', '│')} ${text.text}`);

  step('She picks Yuki and Omar, types in Sam, who is not in Slack, and mistypes his address');
  const values = {
    profile: 'developer',
    account: ACCOUNT,
    people: ['U0YUKI', 'U0OMAR'],
    reason: 'They join the payments team',
  };
  const refused = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner' });
  say(`  ${styleText('red', refused.errors?.others ?? '')}`);
  expect(refused.errors?.others !== undefined, 'The mistake should stand beside its field.');

  step('She mends it and sends the request');
  const sent = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner.example' });
  expect(sent.errors === undefined && sent.error === undefined, `It should be sent: ${JSON.stringify(sent)}`);
  show(await until('the message to Aiko', async () => (await aiko.dm()).messages.at(-1)));

  step('Ken reads it in #aws-approvals');
  const request = await until('the buttons', async () =>
    (await ken.messagesIn('C0APPROVE')).find(hasButton('approve')),
  );
  show(request);

  step('Aiko is in the channel too, and tries to approve her own request');
  await aiko.click('C0APPROVE', request.ts, 'approve');
  show(await until('the refusal', async () => (await aiko.messagesIn('C0APPROVE')).find(({ ephemeral }) => ephemeral)));

  step('Ken presses Approve');
  await ken.click('C0APPROVE', request.ts, 'approve');
  const isDone = (message: SeenMessage) =>
    !hasButton('approve')(message) && JSON.stringify(message.blocks).includes('told');
  show(await until('the outcome', async () => (await ken.messagesIn('C0APPROVE')).find(isDone)));

  step('Aiko hears of it');
  const followed = await until('the last message to Aiko', async () => {
    const { messages } = await aiko.dm();
    return messages.length >= 3 ? messages : undefined;
  });
  followed.slice(1).forEach(show);

  step(`The account ${ACCOUNT} has the three users; only Sam, who was written to, has a password yet`);
  const users = await usersIn(url);
  for (const { userName, groups, policies, loginProfile } of users) {
    say(
      `  ${styleText('cyan', '│')} ${userName.padEnd(26)} ${groups.join(', ')} · ${policies.map((arn) => arn.split('/').at(-1)).join(', ')} · ${loginProfile ? 'password set' : 'no password'}`,
    );
  }
  expect(
    users.map(({ loginProfile }) => loginProfile !== undefined).filter(Boolean).length === 1,
    'Only one should have a login profile.',
  );

  step('Yuki has a direct message');
  const dm = await until('the message to Yuki', async () => {
    const { id, messages } = await yuki.dm();
    return messages[0] && { id, message: messages[0] };
  });
  show(dm.message);

  step('She presses Show temporary password');
  await yuki.click(dm.id, dm.message.ts, 'show-password');
  const shown = await until('the password', async () => {
    const view = await yuki.modal();
    return view && passwordIn(view.blocks) ? view : undefined;
  });
  say(drawView(shown, names));

  step('She signs in at the AWS console, must set a password of her own, and does');
  await signIn(url, 'yuki@kumoworks.example', passwordIn(shown.blocks) ?? '', say);

  step('She presses the button again: it is of no use any more');
  await yuki.click(dm.id, dm.message.ts, 'show-password');
  const refusedView = await until('the refusal', async () => {
    const view = await yuki.modal();
    return view && view.id !== shown.id && JSON.stringify(view.blocks).includes('signed in before') ? view : undefined;
  });
  say(drawView(refusedView, names));

  step('Sam gets an e-mail, and signs in with what it says');
  const { mails } = await get<{ mails: { subject: string; text: string }[] }>(`${url}/mail`);
  const mail = mails[0] ?? { subject: '', text: '' };
  say([mail.subject, '', mail.text].join('\n').replace(/^/gm, `  ${styleText('cyan', '│')} `));
  await signIn(url, 'sam.lee', /password: (.*)/.exec(mail.text)?.[1] ?? '', say);

  step('Omar, too, has a message, and lets it wait');
  show(await until('the message to Omar', async () => (await omar.dm()).messages[0]));

  step('No password is in the bot’s log, the queue, the executions or the messages');
  const places = {
    log: readFileSync(logFile, 'utf8'),
    queue: aws.seen.queueBodies().join(),
    executions: aws.seen.histories(),
    messages: slack.seen.messages(),
  };
  for (const [place, text] of Object.entries(places)) {
    const leaked = aws.seen
      .passwords()
      .filter((password) => text.includes(password) || text.includes(JSON.stringify(password).slice(1, -1)));
    say(
      `  ${place}: ${text.length.toLocaleString('en')} characters searched for ${aws.seen.passwords().length} passwords, ${leaked.length} found`,
    );
    expect(text.length > 0 && leaked.length === 0, `A password is in the ${place}.`);
  }
}

type User = { userName: string; groups: string[]; policies: string[]; loginProfile?: object };

const hasButton = (actionId: string) => (message: SeenMessage) =>
  JSON.stringify(message.blocks).includes(`"action_id":"${actionId}"`);

function passwordIn(blocks: SeenMessage['blocks']): string | undefined {
  return /"rich_text_preformatted","elements":\[\{"type":"text","text":("(?:[^"\\]|\\.)*")/
    .exec(JSON.stringify(blocks))
    ?.slice(1)
    .map((text) => JSON.parse(text) as string)[0];
}

async function usersIn(url: string): Promise<User[]> {
  const { accounts } = await get<{ accounts: { id: string; users: User[] }[] }>(`${url}/aws`);
  return accounts.find(({ id }) => id === ACCOUNT)?.users ?? [];
}

async function signIn(url: string, userName: string, password: string, say: (text: string) => void): Promise<void> {
  const first = await post<object>(`${url}/aws/sign-in`, { accountId: ACCOUNT, userName, password });
  say(`  ${userName} with the temporary password: ${JSON.stringify(first)}`);
  expect('passwordResetRequired' in first, 'A new password should be asked for.');
  const second = await post<object>(`${url}/aws/sign-in`, {
    accountId: ACCOUNT,
    userName,
    password,
    newPassword: 'My-own-Passw0rd!',
  });
  say(`  …and with one of their own: ${JSON.stringify(second)}`);
  expect('signedIn' in second, 'The new password should be taken.');
}

function expect(truth: boolean, otherwise: string): void {
  if (!truth) throw new Error(otherwise);
}
