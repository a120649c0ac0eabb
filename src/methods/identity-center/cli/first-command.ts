/**
 * A command that lists something, for each of AWS's own policies that allow it. Source: the AWS Managed Policy Reference,
 * docs.aws.amazon.com/aws-managed-policy/latest/reference. The first that a permission set has in it counts.
 */
const ALLOWS: Record<string, string> = {
  AdministratorAccess: 's3 ls',
  PowerUserAccess: 's3 ls',
  ReadOnlyAccess: 's3 ls',
  ViewOnlyAccess: 's3 ls',
  SecurityAudit: 's3 ls',
  AmazonS3FullAccess: 's3 ls',
  AmazonS3ReadOnlyAccess: 's3 ls',
  AmazonEC2FullAccess: 'ec2 describe-instances',
  AmazonEC2ReadOnlyAccess: 'ec2 describe-instances',
  AWSLambda_FullAccess: 'lambda list-functions',
  AWSLambda_ReadOnlyAccess: 'lambda list-functions',
  AmazonDynamoDBFullAccess: 'dynamodb list-tables',
  AmazonDynamoDBReadOnlyAccess: 'dynamodb list-tables',
  AmazonRDSFullAccess: 'rds describe-db-instances',
  AmazonRDSReadOnlyAccess: 'rds describe-db-instances',
  AmazonECS_FullAccess: 'ecs list-clusters',
  AWSCloudFormationFullAccess: 'cloudformation list-stacks',
  AWSCloudFormationReadOnlyAccess: 'cloudformation list-stacks',
  CloudWatchFullAccess: 'cloudwatch list-metrics',
  CloudWatchReadOnlyAccess: 'cloudwatch list-metrics',
  CloudWatchLogsFullAccess: 'logs describe-log-groups',
  CloudWatchLogsReadOnlyAccess: 'logs describe-log-groups',
  IAMFullAccess: 'iam list-users',
  IAMReadOnlyAccess: 'iam list-users',
  AmazonSQSReadOnlyAccess: 'sqs list-queues',
  AmazonSNSReadOnlyAccess: 'sns list-topics',
  AWSStepFunctionsReadOnlyAccess: 'stepfunctions list-state-machines',
};

/** A first command for a permission set, by the AWS policies in it; `undefined` where none of them is known, or a boundary may forbid it. */
export function firstCommand({
  Managed,
  HasBoundary,
}: {
  Managed: string[];
  HasBoundary: boolean;
}): string | undefined {
  return HasBoundary
    ? undefined
    : Object.keys(ALLOWS).flatMap((name) => (Managed.includes(name) ? ALLOWS[name] : []))[0];
}
