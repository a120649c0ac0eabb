import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

const root = new URL('client/', import.meta.url);

const contentTypes: Record<string, string> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

export type ClientFile = { text: string; contentType: string };

/** Gives the browser's code as browsers take it: TypeScript without its types, made anew when a file was changed. */
export function createClientCode() {
  const made = new Map<string, { changed: number; file: ClientFile }>();

  /** @param path below `client/`, like `shell/header.ts` */
  return async (path: string): Promise<ClientFile | undefined> => {
    const [, extension = ''] = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.([a-z]+)$/.exec(path) ?? [];
    const contentType = contentTypes[extension];
    if (!contentType) return undefined;
    const location = new URL(path, root);
    const changed = (await stat(location).catch(() => undefined))?.mtimeMs;
    if (changed === undefined) return undefined;

    const known = made.get(path);
    if (known?.changed === changed) return known.file;
    const text = await readFile(location, 'utf8');
    const file = { text: extension === 'ts' ? stripTypeScriptTypes(text) : text, contentType };
    made.set(path, { changed, file });
    return file;
  };
}
