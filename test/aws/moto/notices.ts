import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { accounts } from '../../manifests/stacks.ts';
import { type Moto, region } from './moto.ts';

/** Subscribes to the topic as an auditor would, by a queue; gives what came since the last look. */
export async function hearNotices(moto: Moto): Promise<() => Promise<{ Subject: string; Message: string }[]>> {
  const admin = await moto.admin(accounts.home);
  const sqs = new SQSClient(admin);
  await sqs.send(new CreateQueueCommand({ QueueName: 'audit' }));
  await new SNSClient(admin).send(
    new SubscribeCommand({
      TopicArn: `arn:aws:sns:${region}:${accounts.home}:boarding-pass-notifications`,
      Protocol: 'sqs',
      Endpoint: `arn:aws:sqs:${region}:${accounts.home}:audit`,
    }),
  );
  return async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: `${moto.url}/${accounts.home}/audit`,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 0,
      }),
    );
    return Messages.map(({ Body }) => JSON.parse(Body ?? ''));
  };
}
