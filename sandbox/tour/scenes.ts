import { type Words, wordsFor } from '../../src/messages/words.ts';
import { get, type SeenMessage, type SeenView } from '../actor.ts';
import { until } from '../until.ts';
import type { Stage } from './stage.ts';

export const ACCOUNT = '111122223333';
export const YUKI = 'yuki@kumoworks.example';
const CHANNEL = 'C0APPROVE';

const hasButton = (actionId: string) => (message: SeenMessage) =>
  JSON.stringify(message.blocks).includes(`"action_id":"${actionId}"`);
const says = (text: string) => (view: SeenView | undefined) =>
  JSON.stringify(view?.blocks ?? []).includes(text) && view;

/** Whatever language the world was started in. */
const inAnyLanguage = (choose: (words: Words) => string): string[] => ['en', 'ja'].map(wordsFor).map(choose);

export async function ask(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('Aiko types /onboard');
  await aiko.command();
  const form = await until('the request form', () => aiko.modal());
  stage.view(form);

  stage.step('She types “pay” into the field of accounts');
  const { options = [] } = await until('the accounts', async () => {
    const suggested = await aiko.suggest(form.id, 'pay');
    return suggested.options?.some(({ value }) => value === ACCOUNT) && suggested;
  });
  for (const { text } of options) stage.line(text.text);

  stage.step('She picks Yuki and Omar, types in Sam, who is not in Slack, and mistypes his address');
  const people = ['U0YUKI', 'U0OMAR'];
  const values = { profile: 'developer', accounts: [ACCOUNT], people, reason: 'They join the payments team' };
  const { errors } = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner' });
  stage.line(errors?.others ?? '');
  stage.expect(errors?.others !== undefined, 'The mistake should stand beside its field.');

  stage.step('She mends it and sends the request');
  const sent = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner.example' });
  stage.expect(!sent.errors && !sent.error, `It should be sent: ${JSON.stringify(sent)}`);
  stage.message(await until('the message to Aiko', async () => (await aiko.dm()).messages.at(-1)));
}

export async function decide(stage: Stage): Promise<void> {
  const [aiko, ken] = [stage.as('U0AIKO'), stage.as('U0KEN')];
  stage.step('Ken reads it in #aws-approvals');
  const request = await until('the buttons', async () => (await ken.messagesIn(CHANNEL)).find(hasButton('approve')));
  stage.message(request);

  stage.step('Aiko is in the channel too, and tries to approve her own request');
  await aiko.click(CHANNEL, request.ts, 'approve');
  const refusal = await until('the refusal', async () =>
    (await aiko.messagesIn(CHANNEL)).find(({ ephemeral }) => ephemeral),
  );
  stage.message(refusal);

  stage.step('Ken presses Approve');
  await ken.click(CHANNEL, request.ts, 'approve');
  const isDone = ({ blocks }: SeenMessage) => JSON.stringify(blocks).includes(':white_check_mark:');
  stage.message(await until('the outcome', async () => (await ken.messagesIn(CHANNEL)).find(isDone)));
}

export async function hearOfTheEnd(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('Aiko hears of it');
  const messages = await until('the last message to Aiko', async () => {
    const { messages } = await aiko.dm();
    return messages.length >= 3 && messages;
  });
  for (const message of messages.slice(1)) stage.message(message);

  stage.step(`The account ${ACCOUNT} has three users; only Sam, who was written to, has a password yet`);
  const users = await stage.users(ACCOUNT);
  for (const { userName, groups, policies, loginProfile } of users) {
    const rights = [...groups, ...policies.map((arn) => arn.split('/').at(-1))].join(', ');
    stage.line(`${userName.padEnd(24)} ${rights}: ${loginProfile ? 'has a password' : 'no password'}`);
  }
  stage.expect(users.length === 3, 'There should be three users.');
  stage.expect(users.filter(({ loginProfile }) => loginProfile).length === 1, 'One should have a password.');
}

export async function fetchPassword(stage: Stage): Promise<void> {
  const yuki = stage.as('U0YUKI');
  stage.step('Yuki has a direct message, in the language of her Slack');
  const { id, message } = await until('the message to Yuki', async () => {
    const { id, messages } = await yuki.dm();
    return messages[0] && { id, message: messages[0] };
  });
  stage.message(message);

  stage.step('She presses the button that shows her temporary password');
  await yuki.click(id, message.ts, 'show-password');
  const shown = await until('the password', async () => says('rich_text_preformatted')(await yuki.modal()));
  stage.view(shown);

  stage.step('She signs in at the AWS console');
  await stage.signInFirst(ACCOUNT, YUKI, passwordIn(shown));

  stage.step('She presses the button again: it is of no use any more');
  await yuki.click(id, message.ts, 'show-password');
  const refusals = inAnyLanguage(({ password }) => password.AlreadySignedIn);
  const refusal = async () => {
    const view = await yuki.modal();
    return refusals.some((text) => says(text)(view)) && view;
  };
  stage.view(await until('the refusal', refusal));
}

export async function readTheMail(stage: Stage): Promise<void> {
  stage.step('Sam gets an e-mail, and signs in with what it says');
  const { mails } = await get<{ mails: { subject: string; text: string }[] }>(`${stage.url}/mail`);
  const { subject = '', text = '' } = mails[0] ?? {};
  stage.line(`${subject}\n\n${text.trimEnd()}`);
  const passwordAfter = new RegExp(`(?:${inAnyLanguage(({ mail }) => mail.password).join('|')}): (.*)`);
  await stage.signInFirst(ACCOUNT, 'sam.lee', passwordAfter.exec(text)?.[1] ?? '');
}

function passwordIn({ blocks }: SeenView): string {
  for (const block of blocks) {
    const [first] = block.type === 'rich_text' && 'elements' in block ? block.elements : [];
    if (first && 'elements' in first) return first.elements.map((part) => ('text' in part ? part.text : '')).join('');
  }
  return '';
}
