import { AwsError } from '../aws-error.ts';
import { isTooLarge, payloadLimit } from '../json.ts';
import type { DeployedQueue } from './deployed.ts';
import type { Message } from './message.ts';
import { createQueue, type Queue } from './queue.ts';

/** What a message of a FIFO queue is sent with: of what group it is, and by what it is known if it is sent again. */
export type Sending = { body: string; group?: string | undefined; deduplicationId?: string | undefined };

export type Queues = ReturnType<typeof createQueues>;

/** A queue, and what was deployed as it. */
export type Found = { queue: Queue; deployed: DeployedQueue };

/** The queues of an account, found as callers name them. */
export function createQueues(account: string, all: DeployedQueue[]) {
  const byArn = new Map<string, Found>();
  const add = (deployed: DeployedQueue): Found => {
    const known = byArn.get(deployed.arn);
    if (known) return known;
    const { redrive } = deployed;
    const dead = redrive && all.find(({ arn }) => arn === redrive.deadLetterTargetArn);
    if (redrive && !dead) throw new Error(`There is no queue ${redrive.deadLetterTargetArn}.`);
    const queue = createQueue(
      deployed.retention * 1000,
      dead && redrive && { maxReceives: redrive.maxReceiveCount, deadLetters: add(dead).queue },
    );
    const made = { queue, deployed };
    byArn.set(deployed.arn, made);
    return made;
  };
  for (const deployed of all) add(deployed);

  const find = (url: string): Found => {
    const [owner, name] = url.split('/').slice(-2);
    const found = [...byArn.values()].find(({ deployed }) => owner === account && deployed.name === name);
    if (!found) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return found;
  };

  return {
    find,
    /** Every one whose dead letters go to the queue with this ARN. */
    before: (arn: string): Found[] =>
      [...byArn.values()].filter(({ deployed }) => deployed.redrive?.deadLetterTargetArn === arn),
    byArn: (arn: string): Found | undefined => byArn.get(arn),

    send(url: string, { body, group, deduplicationId }: Sending): Message {
      const { queue, deployed } = find(url);
      if (!group) throw new AwsError('MissingParameter', 'The request must contain the parameter MessageGroupId.');
      if (isTooLarge(body)) throw invalid(`Message must be shorter than ${payloadLimit} bytes.`);
      if (!deduplicationId && !deployed.isByContent) {
        throw invalid(
          'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
        );
      }
      return queue.send(body, group, deduplicationId);
    },

    /** The message behind a receipt, as long as nobody else may receive it. */
    received(url: string, receipt: string): { queue: Queue; message: Message } {
      const { queue } = find(url);
      const found = queue.messageOf(receipt);
      if (!found) throw new AwsError('ReceiptHandleIsInvalid', `The input receipt handle "${receipt}" is not valid.`);
      if (found.isCurrent) return { queue, message: found.message };
      const reason = 'Reason: The receipt handle has expired.';
      throw new AwsError('InvalidParameterValue', `Value ${receipt} for parameter ReceiptHandle is invalid. ${reason}`);
    },
  };
}

const invalid = (reason: string) =>
  new AwsError('InvalidParameterValue', `One or more parameters are invalid. Reason: ${reason}`);
