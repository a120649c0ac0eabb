import { readFileSync } from 'node:fs';
import { drawRooms } from './draw.ts';
import { tableOfContracts, tableOfRooms } from './tables.ts';

const PAGE = 'docs/architecture.md';

/** What the map takes from the code, by the file that holds it. */
export const MADE: Record<string, () => string> = {
  'docs/pictures/rooms.svg': drawRooms,
  [PAGE]: () => filled(filled(readFileSync(PAGE, 'utf8'), 'rooms', tableOfRooms()), 'contracts', tableOfContracts()),
};

/** A page with what stands between two marks of this name made anew. @throws where the page lacks them */
function filled(page: string, name: string, made: string): string {
  const [start, end] = [`<!-- ${name}: npm run architecture -->`, `<!-- /${name} -->`];
  const [before, rest] = page.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no ${start} … ${end}.`);
  return `${before}${start}\n\n${made}\n\n${end}${after}`;
}
