import { importsOf, roomOf } from './imports.ts';
import { CONTRACTS, ROOMS } from './rooms.ts';

/** Each room with what it is for, and what it may import. */
export const tableOfRooms = (): string =>
  table(
    ['room', 'what it is for', 'imports', 'types of'],
    Object.entries(ROOMS).map(([room, { is, imports, types = [] }]) => [
      `\`${room === 'main' ? 'main.ts' : `${room}/`}\``,
      is,
      imports.join(', ') || '–',
      types.join(', ') || '–',
    ]),
  );

/** Each contract with who says it to whom, and which rooms and machines know it. */
export function tableOfContracts(): string {
  const imports = importsOf('src/**/*.ts', 'manifests/aws/machines/**/*.ts');
  const knownTo = (file: string): string => {
    const places = imports
      .filter(({ from, to }) => to === `src/contract/${file}` && roomOf(from) !== 'contract')
      .map(({ from }) => (from.startsWith('manifests/') ? 'machines' : roomOf(from)));
    return [...new Set(places)].toSorted().join(', ');
  };
  return table(
    ['contract', 'what is agreed', 'known to'],
    Object.entries(CONTRACTS).map(([file, what]) => [`[${file}](../src/contract/${file})`, what, knownTo(file)]),
  );
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
