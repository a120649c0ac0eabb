import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { objectsOf } from '../../../src/policy/published.ts';
import { readPolicyFile } from '../../../src/policy/read.ts';
import { look } from '../moto/deploy.ts';
import { useMoto } from '../moto/moto.ts';

const moto = useMoto('aws-cli');
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-package-'));
const packaged = join(folder, 'packaged.yaml');
const definitions = 'manifests/aws/state-machines';
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command as on a machine without any settings of its own. */
async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      // moto takes the host of a template's address for one that a bucket has to itself, unless it is localhost.
      AWS_ENDPOINT_URL: moto.url.replace('127.0.0.1', 'localhost'),
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      // As the guide has it: the command that publishes names both.
      ACCOUNT: '123456789012',
      REGION: 'eu-west-1',
    },
  });
  return stdout;
}
const aws = (...args: string[]): Promise<string> => run('aws', args, 'manifests/aws');

type Location = { Bucket: string; Key: string };
const locations = (): Location[] => {
  const { Resources } = parse(readFileSync(packaged, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: { DefinitionS3Location: Location } }>;
  };
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine')
    .map(({ Properties }) => Properties.DefinitionS3Location);
};

// The commands of the README.
beforeAll(async () => {
  if (!moto.isThere) return;
  await aws('s3', 'mb', 's3://your-bucket');
  await aws(
    ...['cloudformation', 'package', '--template-file', 'boarding-pass.yaml'],
    ...['--s3-bucket', 'your-bucket', '--output-template-file', packaged],
  );
  await aws(
    ...['cloudformation', 'deploy', '--template-file', packaged, '--s3-bucket', 'your-bucket'],
    ...[
      '--stack-name',
      'boarding-pass',
      '--capabilities',
      'CAPABILITY_NAMED_IAM',
      '--parameter-overrides',
      'MailFrom=onboarding@example.com',
    ],
  );
});

test('the packaged template takes every definition from the bucket, as the file is', async () => {
  const uploaded: string[] = [];
  for (const { Bucket, Key } of locations()) uploaded.push(await aws('s3', 'cp', `s3://${Bucket}/${Key}`, '-'));
  const files = readdirSync(definitions)
    .filter((file) => uploaded.some((text) => text === readFileSync(join(definitions, file), 'utf8')))
    .toSorted();
  expect(files).toEqual(readdirSync(definitions).toSorted());
  expect(uploaded).toHaveLength(files.length);
});

// moto works out no outputs of a stack that a change set made; test/aws/moto/home-stack.test.ts has them.
test('the packaged template is deployed as it is', async () => {
  const client = new CloudFormationClient(await moto.admin('123456789012'));
  const { made } = await look(client, 'boarding-pass');
  const machine = 'arn:aws:states:eu-west-1:123456789012:stateMachine:boarding-pass-onboarding';
  expect(made.get('Onboarding')?.physicalId).toBe(machine);
  const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName: 'boarding-pass' }));
  expect(locations().filter(({ Key }) => TemplateBody.includes(Key))).toHaveLength(readdirSync(definitions).length);
});

/** Does what `npm run policy -- FILE --publish` makes and says, and lists what is in the bucket then, with its ETags. */
async function publish(file: string): Promise<Map<string, string>> {
  const said = await run(process.execPath, [resolve('src/policy/command.ts'), resolve(file), '--publish'], folder);
  const [command = ''] = said.split('\n').filter((line) => line.includes('aws s3 sync'));
  await run('sh', ['-c', command], folder);
  const listed = await aws('s3api', 'list-objects-v2', '--bucket', 'boarding-pass-profiles-123456789012-eu-west-1');
  const { Contents = [] } = JSON.parse(listed || '{}') as { Contents?: { Key: string; ETag: string }[] };
  return new Map(Contents.map(({ Key, ETag }) => [Key, ETag]));
}

test('the command that publishes uploads every profile, whose version is the hash of its text', async () => {
  const expected = [...objectsOf(readPolicyFile('sandbox/onboarding.yaml').profiles)].map(([key, text]) => [
    key,
    `"${createHash('md5').update(text).digest('hex')}"`,
  ]);
  const first = await publish('sandbox/onboarding.yaml');
  expect([...first].toSorted()).toEqual(expected.toSorted());
  expect(await publish('sandbox/onboarding.yaml')).toEqual(first);
});

test('a profile that is in the file no more is taken out of the bucket', async () => {
  await publish('sandbox/onboarding.yaml');
  expect([...(await publish('manifests/kubernetes/onboarding.yaml')).keys()]).toEqual(['profiles/developer.json']);
});
