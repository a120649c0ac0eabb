import { post } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { fromBase32 } from '../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../sandbox/aws/iam/mfa/one-time-codes.ts';
import type { CenterSettings } from '../../sandbox/identity-center/settings.ts';
import type { SeenMessage } from '../../sandbox/slack/seen.ts';
import { goodForm, type TestWorld, useWorld } from './world.ts';

export const PORTAL = 'https://kumoworks.awsapps.com/start';
export const SEARCH = '222233334444';
export const LISBON = '444455557777';

/** A world in which an assignment takes as long as a test does not notice. */
export const useCenter = (
  settings: Partial<CenterSettings> = {},
  more: Partial<Parameters<typeof useWorld>[0] & object> = {},
) =>
  useWorld({
    ...more,
    aws: { waitDelay: 1, identityCenter: { assignmentMs: 2, suspendedMs: 5, ...settings }, ...more.aws },
  });

/** Somebody at the AWS access portal. */
export function atPortal(bot: TestWorld, userName: string) {
  type Step = Record<string, unknown> & { session?: string; seed?: string; code?: string };
  type PortalAccount = { id: string; name: string; permissionSets: { name: string }[] };
  const signIn = (typed: object) => post<Step>(`${bot.world.url}/portal/sign-in`, { userName, ...typed });
  const codes = (address: string) =>
    bot
      .mails()
      .then((mails) =>
        mails
          .filter(({ to, text }) => to.includes(address) && text.includes('verification code'))
          .map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1] ?? ''),
      );
  return {
    signIn,
    codes,

    /** The first sign-in: a mailed code, a password of their own, an authenticator. @returns the session */
    async arrive(address: string, password: string): Promise<string> {
      const first = await signIn({});
      if (!first.codeSent) throw new Error(`No code came: ${JSON.stringify(first)}`);
      const { seed = '' } = await signIn({ code: (await codes(address)).at(-1), newPassword: password });
      const { session } = await signIn({ password, mfaCode: codeNow(seed) });
      if (session === undefined) throw new Error(`${userName} could not sign in.`);
      return session;
    },

    /** What they see there: each account with its permission sets. */
    async accounts(session: string): Promise<string[]> {
      const { accounts } = await post<{ accounts: PortalAccount[] }>(`${bot.world.url}/portal/accounts`, { session });
      return accounts.flatMap(({ id, permissionSets }) => permissionSets.map(({ name }) => `${id} ${name}`));
    },

    /** Follows a link of a message into the console. */
    async follow(session: string, link: string): Promise<string> {
      const [address = '', query = ''] = link.split('#/console?');
      const wanted = new URLSearchParams(query);
      const choice = { session, accountId: wanted.get('account_id'), permissionSet: wanted.get('role_name') };
      const opened = await post<{ identity: string; account: { name: string } }>(
        `${bot.world.url}/portal/open`,
        choice,
      );
      return `${address} ${opened.account.name} ${opened.identity}`;
    },
  };
}

const codeNow = (seed: string) => codeOf(fromBase32(seed) ?? new Uint8Array(), stepAt(Date.now()));

/** The links into accounts that a text has. */
export const linksIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/https:\/\/[\w./-]+#\/console\?[\w=&;-]+/g)].map(([link]) => link.replaceAll('&amp;', '&')),
  ),
];

/** What a message says, block after block. */
export const textOf = ({ blocks, text }: SeenMessage): string =>
  (blocks ?? [])
    .flatMap((block) => ('text' in block && block.text && typeof block.text === 'object' ? [block.text.text] : []))
    .join('\n') || text;

/** Somebody's direct messages from the bot, in their order. */
export async function messagesOf(bot: TestWorld, user: string): Promise<string[]> {
  return (await bot.as(user).dm()).messages.map(textOf);
}

/** The newest message about the portal. */
export const portalMessage = (bot: TestWorld, user: string, isWanted: (text: string) => boolean = () => true) =>
  until(`a message about the portal for ${user}`, async () =>
    (await messagesOf(bot, user)).findLast((text) => text.includes(PORTAL) && isWanted(text)),
  );

/** Sends a request. Where its profile takes no account the form has to follow that first. */
async function request(bot: TestWorld, form: { profile: string; accounts?: string[] }) {
  if (form.accounts?.length !== 0) return bot.request(form);
  const aiko = bot.as('U0AIKO');
  const view = await bot.openForm(aiko);
  await aiko.fill(view.id, { profile: form.profile });
  await until('the form to follow', async () => (await aiko.modal())?.private_metadata === form.profile);
  const { profile: _profile, accounts: _accounts, ...rest } = { ...goodForm, ...form };
  const shown = await aiko.submit(view.id, rest);
  if (shown.errors || shown.error) throw new Error(`The request was not taken: ${JSON.stringify(shown)}`);
  const { ts } = await bot.open(view.id);
  return { id: view.id, ts };
}

/** Asks, approves and waits: what the approver saw before and after, and what the requester read last. */
export async function ask(
  bot: TestWorld,
  form: { profile?: string; accounts?: string[]; people?: string[]; others?: string },
  {
    approver = 'U0MARIA',
    meanwhile = () => {},
    afterwards,
  }: { approver?: string; meanwhile?: () => unknown; afterwards?: () => void } = {},
) {
  const { id, ts } = await request(bot, { profile: 'cloud-developer', ...form });
  const card = textOf(await bot.open(id));
  await meanwhile();
  if (afterwards) await bot.approveAnd(approver, { id, ts }, afterwards);
  else await bot.approve(approver, ts);
  const { output, status } = await bot.ended(id);
  const end = await until('the end in the channel', async () => {
    const text = textOf(await bot.post(id));
    return /Approved by .*(ha(s|ve) access|all set|nobody)|without a result/.test(text) && text;
  });
  const news = (await messagesOf(bot, 'U0AIKO')).at(-1) ?? '';
  return { id, ts, card, end, news, status, output: output as { people: Record<string, unknown>[] } };
}

/** What there is in the local Identity Center of somebody. */
export function found({ world }: TestWorld, name: string) {
  const { users, assignments, memberships, groups, permissionSets } = world.aws.look.identityCenter;
  const user = [...users.values()].find(({ userName }) => userName.toLowerCase() === name.toLowerCase());
  if (!user) return undefined;
  return {
    userName: user.userName,
    displayName: user.displayName,
    mail: user.email?.Value,
    has: assignments
      .filter(({ principalId }) => principalId === user.userId)
      .map(({ accountId, permissionSetArn }) => `${accountId} ${permissionSets.get(permissionSetArn)?.name}`)
      .toSorted(),
    groups: [...memberships.values()]
      .filter(({ userId }) => userId === user.userId)
      .map(({ groupId }) => groups.get(groupId)?.displayName)
      .toSorted(),
  };
}

/** Has the machines believe something else of a profile than the bot reads in its file. */
export function republish({ world }: TestWorld, id: string, change: { grants?: object; settings?: object }): void {
  const key = `profiles/${id}.json`;
  const object = JSON.parse(world.aws.profiles.get(key).body);
  const { grants, settings } = change;
  const changed = {
    ...object,
    grants: { ...object.grants, ...grants },
    settings: { ...object.settings, ...settings },
  };
  world.aws.profiles.put(key, JSON.stringify(changed));
}
