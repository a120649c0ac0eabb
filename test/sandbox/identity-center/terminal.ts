import { onTestFinished } from 'vitest';
import { defaultSettings, type Lifetimes } from '../../../sandbox/identity-center/settings.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { atTerminal, type Registered } from '../../../sandbox/own-cli/terminal-client.ts';
import { startPortal } from './portal.ts';

export const payments = '111122223333';
export const search = '222233334444';

/** Somebody who is signed in to the portal and has `ReadOnly` in payments-dev, a terminal of theirs, and a clock that a test moves on. */
export async function startTerminal(lifetimes: Partial<Lifetimes> = {}, organization = kumoworks) {
  const portal = await startPortal({ organization });
  portal.center.change({ lifetimes: { ...defaultSettings.lifetimes, ...lifetimes } });
  const { session } = await portal.arrive();
  await portal.assign({});
  const { portalUrl: startUrl } = kumoworks.identityCenter;
  const terminal = atTerminal(portal.url, { startUrl, sessionName: 'kumoworks' });

  /** What somebody at the portal makes of a code or a link. */
  const decide = (what: { userCode: string } | { request: string }, decision?: 'allow' | 'deny', as = session) =>
    portal.post('/portal/terminal', { session: as, ...what, ...(decision && { decision }) });
  const startDevice = async () => {
    const client = await terminal.registerForDevice();
    const { body } = await terminal.startDevice(client);
    return { client, deviceCode: String(body.deviceCode), userCode: String(body.userCode), body };
  };
  const logIn = async (): Promise<{ client: Registered; accessToken: string; refreshToken: string }> => {
    const { client, deviceCode, userCode } = await startDevice();
    await decide({ userCode }, 'allow');
    const { body } = await terminal.tokenByDevice(client, deviceCode);
    return { client, accessToken: String(body.accessToken), refreshToken: String(body.refreshToken) };
  };
  /** Follows a link of the terminal as a browser does, as far as the portal. */
  const open = async (address: string) => {
    const response = await fetch(address, { redirect: 'manual' });
    const location = response.headers.get('location') ?? '';
    return { status: response.status, request: /^\/#\/authorize\?request=(.+)$/.exec(location)?.[1] ?? '' };
  };
  const followLink = async () => {
    const client = await terminal.registerForLink();
    const link = await terminal.link(client);
    onTestFinished(link.stop);
    return { client, link, ...(await open(link.address)) };
  };
  return { ...portal, terminal, session, decide, startDevice, logIn, open, followLink };
}
