import { until } from '../../sandbox/acting/until.ts';
import type { SeenMessage, SeenView } from '../../sandbox/slack/seen.ts';
import { hasButton, type TestWorld } from './world.ts';

/** What a window has to be copied, text by text. */
export function copiesIn({ blocks }: SeenView): string[] {
  const found = blocks.filter(({ type }) => type === 'rich_text') as unknown as {
    elements: { elements: { text: string }[] }[];
  }[];
  return found.map(({ elements }) => elements[0]?.elements[0]?.text ?? '');
}

/** What a window says besides. */
export const saidIn = ({ blocks }: SeenView): string =>
  blocks
    .flatMap((block) => (block.type === 'section' && 'text' in block && block.text ? [block.text.text] : []))
    .join('\n');

/** A profile as it stands in the text that somebody is given. */
export const profileText = (account: string, id: string, set = 'Developer') => `[profile ${account}-${set}-${id}]
sso_session = kumoworks
sso_account_id = ${id}
sso_role_name = ${set}
region = eu-west-1
output = json`;

export const SESSION_TEXT = `[sso-session kumoworks]
sso_start_url = https://kumoworks.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access`;

/** The newest message with the button; where it is and what the button keeps. */
export const cliMessage = (bot: TestWorld, user: string) =>
  until(`the way to the AWS CLI for ${user}`, async () => {
    const { id, messages } = await bot.as(user).dm();
    const message = messages.findLast(({ blocks }) => hasButton('set-up-cli')(JSON.stringify(blocks)));
    return message && { channel: id, ...message, kept: keptIn(message) };
  });

function keptIn({ blocks }: SeenMessage): { request?: string; userId?: string } {
  const actions = blocks as unknown as { elements?: { action_id: string; value: string }[] }[];
  const button = actions.flatMap(({ elements = [] }) => elements).find(({ action_id }) => action_id === 'set-up-cli');
  return JSON.parse(button?.value ?? '{}');
}

/** Somebody presses the button: the window, once it has what is asked for. */
export async function openCli(bot: TestWorld, user: string, isWanted = (_said: string) => true): Promise<SeenView> {
  const before = (await bot.as(user).modal())?.id;
  const { channel, ts } = await cliMessage(bot, user);
  await bot.as(user).click(channel, ts, 'set-up-cli');
  return cliWindow(bot, user, (view) => view.id !== before && isWanted(saidIn(view)));
}

export const cliWindow = (bot: TestWorld, user: string, isWanted: (view: SeenView) => boolean): Promise<SeenView> =>
  until(`the window about the AWS CLI for ${user}`, async () => {
    const view = await bot.as(user).modal();
    return view?.title.text === 'Set up the AWS CLI' && isWanted(view) && view;
  });

/** Presses a button in the window on top. */
export async function pressInCli(
  bot: TestWorld,
  user: string,
  button: 'cli-everything' | 'cli-commands',
): Promise<void> {
  const view = await bot.as(user).modal();
  await bot.as(user).clickInView(view?.id ?? '', button);
}
