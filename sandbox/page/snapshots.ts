import type { Viewer } from './read/sources.ts';
import type { ReadSlices } from './read-slices.ts';
import type { Slices } from './slices.ts';

/** Gives a slice as JSON, as it was when the snapshot was taken; each is made once for all who see the same. */
export type Snapshot = (name: keyof Slices, viewer: Viewer) => string;

/** What a viewer sees, in the order in which a page needs it. */
export const sliceNames = [
  'world',
  'time',
  'people',
  'me',
  'activity',
  'executions',
  'accounts',
  'identityCenter',
  'mails',
] as const satisfies (keyof Slices)[];

/** What makes a slice differ between viewers. */
const keys: Partial<Record<keyof Slices, (viewer: Viewer) => string>> = {
  me: ({ as, client }) => `${as} ${client}`,
  accounts: ({ find }) => find,
};

export function createSnapshots(read: ReadSlices): () => Snapshot {
  /** A slice that is read as the same object again is not written again. */
  const written = new WeakMap<object, string>();

  function write(slice: object): string {
    const json = written.get(slice) ?? JSON.stringify(slice);
    written.set(slice, json);
    return json;
  }

  return () => {
    const taken = new Map<string, string>();
    return (name, viewer) => {
      const place = `${name} ${keys[name]?.(viewer)}`;
      const json = taken.get(place) ?? write(read.slices[name](viewer));
      taken.set(place, json);
      return json;
    };
  };
}
