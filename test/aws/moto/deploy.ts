import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { textOf } from '../../../sandbox/aws/cloudformation/template.ts';
import { accounts, identityCenter } from '../../manifests/stacks.ts';
import type { Connection } from './moto.ts';

export type Deployed = {
  outputs: { name: string; variable: string; value: string }[];
  /** What was made, by its id in the template. */
  made: Map<string, { type: string; physicalId: string }>;
};

/** Creates the stack of a template of `manifests/aws`. */
export async function deploy(
  connection: Connection,
  template: 'boarding-pass.yaml' | 'member-account.yaml' | 'identity-center.yaml',
  parameters: Record<string, string>,
): Promise<Deployed> {
  const client = new CloudFormationClient(connection);
  const StackName = template.replace('.yaml', '');
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: textOf(template),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  await waitUntilStackCreateComplete({ client, maxWaitTime: 20, minDelay: 1 }, { StackName });
  return look(client, StackName);
}

export async function look(client: CloudFormationClient, StackName: string): Promise<Deployed> {
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  const { StackResourceSummaries = [] } = await client.send(new ListStackResourcesCommand({ StackName }));
  return {
    outputs: (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey = '', Description = '', OutputValue = '' }) => ({
      name: OutputKey,
      variable: Description,
      value: OutputValue,
    })),
    // Of a resource that it does not know moto lists an entry without any name.
    made: new Map(
      StackResourceSummaries.flatMap(({ LogicalResourceId, ResourceType = '', PhysicalResourceId = '' }) =>
        LogicalResourceId ? [[LogicalResourceId, { type: ResourceType, physicalId: PhysicalResourceId }]] : [],
      ),
    ),
  };
}

export const deployHome = (connection: Connection) =>
  deploy(connection, 'boarding-pass.yaml', {
    MailFrom: 'onboarding@example.com',
    NotificationEmail: 'audit@example.com',
    AlarmEmail: 'operators@example.com',
    IdentityCenterAccountId: accounts.center,
  });

export const deployCenter = (connection: Connection, more: Record<string, string> = {}) =>
  deploy(connection, 'identity-center.yaml', { ...identityCenter, ...more });

export const deployMember = (connection: Connection, more: Record<string, string> = {}) =>
  deploy(connection, 'member-account.yaml', { HomeAccountId: accounts.home, HomeRegion: 'eu-west-1', ...more });
