import { type Actor, get } from '../acting/actor.ts';
import { until } from '../acting/until.ts';
import type { SeenMessage, SeenView } from '../slack/seen.ts';
import { inAnyLanguage, PAYMENTS, SEARCH, YUKI } from './cast.ts';
import type { Stage } from './stage.ts';

export async function readTheMail(stage: Stage): Promise<void> {
  stage.step('Sam gets one e-mail for both accounts, and signs in with what it says');
  const { mails } = await get<{ mails: { subject: string; text: string }[] }>(`${stage.url}/mail`);
  const { subject = '', text = '' } = mails[0] ?? {};
  stage.line(`${subject}\n\n${text.trimEnd()}`);
  const passwordAfter = new RegExp(`(?:${inAnyLanguage(({ mail }) => mail.password).join('|')})[:：] ?(.*)`, 'g');
  const passwords = [...text.matchAll(passwordAfter)].map(([, password = '']) => password);
  stage.expect(passwords.length === 2, 'There should be two passwords in it.');
  for (const [at, { id }] of [PAYMENTS, SEARCH].entries()) await stage.signInFirst(id, 'sam.lee', passwords[at] ?? '');
}

export async function fetchPassword(stage: Stage): Promise<void> {
  const yuki = stage.as('U0YUKI');
  stage.step('Yuki has a direct message, in the language of her Slack, with a button for each account');
  const welcome = await welcomeTo(yuki);
  stage.message(welcome.message);

  stage.step('She presses the first: it shows her temporary password');
  const shown = await pressFor(PAYMENTS, yuki, welcome);
  stage.view(shown);

  stage.step('She signs in at the AWS console');
  await stage.signInFirst(PAYMENTS.id, YUKI, passwordIn(shown));

  stage.step('She presses the button again: it has no use any more');
  await press(PAYMENTS, yuki, welcome);
  const refusals = inAnyLanguage(({ password }) => password.AlreadySignedIn);
  const refusal = async () => {
    const view = await yuki.modal();
    return refusals.some((text) => says(text)(view)) && view;
  };
  stage.view(await until('the refusal', refusal));
}

/** Once more, told in fewer words. */
export async function fetchNextPassword(stage: Stage): Promise<void> {
  const yuki = stage.as('U0YUKI');
  stage.step('The second button is for search-dev, where she has a user of her own');
  const shown = await pressFor(SEARCH, yuki, await welcomeTo(yuki));
  await stage.signInFirst(SEARCH.id, YUKI, passwordIn(shown));
}

const says = (text: string) => (view: SeenView | undefined) =>
  JSON.stringify(view?.blocks ?? []).includes(text) && view;

type Welcome = { id: string; message: SeenMessage };

const welcomeTo = (person: Actor): Promise<Welcome> =>
  until('the message to Yuki', async () => {
    const { id, messages } = await person.dm();
    return messages[0] && { id, message: messages[0] };
  });

/** Presses the button of one account; its value tells it from the others. */
async function press({ id }: { id: string }, person: Actor, { id: channel, message }: Welcome): Promise<void> {
  const buttons = message.blocks.flatMap((block) =>
    'elements' in block && block.type === 'actions' ? block.elements : [],
  );
  const values = buttons.map((button) => ('value' in button ? button.value : undefined));
  await person.click(channel, message.ts, 'show-password', { value: values.find((value) => value?.includes(id)) });
}

async function pressFor(account: { id: string; name: string }, person: Actor, welcome: Welcome): Promise<SeenView> {
  await press(account, person, welcome);
  return until('the password', async () => {
    const view = await person.modal();
    return says('rich_text_preformatted')(view) && says(account.id)(view);
  });
}

function passwordIn({ blocks }: SeenView): string {
  for (const block of blocks) {
    const [first] = block.type === 'rich_text' && 'elements' in block ? block.elements : [];
    if (first && 'elements' in first) return first.elements.map((part) => ('text' in part ? part.text : '')).join('');
  }
  return '';
}
