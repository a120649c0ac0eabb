import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { checkMessageBlocks, checkView } from '../../../sandbox/slack/block-kit/check.ts';
import { GROUPS } from '../../../src/contract/access.ts';
import { type PortalCliRef, readButton } from '../../../src/contract/buttons.ts';
import { cliOf } from '../../../src/messages/newcomer/cli-button.ts';
import type { CliScope } from '../../../src/messages/newcomer/cli-parts.ts';
import {
  cliCommandsWindow,
  cliNotice,
  cliWindow,
  consoleCliWindow,
} from '../../../src/messages/newcomer/cli-window.ts';
import { welcomeMessage } from '../../../src/messages/newcomer/welcome.ts';
import { portalMail } from '../../../src/messages/newcomer/welcome-mail.ts';
import { accessMessage } from '../../../src/messages/requester/help.ts';
import { en, type Words } from '../../../src/messages/words/en.ts';
import { ja } from '../../../src/messages/words/ja.ts';
import { readConfig } from '../../../src/methods/identity-center/cli/config-text.ts';
import { portalTerminal } from '../../../src/methods/index.ts';
import type { CliAccess, CliSetup } from '../../../src/onboarding/cli.ts';
import { sha256 } from '../../../src/onboarding/sha256.ts';
import { portalAccessOf } from '../../../src/onboarding/sign-in.ts';
import { deliverInput, outcomeOf, prod, sam } from '../../onboarding/at-portal.ts';
import { created, dev, samAsPerson } from '../../onboarding/examples.ts';

const languages: [string, Words][] = [
  ['English', en],
  ['Japanese', ja],
];
const SignIn = { LoginURL: 'https://acme.awsapps.com/start', Region: 'eu-west-1', SessionName: 'acme' };
const session = { name: 'acme', startUrl: SignIn.LoginURL, region: SignIn.Region };
const ref: PortalCliRef = {
  kind: 'portal',
  owner: 'U0YUKI',
  request: 'V1',
  profileId: 'cloud',
  session,
  isFirst: true,
  roles: [],
  pending: 0,
  hasGroups: false,
};
const first: CliScope = { kind: 'first', pending: 0, hasGroups: false, isMore: false };

function setUp(count: number, more: Partial<CliAccess['session']> = {}): CliSetup {
  const roles = Array.from({ length: count }, (_, i) => ({
    accountId: String(100_000_000_000 + i),
    accountName: 'an account with a name that is as long as names are',
    permissionSet: `${i}-${'s'.repeat(28)}`.slice(0, 32),
    try: undefined,
  }));
  const setup = portalTerminal().setUp({ session: { ...session, ...more }, roles }, sha256);
  if (!setup) throw new Error('There is nothing to set up.');
  return setup;
}

const copiesIn = ({ blocks }: ModalView): string[] =>
  (JSON.parse(JSON.stringify(blocks)) as { type: string; elements: { elements: { text: string }[] }[] }[])
    .filter(({ type }) => type === 'rich_text')
    .map(({ elements }) => elements[0]?.elements[0]?.text ?? '');
const saidIn = ({ blocks }: ModalView): string =>
  blocks
    .flatMap((block) => (block.type === 'section' && 'text' in block && block.text ? [block.text.text] : []))
    .join('\n');

describe.each(languages)('in %s', (_language, words) => {
  test.each([0, 1, 30, 200])('a window with %i profiles fits, cuts none, and counts what is left out', (count) => {
    const setup = setUp(count);
    const sections = [setup.session, ...setup.profiles.map(({ text }) => text)];
    for (const kind of ['first', 'whole'] as const) {
      const view = cliWindow(setup, { ...first, kind, pending: 3, hasGroups: true, isMore: true }, ref, words);
      checkView(view);
      const copies = copiesIn(view).slice(0, -1);
      for (const copy of copies) expect(copy.length).toBeLessThanOrEqual(2_900);
      const shown = readConfig(copies.join('\n\n'));
      expect(shown).toEqual(readConfig(sections.slice(0, shown.length).join('\n\n')));
      const left = sections.length - shown.length;
      expect(saidIn(view).includes(words.cli.missing(left, (text) => `\`${text}\``))).toBe(left > 0);
    }
  });

  test.each([1, 30, 200])('the commands for %i profiles fit, cut none, and count what is left out', (count) => {
    const setup = setUp(count);
    const view = cliCommandsWindow(setup, first, words);
    checkView(view);
    const [, ...commands] = copiesIn(view);
    const shown = commands.join('\n').split('\n');
    const all = setup.profiles.flatMap((profile) => profile.commands);
    expect(shown).toEqual(all.slice(0, shown.length));
    expect(shown.length % 5).toBe(0);
    const left = (all.length - shown.length) / 5;
    expect(saidIn(view).includes(words.cli.missing(left, (text) => `\`${text}\``))).toBe(left > 0);
  });

  test('everything else that the window can say fits', () => {
    for (const kind of ['loading', 'nothing', 'none', 'unusable', 'failed', { pending: 1 }, { pending: 7 }] as const)
      checkView(cliNotice(kind, words, ref));
    checkView(consoleCliWindow(words));
    checkView(cliCommandsWindow(setUp(1), { ...first, kind: 'later' }, words));
    checkMessageBlocks(accessMessage({ given: [], open: [] }, 40, words, { id: 'cloud' }).blocks);
  });

  test('a later window leaves the session out, and says what to do without one', () => {
    const view = cliWindow(setUp(2), { ...first, kind: 'later' }, ref, words);
    expect(copiesIn(view)[0]).not.toContain('sso-session');
    expect(saidIn(view)).toContain(words.cli.sessionStays('acme', (text) => `\`${text}\``));
  });

  test('a portal over IPv6, too, has one thing more to know', () => {
    const startUrl = 'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws';
    const said = (setup: CliSetup) => saidIn(cliWindow(setup, first, ref, words));
    expect(said(setUp(1, { startUrl }))).toContain('AWS_USE_DUALSTACK_ENDPOINT=true');
    expect(said(setUp(1))).not.toContain('AWS_USE_DUALSTACK_ENDPOINT');
  });
});

const inDev = outcomeOf('done', dev.id, 'Developer', { SignIn, User: { UserId: 'u-1' } });
const buttonsIn = (blocks: object[]): { action_id: string; value: string }[] =>
  (blocks as { type: string; elements: { action_id: string; value: string }[] }[]).flatMap(({ type, elements }) =>
    type === 'actions' ? elements : [],
  );
const keptIn = (blocks: object[]) =>
  readButton('set-up-cli', buttonsIn(blocks).find(({ action_id }) => action_id === 'set-up-cli')?.value);

test('the button keeps what was delivered, and whose it is', () => {
  const groups = outcomeOf('done', GROUPS, undefined, { SignIn });
  const soon = outcomeOf('pending', prod.id, 'Developer', { SignIn });
  const had = outcomeOf('had', '333333333333', 'Developer', { SignIn });
  const input = deliverInput([groups, inDev, soon, had], { person: { ...sam, slackUserId: 'U0SAM' } });
  expect(keptIn(welcomeMessage(input, en).blocks)).toEqual({
    kind: 'portal',
    session,
    isFirst: true,
    roles: [{ name: 'Developer', accounts: [dev.id], try: 's3 ls' }],
    pending: 1,
    hasGroups: true,
    userId: 'u-1',
    owner: 'U0SAM',
    request: 'V1',
    profileId: 'cloud',
  });
  input.person.hadAccess = true;
  expect(keptIn(welcomeMessage(input, en).blocks)).toMatchObject({ isFirst: false });
});

test('the button keeps ten accounts with three permission sets each, of the longest names', () => {
  const sets = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
  const outcomes = sets.flatMap((set) =>
    Array.from({ length: 10 }, (_, i) =>
      outcomeOf('done', String(100_000_000_000 + i), set, {
        SignIn: {
          LoginURL: `https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/${'d'.repeat(60)}`,
          Region: 'us-gov-west-1',
          SessionName: 's'.repeat(32),
        },
        User: { UserId: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6-0123456789' },
      }),
    ),
  );
  const input = deliverInput(outcomes, { person: { ...sam, slackUserId: 'U0123456789ABC' } });
  input.profile = { ...input.profile, id: 'p'.repeat(63) };
  input.requestId = 'V0123456789ABCDEF';
  const kept = keptIn(welcomeMessage(input, en).blocks);
  expect(kept.kind === 'portal' && kept.roles.map(({ accounts }) => accounts.length)).toEqual([10, 10, 10]);
});

test('where the portal’s Region or session is not known there is nothing to set up', () => {
  for (const missing of ['Region', 'SessionName'] as const) {
    const input = deliverInput([
      outcomeOf('done', dev.id, 'Developer', { SignIn: { ...SignIn, [missing]: undefined } }),
    ]);
    expect(cliOf(input)).toBeUndefined();
    expect(buttonsIn(welcomeMessage(input, en).blocks)).toEqual([]);
  }
});

test('at the console there is something to know', () => {
  const input = {
    ...deliverInput([]),
    person: created(samAsPerson),
    profile: { ...deliverInput([]).profile, method: 'iam-user' },
  };
  expect(keptIn(welcomeMessage(input, en).blocks)).toEqual({ kind: 'console' });
});

test('help leads to all that somebody has where there is a portal, and nowhere else', () => {
  const buttons = (portal?: { id: string }) =>
    buttonsIn(accessMessage({ given: [], open: [] }, 40, en, portal).blocks).map(({ value }) => value);
  expect(buttons()).toEqual([]);
  expect(buttons({ id: 'cloud' }).map((value) => readButton('cli-everything', value))).toEqual([
    { kind: 'everything', profileId: 'cloud' },
  ]);
});

test.each(languages)('in %s a mail says the same as text and as HTML, without marks of Slack', (_language, words) => {
  const input = deliverInput([inDev]);
  const portal = portalAccessOf(input.person.Outcomes);
  if (!portal) throw new Error('Nothing was given at the portal.');
  const setup = setUp(3);
  for (const kind of ['first', 'later'] as const) {
    const { text, html } = portalMail({ ...input, organization: 'Kumoworks' }, portal, words, {
      setup,
      scope: { ...first, kind, pending: 1, hasGroups: true },
    });
    const unmarked = text.slice(text.indexOf(`— ${words.cli.title} —`));
    expect(unmarked).not.toMatch(/[*`]/);
    for (const line of unmarked.split('\n').filter((line) => line !== '' && !/[<&"]/.test(line)))
      expect(html).toContain(line.replace(/^(\d+\. |— )| —$/g, ''));
    const copies = [...html.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, copy]) => copy);
    expect(copies).toEqual(
      kind === 'first'
        ? [[setup.session, ...setup.profiles.map((each) => each.text)].join('\n\n'), expect.stringContaining('aws sso')]
        : [setup.profiles.map((each) => each.text).join('\n\n'), setup.session, expect.stringContaining('aws sso')],
    );
  }
});
