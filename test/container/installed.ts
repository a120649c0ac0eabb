import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Package = {
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Package>;
};

/** Every folder of a package below `node_modules`, nested ones included, as the lock names them. */
export function foldersOf(root: string, at = 'node_modules'): string[] {
  const names = readdirSync(join(root, at)).filter((name) => !name.startsWith('.'));
  const packages = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(root, at, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return packages.flatMap((name) => {
    const folder = `${at}/${name}`;
    const nested = `${folder}/node_modules`;
    return [folder, ...(existsSync(join(root, nested)) ? foldersOf(root, nested) : [])];
  });
}

/** The packages that the root's own dependencies come to, by the lock. */
export function neededByTheBot(): string[] {
  const found = new Set<string>();
  const visit = (from: string): void => {
    for (const name of wantedBy(lock.packages[from] ?? {})) {
      const folder = whereFrom(from, name);
      if (found.has(folder)) continue;
      found.add(folder);
      visit(folder);
    }
  };
  visit('');
  return [...found];
}

/** npm brings the peers of a package too, but those that it can do without. */
const wantedBy = ({ dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }: Package): string[] => [
  ...Object.keys(dependencies),
  ...Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional),
];

/** Node looks below the package itself first, then below each one around it. */
function whereFrom(from: string, name: string): string {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lock.packages[folder]) return folder;
    if (at === '') throw new Error(`The lock has no ${name} for ${from || 'the root'}.`);
  }
}
