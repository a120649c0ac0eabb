import { createDeduplication } from './deduplication.ts';
import { isInFlight, type Message } from './message.ts';

/**
 * What a receive was given, by the id of its attempt: the same again, while nothing has happened to it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html, ReceiveRequestAttemptId
 */
export function createAttempts(milliseconds: number, isThere: (message: Message) => boolean) {
  const attempts = createDeduplication<{ message: Message; handle: string | undefined }[]>(milliseconds);

  return {
    remember(attemptId: string, received: Message[]): void {
      attempts.remember(
        attemptId,
        received.map((message) => ({ message, handle: message.receiptHandle })),
      );
    },
    sameAgain(attemptId: string, visibility: number): Message[] | undefined {
      const given = attempts.find(attemptId);
      const isUntouched = given?.every(
        ({ message, handle }) => message.receiptHandle === handle && isInFlight(message) && isThere(message),
      );
      if (!given || !isUntouched) return undefined;
      for (const { message } of given) message.visibleAt = Date.now() + visibility;
      return given.map(({ message }) => message);
    },
  };
}
