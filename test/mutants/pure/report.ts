/** What Stryker writes, as far as it is read here. Source: mutation-testing-report-schema. */
export type Report = { files: Record<string, { source: string; mutants: Mutant[] }> };
type Position = { line: number; column: number };
type Mutant = { status: string; replacement?: string; location: { start: Position; end: Position } };

/** A change that was tried, by what it is called in the table of those that may live. */
export type Tried = { file: string; change: string; isKilled: boolean };

/** All changes of a report that ran. One that ends in no time is noticed, too. */
export function triedIn({ files }: Report): Tried[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    const seen = new Map<string, number>();
    // Whoever looks for the second of two alike finds it where it stands.
    const inOrder = mutants.toSorted((one, other) => comparing(one.location, other.location));
    return inOrder.flatMap(({ status, replacement = '', location }) => {
      const change = `${inShort(textAt(lines, location))} → ${inShort(replacement)}`;
      const times = (seen.get(change) ?? 0) + 1;
      seen.set(change, times);
      if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) return [];
      const isKilled = status === 'Killed' || status === 'Timeout';
      return [{ file, change: times === 1 ? change : `${change} (${times})`, isKilled }];
    });
  });
}

const comparing = ({ start: one }: Mutant['location'], { start: other }: Mutant['location']): number =>
  one.line - other.line || one.column - other.column;

function textAt(lines: string[], { start, end }: Mutant['location']): string {
  const text = lines.slice(start.line - 1, end.line);
  const last = text.length - 1;
  return text
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n');
}

/** On one line, and without its middle where it is long. */
function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 48)} … ${line.slice(-28)}`;
}
