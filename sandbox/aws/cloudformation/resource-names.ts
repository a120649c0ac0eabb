import type { Deployment, Template } from './template.ts';

/** What the names of AWS's hosts end with, where it is another than in most partitions. */
const SUFFIXES: Record<string, string> = { 'aws-cn': 'amazonaws.com.cn', 'aws-eusc': 'amazonaws.eu' };

type Kind = {
  /** The property that names it; for the others their id in the template stands for what AWS makes up. */
  namedBy?: string;
  /** The service in its ARN, and what stands before its name. */
  arn?: [service: string, prefix: string];
  /** IAM has no Regions. */
  isGlobal?: true;
  /** Names of buckets are unique in the world: their ARNs need neither Region nor account. */
  isUnique?: true;
  /** `!Ref` gives its ARN, not its name. */
  isReferredByArn?: true;
};

/** How AWS names what the templates make. */
const kinds: Record<string, Kind> = {
  'AWS::CloudWatch::Alarm': { namedBy: 'AlarmName', arn: ['cloudwatch', 'alarm:'] },
  'AWS::Events::Rule': { namedBy: 'Name', arn: ['events', 'rule/'] },
  'AWS::IAM::Group': { namedBy: 'GroupName', arn: ['iam', 'group/'], isGlobal: true },
  'AWS::IAM::ManagedPolicy': {
    namedBy: 'ManagedPolicyName',
    arn: ['iam', 'policy/'],
    isGlobal: true,
    isReferredByArn: true,
  },
  'AWS::IAM::Role': { namedBy: 'RoleName', arn: ['iam', 'role/'], isGlobal: true },
  'AWS::KMS::Key': { arn: ['kms', 'key/'] },
  'AWS::Logs::LogGroup': { namedBy: 'LogGroupName', arn: ['logs', 'log-group:'] },
  'AWS::S3::Bucket': { namedBy: 'BucketName', arn: ['s3', ''], isUnique: true },
  'AWS::SNS::Topic': { namedBy: 'TopicName', arn: ['sns', ''], isReferredByArn: true },
  'AWS::SQS::Queue': { namedBy: 'QueueName', arn: ['sqs', ''] },
  'AWS::StepFunctions::StateMachine': {
    namedBy: 'StateMachineName',
    arn: ['states', 'stateMachine:'],
    isReferredByArn: true,
  },
};

/** What the resources of a template are called once they are made. */
export function createNames(
  name: string,
  { Resources }: Template,
  { account, region, partition }: Deployment,
  work: (value: unknown) => unknown,
) {
  const suffix = SUFFIXES[partition] ?? 'amazonaws.com';
  const resource = (id: string) => {
    const found = Resources[id];
    if (!found) throw new Error(`${name}: there is no ${id}.`);
    return { ...found, kind: kinds[found.Type] ?? {} };
  };
  const nameOf = (id: string): string => {
    const { kind, Properties } = resource(id);
    return String((kind.namedBy && work(Properties[kind.namedBy])) ?? id);
  };
  const arnOf = (id: string): string => {
    const { kind, Type } = resource(id);
    const [service, prefix] = kind.arn ?? [Type, ''];
    if (kind.isUnique) return `arn:${partition}:${service}:::${nameOf(id)}`;
    return `arn:${partition}:${service}:${kind.isGlobal ? '' : region}:${account}:${prefix}${nameOf(id)}`;
  };
  return {
    suffix,
    nameOf,
    arnOf,
    /** What `!Ref` gives. */
    refTo(id: string): string {
      const { kind, Type } = resource(id);
      if (Type === 'AWS::SQS::Queue') return `https://sqs.${region}.${suffix}/${account}/${nameOf(id)}`;
      return kind.isReferredByArn ? arnOf(id) : nameOf(id);
    },
  };
}
