import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where a package is, whichever folder npm put it into. */
export function packageFolder(name: string): URL {
  const found = findPackageJSON(name, import.meta.url);
  if (found === undefined) throw new Error(`The package ${name} is not installed: npm ci.`);
  return new URL('.', pathToFileURL(found));
}

/** What the page imports by name, and the module that answers; there is one preact for all of them. */
const libraries = {
  preact: ['preact', 'dist/preact.mjs'],
  'preact/hooks': ['preact', 'hooks/dist/hooks.mjs'],
  htm: ['htm', 'dist/htm.module.js'],
  'htm/preact': ['htm', 'preact/index.module.js'],
} as const;

const served = Object.entries(libraries).map(([name, [folder, file]]) => ({
  name,
  path: `/page/lib/${name.replace('/', '-')}.js`,
  file: new URL(file, packageFolder(folder)),
}));

export const importMap: Record<string, string> = Object.fromEntries(served.map(({ name, path }) => [name, path]));

/** The file behind a path under /page/lib/. */
export const libraryAt = (path: string): URL | undefined => served.find((library) => library.path === path)?.file;
