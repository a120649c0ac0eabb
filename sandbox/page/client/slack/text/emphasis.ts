/**
 * A mark opens after anything but a letter or digit and before anything but a space, and closes the other way round on the
 * same line; doubled it means nothing. Code and references in between are stepped over.
 */
const marks = (
  [
    ['bold', '*'],
    ['italic', '_'],
    ['strike', '~'],
  ] as const
).map(([style, mark]) => ({
  style,
  mark,
  opens: new RegExp(`(?<![\\p{L}\\p{N}${mark}])[${mark}](?=[^\\s${mark}])`, 'uy'),
  closes: new RegExp(`\`[^\`\\n]+\`|<[^<>\\n]+>|\\n|(?<=\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`, 'gu'),
}));

/** What is emphasized from a place on, and where that ends. */
export function emphasisAt(text: string, at: number) {
  for (const { style, mark, opens, closes } of marks) {
    opens.lastIndex = at;
    if (!opens.test(text)) continue;
    closes.lastIndex = at + 1;
    for (let match = closes.exec(text); match && match[0] !== '\n'; match = closes.exec(text))
      if (match[0] === mark) return { style, inside: text.slice(at + 1, match.index), end: match.index + 1 };
  }
  return undefined;
}
