import { until } from '../acting/until.ts';
import type { SeenMessage } from '../slack/seen.ts';
import { PAYMENTS, SEARCH } from './cast.ts';
import type { Stage } from './stage.ts';

const CHANNEL = 'C0APPROVE';

const hasButton = (actionId: string) => (message: SeenMessage) =>
  JSON.stringify(message.blocks).includes(`"action_id":"${actionId}"`);

export async function ask(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('Aiko types /onboard');
  await aiko.command();
  const form = await until('the request form', () => aiko.modal());
  stage.view(form);

  stage.step('She types “dev” into the field of accounts, and takes both that she finds');
  const { options = [] } = await until('the accounts', async () => {
    const suggested = await aiko.suggest(form.id, 'dev');
    return suggested.options?.some(({ value }) => value === PAYMENTS.id) && suggested;
  });
  for (const { text } of options) stage.line(text.text);

  stage.step('She picks Yuki and Omar, types in Sam, who is not in Slack, and mistypes his address');
  const accounts = [PAYMENTS.id, SEARCH.id];
  const people = ['U0YUKI', 'U0OMAR'];
  const values = { profile: 'developer', accounts, people, reason: 'They join the payments team' };
  const { errors } = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner' });
  stage.line(errors?.others ?? '');
  stage.expect(errors?.others !== undefined, 'The mistake should stand beside its field.');

  stage.step('She corrects it and sends the request');
  const sent = await aiko.submit(form.id, { ...values, others: 'sam.lee sam.lee@partner.example' });
  stage.expect(!sent.errors && !sent.error, `It should be sent: ${JSON.stringify(sent)}`);
  stage.message(await until('the message to Aiko', async () => (await aiko.dm()).messages.at(-1)));
}

export async function decide(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('Ken reads it in #aws-approvals: Omar has a user in search-dev already');
  const request = await waitingRequest(stage);
  stage.message(request);
  const [ofOmar = ''] = /omar@[^•]*/.exec(request.text) ?? [];
  stage.expect(ofOmar.includes(SEARCH.name), 'It should say where Omar is already.');

  stage.step('Aiko is in the channel too, and tries to approve her own request');
  await aiko.click(CHANNEL, request.ts, 'approve');
  const refusal = await until('the refusal', async () =>
    (await aiko.messagesIn(CHANNEL)).find(({ ephemeral }) => ephemeral),
  );
  stage.message(refusal);

  stage.step('Ken presses Approve');
  await approve(stage, request);
}

/** The request that waits for a decision, as Ken sees it. */
export const waitingRequest = (stage: Stage): Promise<SeenMessage> =>
  until('the buttons', async () => (await stage.as('U0KEN').messagesIn(CHANNEL)).find(hasButton('approve')));

/** Shows what came of it. */
export async function approve(stage: Stage, request: SeenMessage): Promise<void> {
  const ken = stage.as('U0KEN');
  await ken.click(CHANNEL, request.ts, 'approve');
  const isDone = (message: SeenMessage) =>
    message.ts === request.ts &&
    !hasButton('approve')(message) &&
    !JSON.stringify(message.blocks).includes(':hourglass_flowing_sand:');
  stage.message(await until('the outcome', async () => (await ken.messagesIn(CHANNEL)).find(isDone)));
}

export async function hearOfTheEnd(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('Aiko is told how it went');
  const messages = await until('the last message to Aiko', async () => {
    const { messages } = await aiko.dm();
    return messages.length >= 3 && messages;
  });
  for (const message of messages.slice(1)) stage.message(message);

  stage.step('Five users were created; so far only Sam, who got the e-mail, has passwords');
  const users = (await Promise.all([PAYMENTS, SEARCH].map(({ id }) => stage.usersMadeIn(id)))).flat();
  for (const { account, userName, groups, policies, loginProfile } of users) {
    const rights = [...groups, ...policies.map((arn) => arn.split('/').at(-1))].join(', ');
    stage.line(
      `${account.padEnd(13)} ${userName.padEnd(24)} ${rights}: ${loginProfile ? 'has a password' : 'no password'}`,
    );
  }
  stage.expect(users.length === 5, 'There should be five users.');
  stage.expect(users.filter(({ loginProfile }) => loginProfile).length === 2, 'Two should have a password.');
}
