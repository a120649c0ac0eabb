import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** One line of a file: which file or package it imports, and whether only types of it. */
export type Import = { from: string; to: string; isPackage: boolean; isType: boolean };

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\s+from\s+)?'([^']+)';/gm;

/** Every import of the files that a pattern names, in their order. Paths are relative to the repository. */
export const importsOf = (...patterns: string[]): Import[] =>
  globSync(patterns, { cwd: ROOT, exclude: (path) => path.includes('node_modules') })
    .toSorted()
    .flatMap((from) =>
      [...readFileSync(resolve(ROOT, from), 'utf8').matchAll(STATEMENT)].map(([, type, names = '', to = '']) => ({
        from,
        to: to.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(from), to)) : to,
        isPackage: !to.startsWith('.'),
        isType: type !== undefined || areTypes(names),
      })),
    );

function areTypes(names: string): boolean {
  const each =
    /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '') ?? [];
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '));
}

/** The room of `src` that a file is in: its folder, or the file itself. */
export const roomOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
