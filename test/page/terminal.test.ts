import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { until } from '../../sandbox/acting/until.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { atTerminal, type Registered, type Terminal } from '../../sandbox/own-cli/terminal-client.ts';
import { setArn, yuki } from '../sandbox/identity-center/sdk.ts';
import { atPortal } from './at-portal.ts';
import { openTab, type Tab } from './tab.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';
import { vocabulary } from './vocabulary.ts';

const made = z.object({ UserId: z.string() });
const { portalUrl: startUrl } = kumoworks.identityCenter;

describe.each(['en', 'ja'] as const)('in a world that reads %s', (language) => {
  const page = usePage({ language, withAccounts: false });
  const { portal: words } = vocabulary[language];
  const look = async (tab: Tab) => {
    expect(await violations(tab)).toEqual([]);
    expect(await tab.outOfSight()).toEqual([]);
  };

  /** Yuki is known and has an account; nobody is signed in yet. */
  async function start() {
    const { url, aws } = page.world;
    const { identityCenter } = aws;
    identityCenter.change({ assignmentMs: 0 });
    const { UserId } = made.parse(identityCenter.asAdmin('createUser', yuki));
    const assignment = { TargetId: '111122223333', TargetType: 'AWS_ACCOUNT', PermissionSetArn: setArn('ReadOnly') };
    identityCenter.asAdmin('createAccountAssignment', { ...assignment, PrincipalType: 'USER', PrincipalId: UserId });
    const tab = await page.open({ expected: /40[134]/ });
    return { tab, portal: atPortal(tab, language), terminal: atTerminal(url, { startUrl, sessionName: 'kumoworks' }) };
  }
  const startDevice = async (terminal: Terminal) => {
    const client = await terminal.registerForDevice();
    const { body } = await terminal.startDevice(client);
    return {
      client,
      link: String(body.verificationUriComplete),
      deviceCode: String(body.deviceCode),
      userCode: String(body.userCode),
    };
  };
  const tokenOf = (terminal: Terminal, client: Registered, deviceCode: string) =>
    until('an answer to the terminal', async () => {
      const answer = await terminal.tokenByDevice(client, deviceCode);
      return !['AuthorizationPendingException', 'SlowDownException'].includes(answer.error ?? '') && answer;
    });
  const newTab = async (tab: Tab, link: string) => openTab(await tab.page.context().newPage(), link, language);

  test('a terminal is let in by who sits at it: by the code that it shows, or by a link that it opens', async () => {
    const { tab, portal, terminal } = await start();
    const { client, link, deviceCode, userCode } = await startDevice(terminal);
    await tab.page.goto(link);
    await tab.aws.getByText(words.request.signInFirst).waitFor();
    await look(tab);
    await portal.signInFirst(yuki.UserName);
    const request = (one: Tab) => one.aws.getByRole('region', { name: words.request.title });
    const press = (one: Tab, button: string) => one.aws.getByRole('button', { name: button, exact: true }).click();
    for (const text of [userCode, words.request.onlyIf.code, 'botocore-client-kumoworks', yuki.UserName])
      await request(tab).getByText(text, { exact: true }).waitFor();
    await look(tab);
    await press(tab, words.request.confirm);
    await tab.aws.getByText(words.request.decided.allow).waitFor();
    expect((await tokenOf(terminal, client, deviceCode)).status).toBe(200);

    // What to type oneself stands below the accounts.
    await press(tab, words.request.toAccounts);
    expect(await portal.accountsOf(1)).toEqual(['payments-dev']);
    await tab.aws.getByText(words.terminal.title).click();
    await tab.aws.getByText(`eval "$(curl -s ${page.world.url}/terminal)"`).waitFor();
    await tab.aws.getByText('aws s3 ls --profile payments-dev-ReadOnly-111122223333').waitFor();
    await look(tab);

    // Whoever is signed in to the portal is so in every tab of this browser. By the address alone the code is typed.
    const second = await startDevice(terminal);
    const other = await newTab(tab, second.link.replace(/\?.*$/, ''));
    await other.aws.getByLabel(words.request.code).fill(second.userCode.toLowerCase());
    await press(other, words.next);
    await press(other, words.request.deny);
    await other.aws.getByText(words.request.decided.deny).waitFor();
    expect(await tokenOf(terminal, second.client, second.deviceCode)).toMatchObject({ error: 'AccessDeniedException' });

    // A link that is followed in a tab that is there, and is of no use any more.
    await other.page.evaluate((hash) => location.assign(hash), new URL(second.link).hash);
    await other.aws.getByText(words.refusals['unknown-code']).waitFor();
    await look(other);

    const byLink = await terminal.registerForLink();
    const waiting = await terminal.link(byLink);
    const third = await newTab(tab, waiting.address);
    await request(third).getByText(words.request.onlyIf.link).waitFor();
    await look(third);
    await press(third, words.request.allow);
    await third.page.getByText('You may close this window.').waitFor();
    const code = (await waiting.returned).get('code') ?? '';
    expect((await terminal.tokenByCode(byLink, { ...waiting, code })).status).toBe(200);
  });
});
