import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../../sandbox/network/authority.ts';
import { type ForwardProxy, startForwardProxy } from '../../sandbox/network/forward-proxy.ts';
import { startGateway } from '../../sandbox/network/gateway.ts';
import type { World } from '../../sandbox/world.ts';

const SLACK = 'slack.kumoworks.internal';
const AWS = 'aws.kumoworks.internal';

export type CompanyNetwork = {
  proxy: ForwardProxy;
  /** What a bot needs in it, but for the way through the proxy. */
  environment: NodeJS.ProcessEnv;
  /** Names the file with the certificate of its authority. */
  authority: NodeJS.ProcessEnv;
  stop(): Promise<void>;
};

/** A network in which only the proxy knows where Slack and AWS are, and an authority of its own vouches for them. */
export async function startCompanyNetwork(
  world: World,
  credentials?: { user: string; password: string },
): Promise<CompanyNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-network-'));
  const authority = createAuthority('Kumoworks Web Security');
  const certificate = authority.issue([SLACK, AWS]);
  const gateway = await startGateway(Number(new URL(world.url).port), { certificate });
  const names = { [SLACK]: gateway.port, [AWS]: gateway.port };
  const proxy = await startForwardProxy({ names, ...(credentials && { credentials }) });
  const file = join(folder, 'authority.pem');
  writeFileSync(file, authority.pem);
  const behind = (host: string, environment: Record<string, string>) =>
    Object.entries(environment).map(([name, value]) => [name, value.replaceAll(world.url, `https://${host}`)]);
  return {
    proxy,
    environment: Object.fromEntries([
      ...behind(SLACK, world.slack.environment(world.url)),
      ...behind(AWS, world.aws.environment(world.url)),
    ]),
    authority: { NODE_EXTRA_CA_CERTS: file },
    async stop() {
      await proxy.stop();
      await gateway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
