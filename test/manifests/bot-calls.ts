import { readdirSync, readFileSync } from 'node:fs';

/** What IAM calls a service, where that is not the name of its client. */
const prefixes: Record<string, string> = { sfn: 'states' };

/** Every action of AWS that the bot may call, by the commands that its code imports. */
export function callsOfBot(): string[] {
  const src = new URL('../../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imported = files.flatMap((file) => actionsImportedBy(readFileSync(new URL(file, src), 'utf8')));
  return [...new Set(imported)].toSorted();
}

function actionsImportedBy(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}\s*from\s*'@aws-sdk\/client-([\w-]+)'/g)].flatMap(
    ([, names = '', client = '']) =>
      [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)].map(
        ([, paginated, command]) => `${prefixes[client] ?? client}:${paginated ?? command}`,
      ),
  );
}
