import type { App, types } from '@slack/bolt';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';
import { startBot } from './start.ts';

export const form: types.ModalView = {
  type: 'modal',
  callback_id: 'request',
  private_metadata: 'kept',
  title: { type: 'plain_text', text: 'Request access' },
  submit: { type: 'plain_text', text: 'Submit' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'account',
      label: { type: 'plain_text', text: 'Account' },
      element: { type: 'external_select', action_id: 'account', min_query_length: 2 },
    },
    {
      type: 'input',
      block_id: 'people',
      optional: true,
      label: { type: 'plain_text', text: 'People' },
      element: { type: 'multi_users_select', action_id: 'people', max_selected_items: 2 },
    },
    {
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: 'Reason' },
      element: { type: 'plain_text_input', action_id: 'reason', max_length: 20, initial_value: 'because' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'in-modal', value: 'v', text: { type: 'plain_text', text: 'More' } }],
    },
  ],
};
export const text = (words: string) => ({ type: 'plain_text' as const, text: words });
export const page = (title: string): types.ModalView => ({
  type: 'modal',
  title: text(title),
  blocks: [{ type: 'divider' }],
});
export const buttons = (value: string): types.KnownBlock[] => [
  { type: 'actions', elements: [{ type: 'button', action_id: 'approve', value, text: text('Approve') }] },
];

/** A choice that the client had from before. */
export const option = { text: text('A'), value: 'a' };

type Heard = { name: string; body: object };

/** An app with one of everything; `heard` is what it was sent, `nextAck` what it answers to the form. */
const listen =
  (heard: Heard[], nextAck: () => object) =>
  (app: App): void => {
    app.command('/onboard', async ({ ack, client, body, respond }) => {
      heard.push({ name: 'command', body });
      if (body.text === 'nobody') return;
      if (body.text === 'help') return ack('Type /onboard');
      if (body.text === 'bad') return ack({ text: 'x', blocks: [{ type: 'header', text: text('h'.repeat(151)) }] });
      await ack();
      if (body.text === 'respond') await respond('later');
      else await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.options('account', async ({ ack, body }) => {
      heard.push({ name: 'suggest', body });
      const length = body.value === 'many' ? 101 : 2;
      await ack({
        options: Array.from({ length }, (_, n) => ({ text: text(`${body.value}-${n}`), value: `${body.value}-${n}` })),
      });
    });
    app.view({ callback_id: 'request', type: 'view_submission' }, async ({ ack, body }) => {
      heard.push({ name: 'submit', body });
      await ack(nextAck() as never);
    });
    app.view({ callback_id: 'request', type: 'view_closed' }, async ({ ack, body }) => {
      heard.push({ name: 'closed', body });
      await ack();
    });
    app.action('in-modal', async ({ ack, body, client }) => {
      heard.push({ name: 'in-modal', body });
      await ack();
      if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view: page('Pushed') });
    });
    app.action('approve', async ({ ack, body, action, respond, client }) => {
      heard.push({ name: 'approve', body });
      await ack();
      if (body.type !== 'block_actions' || action.type !== 'button' || !body.channel || !body.container) return;
      await client.chat.update({
        channel: body.channel.id,
        ts: body.container.message_ts,
        text: `approved ${action.value}`,
        blocks: [],
      });
      await respond(`thank you <@${body.user.id}>`);
    });
    app.action('seen', async ({ ack, body, respond }) => {
      heard.push({ name: 'seen', body });
      await ack();
      await respond({ text: 'replaced', replace_original: true });
    });
    app.action('slow', () => Promise.resolve());
  };

export async function startExample() {
  const heard: Heard[] = [];
  let nextAck: object = {};
  const bot = await startBot(
    listen(heard, () => nextAck),
    { ackTimeout: 120_000, patience: 0 },
    2,
  );
  const command = (user: string, words = '', channel = `D${user.slice(1)}`) =>
    bot.do('command', { user, channel, command: '/onboard', text: words });

  return {
    ...bot,
    heard,
    lastHeard: (name: string) => heard.findLast((one) => one.name === name)?.body,
    answerForms(ack: object): void {
      nextAck = ack;
    },
    command,

    /** Opens the form for a person and gives the modal. */
    async openForm(user: string) {
      const before = (await bot.state(user)).modals.length;
      expect(await command(user)).toEqual({});
      return eventually(async () => {
        const { modals } = await bot.state(user);
        expect(modals).toHaveLength(before + 1);
        return modals.at(-1) ?? expect.fail('no modal');
      });
    },
  };
}
