import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ListPoliciesForTargetCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsOf } from '../../../sandbox/aws/iam/policy/statement.ts';
import { createHome } from '../moto/home.ts';
import { type Connection, useMoto } from '../moto/moto.ts';

const moto = useMoto('aws-cli');
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-scp-'));
symlinkSync(resolve('manifests'), join(folder, 'manifests'));
afterAll(() => rmSync(folder, { recursive: true }));
let management: Connection;
let administrating: string;
let root: string;

beforeAll(async () => {
  if (!moto.isThere) return;
  // The account at home manages moto's organization, too.
  const home = await createHome(moto);
  management = home.connection;
  root = home.root;
  administrating = await home.addAccount('identity');
});

/** The commands of the guide that follow this heading, as one script. */
function commandsOf(page: string, marker: string): string {
  const text = readFileSync(page, 'utf8');
  const [, block = ''] = new RegExp(`${marker}[\\s\\S]*?\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  return block.replaceAll('--profile management', '').replaceAll('r-abcd', root);
}

test('the guide’s commands attach the service control policy to the account, with whoever deploys filled in', async () => {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = management.credentials;
  const script = commandsOf('docs/identity-center.md', '## 7');
  expect(script).toContain('identity-center-scp.json');
  await promisify(execFile)('sh', ['-e', '-c', script], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_PAGER: '',
      AWS_ENDPOINT_URL: moto.url,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
      IDENTITY_ACCOUNT: administrating,
    },
  });

  const client = new OrganizationsClient(management);
  const Filter = 'SERVICE_CONTROL_POLICY';
  const { Policies = [] } = await client.send(new ListPoliciesForTargetCommand({ TargetId: administrating, Filter }));
  const ours = Policies.filter(({ Name }) => Name === 'boarding-pass-identity-center');
  expect(ours).toHaveLength(1);
  // The one that allows everything stays: an SCP of denials alone would deny all.
  expect(Policies.map(({ Name }) => Name)).toContain('FullAWSAccess');
  const text = readFileSync(join(folder, 'scp.json'), 'utf8');
  expect(text).not.toContain('DEPLOYER');
  expect(statementsOf(JSON.parse(text))).toHaveLength(3);
});
