import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What IAM calls a service, where that is not the name of its client. */
const prefixes: Record<string, string> = { sfn: 'states' };

/** Every action of AWS that the bot may call, by the commands that its code imports and those of the queue's consumer. */
export function callsOfBot(): string[] {
  const src = new URL('../../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imported = files.flatMap((file) => actionsImportedBy(readFileSync(new URL(file, src), 'utf8')));
  const consumer = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('sqs-consumer')), 'consumer.js'),
    'utf8',
  );
  const consumed = [...consumer.matchAll(/new [\w.]*?\b(\w+?)(?:Batch)?Command\(/g)].map(
    ([, action]) => `sqs:${action}`,
  );
  return [...new Set([...imported, ...consumed])].toSorted();
}

function actionsImportedBy(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}\s*from\s*'@aws-sdk\/client-([\w-]+)'/g)].flatMap(
    ([, names = '', client = '']) =>
      [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)].map(
        ([, paginated, command]) => `${prefixes[client] ?? client}:${paginated ?? command}`,
      ),
  );
}
