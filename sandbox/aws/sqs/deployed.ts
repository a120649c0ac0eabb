import type { Stack } from '../cloudformation/stack.ts';

/** What a world has otherwise than the template says. */
export type QueueChanges = { visibilityTimeout?: number | undefined; maxReceives?: number | undefined };

/** A FIFO queue as it is deployed. */
export type DeployedQueue = {
  name: string;
  arn: string;
  /** In seconds, both. */
  visibilityTimeout: number;
  retention: number;
  isByContent: boolean;
  redrive: { deadLetterTargetArn: string; maxReceiveCount: number } | undefined;
};

type Properties = {
  QueueName: string;
  FifoQueue?: boolean;
  ContentBasedDeduplication?: boolean;
  VisibilityTimeout?: number;
  MessageRetentionPeriod?: number;
  RedrivePolicy?: { deadLetterTargetArn: string; maxReceiveCount: number };
};

/** What SQS takes where a template says nothing: AWS::SQS::Queue. */
const USUAL_VISIBILITY = 30;
const USUAL_RETENTION = 4 * 86_400;

/** The FIFO queues of the stack: the bot's tasks, and those that it could not handle. */
export function deployedQueues({ resources }: Stack, changes: QueueChanges): DeployedQueue[] {
  return resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ arn, properties }) => ({ arn, properties: properties as Properties }))
    .filter(({ properties }) => properties.FifoQueue)
    .map(({ arn, properties: { QueueName, ContentBasedDeduplication = false, ...more } }) => {
      const { VisibilityTimeout = USUAL_VISIBILITY, MessageRetentionPeriod = USUAL_RETENTION, RedrivePolicy } = more;
      const { visibilityTimeout = VisibilityTimeout, maxReceives = RedrivePolicy?.maxReceiveCount } = changes;
      return {
        name: QueueName,
        arn,
        visibilityTimeout,
        retention: MessageRetentionPeriod,
        isByContent: ContentBasedDeduplication,
        redrive: RedrivePolicy && { ...RedrivePolicy, maxReceiveCount: Number(maxReceives) },
      };
    });
}
