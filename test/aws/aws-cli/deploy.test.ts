import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { look } from '../moto/deploy.ts';
import { useMoto } from '../moto/moto.ts';

const moto = useMoto('aws-cli');
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-package-'));
const packaged = join(folder, 'packaged.yaml');
const definitions = 'manifests/aws/state-machines';
afterAll(() => rmSync(folder, { recursive: true }));

/** The CLI as it runs on a machine without any settings of its own. */
const aws = async (...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('aws', args, {
    cwd: 'manifests/aws',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_ENDPOINT_URL: moto.url,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
    },
  });
  return stdout;
};

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
    ...['cloudformation', 'deploy', '--template-file', packaged, '--stack-name', 'boarding-pass'],
    ...['--capabilities', 'CAPABILITY_NAMED_IAM', '--parameter-overrides', 'MailFrom=onboarding@example.com'],
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
  expect(locations().filter(({ Key }) => TemplateBody.includes(Key))).toHaveLength(4);
});
