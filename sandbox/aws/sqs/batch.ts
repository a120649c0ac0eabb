import { AwsError } from '../aws-error.ts';
import type { Plain } from '../json.ts';

/** Applies a batch of SQS entry by entry: one's failure is in the answer and stops nobody else. */
export function batch<Entry extends { Id: string }>(entries: Entry[], apply: (entry: Entry) => void): Plain {
  if (entries.length === 0) throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the batch.');
  if (entries.length > 10) {
    throw new AwsError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  const failed: Plain[] = [];
  const successful: Plain[] = [];
  for (const entry of entries) {
    try {
      apply(entry);
      successful.push({ Id: entry.Id });
    } catch (err) {
      if (!(err instanceof AwsError) || err.name === 'QueueDoesNotExist') throw err;
      failed.push({ Id: entry.Id, Code: err.name, Message: err.message, SenderFault: true });
    }
  }
  return { Successful: successful, Failed: failed };
}
