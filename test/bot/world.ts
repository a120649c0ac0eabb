import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Actor, actAs, post } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { showExecution } from '../../sandbox/aws/console.ts';
import { type ShownUser, showUser } from '../../sandbox/aws/iam/show-user.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { reading } from '../../sandbox/organization/organization.ts';
import type { SeenMessage, SeenState, SeenView, Shown } from '../../sandbox/slack/seen.ts';
import { startWorld, type World, type WorldSettings } from '../../sandbox/world.ts';
import { unhurried } from '../unhurried.ts';
import { keepLog } from './keep-log.ts';
import { createRestarts, isReady } from './restarts.ts';

export const CHANNEL = 'C0APPROVE';
export const DEV = '111122223333';

/** What a good form holds, for one person. */
export const goodForm = {
  profile: 'developer',
  accounts: [DEV],
  people: ['U0YUKI'],
  others: '',
  reason: 'joins the payments team',
};

export type TestWorld = ReturnType<typeof useWorld>;

/** One world for a test file: the bot as it is, a local Slack and a local AWS. `policy` changes the sandbox's policy file. */
export function useWorld({
  policy = (text) => text,
  ...settings
}: Partial<WorldSettings> & { policy?: (text: string) => string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-test-'));
  const logFile = join(folder, 'bot.log');
  const policyFile = join(folder, 'onboarding.yaml');
  let world: World;

  beforeAll(async () => {
    writeFileSync(policyFile, policy(readFileSync(new URL('../../sandbox/onboarding.yaml', import.meta.url), 'utf8')));
    // Everybody reads English, so that a test may be about anybody; language.test.ts is about the rest.
    const organization = reading(kumoworks, 'en');
    world = await startWorld(unhurried({ organization, logFile, policyFile, logLevel: 'trace', ...settings }));
    await isReady(world);
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') keepLog(task.name, logFile);
  });
  afterAll(async () => {
    await world?.stop();
    // Whatever the bot did not expect must have been expected by a test: those read the log and say so.
    if (world && !unexpectedIsFine && /"a listener failed"|"unexpected failure"/.test(log()))
      throw new Error(`The bot met an unexpected error:\n${log()}`);
    rmSync(folder, { recursive: true, force: true });
  });

  let unexpectedIsFine = false;
  const log = () => readFileSync(logFile, 'utf8');
  /** What somebody has before them, without the way over HTTP: it is looked at again and again. */
  const screenOf = async (id: string): Promise<SeenState> => {
    const { people, stateOf } = world.slack.look;
    return JSON.parse(JSON.stringify(stateOf(people.find(id), Number.POSITIVE_INFINITY)));
  };
  const as = (id: string): Actor => actAs(world.url, id, () => screenOf(id));

  async function openForm(requester: Actor): Promise<SeenView> {
    const before = (await requester.modal())?.id;
    // Whose bot has yet to come back after an outage presses again.
    await until('the bot at the command', async () => (await requester.command()).error !== 'dispatch_unknown_error');
    return until('the form', async () => {
      const view = await requester.modal();
      return view?.callback_id === 'request' && view.id !== before && view;
    });
  }

  return {
    get world() {
      return world;
    },
    as,
    log,
    expectTrouble: () => {
      unexpectedIsFine = true;
    },
    openForm,

    /** Changes the policy file, for the next bot, and publishes it unless a test says otherwise. */
    rewritePolicy(rewrite: (text: string) => string, { publish = true } = {}): void {
      writeFileSync(policyFile, rewrite(readFileSync(policyFile, 'utf8')));
      if (publish) world.publish();
    },

    ...createRestarts(() => world),

    /** Fills in the form and presses the button: what the person is shown, and the request's id. */
    async submit(requesterId: string, form: object = {}, more: object = {}): Promise<{ shown: Shown; id: string }> {
      const requester = as(requesterId);
      const view = await openForm(requester);
      await requester.suggest(view.id, '');
      const shown = await requester.submit(view.id, { ...goodForm, ...form }, more);
      return { shown, id: view.id };
    },

    /** The request's message in the approvals channel, once it is as wanted. */
    post: (id: string, isWanted: (text: string) => boolean = () => true): Promise<SeenMessage> =>
      until(`the message of ${id}`, async () =>
        (await as('U0KEN').messagesIn(CHANNEL)).find(({ blocks, ephemeral }) => {
          const text = JSON.stringify(blocks);
          return !ephemeral && text.includes(id) && isWanted(text);
        }),
      ),

    /** The request's message, once it has its buttons. */
    async open(id: string): Promise<SeenMessage> {
      return this.post(id, hasButton('approve'));
    },

    /** A request that Aiko sends, ready to be decided. */
    async request(form: object = {}, requester = 'U0AIKO'): Promise<{ id: string; ts: string }> {
      const { shown, id } = await this.submit(requester, form);
      if (shown.errors || shown.error) throw new Error(`The request was not taken: ${JSON.stringify(shown)}`);
      const { ts } = await this.open(id);
      return { id, ts };
    },

    approve: (approver: string, ts: string) => as(approver).click(CHANNEL, ts, 'approve'),

    /** Approves, and does something once everybody was looked up again and before anybody is told: the requester hears of it slowly. */
    async approveAnd(approver: string, { id, ts }: { id: string; ts: string }, act: () => void): Promise<void> {
      const news = world.slack.hold('chat.postMessage');
      await this.approve(approver, ts);
      await this.post(id, (text) => text.includes('Access is being given'));
      await news.reached;
      act();
      news.release();
    },

    /** The end of an execution of `onboarding`. */
    ended: (id: string): Promise<Execution> =>
      until(`the end of ${id}`, () => {
        const entry = world.aws.look.executions().find(({ name, status }) => name === id && status !== 'RUNNING');
        return entry && showExecution(entry);
      }),

    executions: async (machine = 'onboarding'): Promise<Execution[]> =>
      world.aws.look
        .executions()
        .filter((entry) => entry.machine.name === machine)
        .map(showExecution),

    /** Asks, approves and waits for the end. */
    async onboard(
      form: object = {},
    ): Promise<{ id: string; ts: string; people: { userName: string; status: string; error?: string }[] }> {
      const request = await this.request(form);
      await this.approve('U0KEN', request.ts);
      const { output } = await this.ended(request.id);
      return { ...request, people: outputOf(output).people };
    },

    users: async (accountId = DEV): Promise<ShownUser[]> =>
      [...(world.aws.look.accounts.get(accountId)?.users.values() ?? [])].map(showUser),
    mails: async () => world.aws.look.mails.map(({ text = '', html = '', ...mail }) => ({ ...mail, text, html })),
    signIn: (body: { accountId?: string; userName: string; password: string; newPassword?: string }) =>
      post<{ signedIn?: true; passwordResetRequired?: true; error?: string }>(`${world.url}/aws/sign-in`, {
        accountId: DEV,
        ...body,
      }),

    /** The newest message with this button in somebody's direct messages. */
    welcome: (userId: string): Promise<{ channel: string; ts: string; text: string }> =>
      until(`the welcome of ${userId}`, async () => {
        const { id, messages } = await as(userId).dm();
        const message = messages.findLast(({ blocks }) => hasButton('show-password')(JSON.stringify(blocks)));
        return message && { channel: id, ts: message.ts, text: JSON.stringify(message.blocks) };
      }),

    /** What the person was told that only they see. */
    ephemeral: (userId: string, isWanted: (text: string) => boolean = () => true): Promise<string> =>
      until(
        `words for ${userId} alone`,
        async () =>
          (await as(userId).state()).channels
            .flatMap(({ messages }) => messages)
            .findLast(({ ephemeral, text }) => ephemeral && isWanted(text))?.text,
      ),

    /** The bot's newest words to somebody who met an error: where they were, or in a direct message. */
    ephemeralOrDm: (userId: string): Promise<string> =>
      until(`an apology to ${userId}`, async () => {
        const { channels, dms } = await as(userId).state();
        return [...channels, ...dms]
          .flatMap(({ messages }) => messages)
          .findLast(({ text }) => text.includes('Something went wrong'))?.text;
      }),

    /** A modal on top of somebody's screen, once it is as wanted. */
    modal: (userId: string, isWanted: (text: string) => boolean): Promise<SeenView> =>
      until(`a modal for ${userId}`, async () => {
        const view = await as(userId).modal();
        return view && isWanted(JSON.stringify(view.blocks)) && view;
      }),
  };
}

export type Execution = {
  name: string;
  machine: string;
  status: string;
  input?: unknown;
  output?: unknown;
  error?: string;
};

/** The end of a request in the approvals channel, once people were tried or it failed. */
export const isOver = (text: string) => /(has|have) access\.|all set|without a result/.test(text);

export const hasButton = (actionId: string) => (text: string) => text.includes(`"action_id":"${actionId}"`);

/** The password that a modal shows. */
export function passwordIn({ blocks }: SeenView): string | undefined {
  const block = blocks.find(({ type }) => type === 'rich_text') as
    | { elements: { elements: { text: string }[] }[] }
    | undefined;
  return block?.elements[0]?.elements[0]?.text;
}

export function outputOf(output: unknown): { people: { userName: string; status: string; error?: string }[] } {
  return (typeof output === 'string' ? JSON.parse(output) : output) as { people: [] };
}
