import { en } from '../../../src/messages/words/en.ts';

/** What is said of a person in one place. */
export type Claim = 'given' | 'coming' | 'had' | 'nothing' | 'perhaps';

/** What a message says of one person. */
export type Said = {
  claims: Map<string, Claim>;
  /** The line that says so. */
  lines: Map<string, string>;
  /** Were they told themselves? */
  told: 'told' | 'not told' | undefined;
  /** That something may be left of what was tried. */
  admitsLeft: boolean;
};

const { trouble, outcome } = en;

/** With these words it is said that something may be there. */
const LEFT = [
  trouble.UserMayExist,
  trouble.UndoFailed,
  trouble.GroupsLeft,
  trouble.InertUserLeft,
  trouble.MayBeAssigned,
  trouble.BrokenOff,
];

const BELOW = '      ◦ ';

/** The first part of a sentence that ends with a reason. */
const beginningOf = (sentence: (why: string) => string): string => sentence('');
const TOLD = [outcome.told('slack'), outcome.told('mail')];
const NOT_TOLD = beginningOf(outcome.createdNotTold);
const NOTHING = beginningOf(outcome.notCreated);
const PERHAPS = beginningOf(outcome.unknown);

/** Reads what a message says of somebody at the end; `undefined` where it does not name them in a list. */
export function saidOf(known: string, places: string[], words: string): Said | undefined {
  const lines = words.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`• ${known}`));
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => !line.startsWith(BELOW));
  const below = rest.slice(0, end < 0 ? rest.length : end).map((line) => line.slice(BELOW.length));
  const status = /^• .*?`: (.*)$/.exec(lines[first] ?? '')?.[1] ?? '';

  const claim = claimIn(status);
  const claims = new Map<string, Claim>(claim ? places.map((place) => [place, claim]) : []);
  const said = new Map(places.map((place) => [place, status]));
  for (const line of below)
    for (const place of placesIn(line, places)) {
      claims.set(place, claimBelow(line));
      said.set(place, line);
    }
  return {
    claims,
    lines: said,
    told: TOLD.includes(status) ? 'told' : status.startsWith(NOT_TOLD) ? 'not told' : undefined,
    admitsLeft: LEFT.some((sentence) => [status, ...below].some((line) => line.includes(sentence))),
  };
}

function claimIn(status: string): Claim | undefined {
  if (TOLD.includes(status) || status.startsWith(NOT_TOLD)) return 'given';
  if (status === outcome.had) return 'had';
  if (status.startsWith(NOTHING)) return 'nothing';
  return status.startsWith(PERHAPS) ? 'perhaps' : undefined;
}

function claimBelow(line: string): Claim {
  if (line.startsWith('no access to ')) return 'nothing';
  return line.startsWith('may have access to ') ? 'perhaps' : 'coming';
}

/** By the ids that stand beside the names of accounts. */
export const placesIn = (words: string, places: string[]): string[] =>
  places.filter((place) => words.includes(place === 'groups' ? 'the group' : `(${place})`));
