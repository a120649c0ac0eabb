import { html } from 'htm/preact';
import { type ComponentChildren, createContext, type VNode } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { PersonSlice, Slices } from '../../slices.ts';

/** Who reads, and the names of whom and what is mentioned. */
export type Reader = {
  id: string;
  locale: string;
  people: PersonSlice[];
  channels: { id: string; name: string }[];
  nameOfPerson(id: string): string | undefined;
  nameOfChannel(id: string): string | undefined;
  handleOfGroup(id: string): string | undefined;
};

const nobody: Reader = {
  id: '',
  locale: 'en-US',
  people: [],
  channels: [],
  nameOfPerson: () => undefined,
  nameOfChannel: () => undefined,
  handleOfGroup: () => undefined,
};

const ReaderContext = createContext(nobody);

export const useReader = (): Reader => useContext(ReaderContext);

export function ReaderProvider({ slices, children }: { slices: Slices; children?: ComponentChildren }): VNode {
  const { people, world, me } = slices;
  const names = useMemo(
    () => new Map([[world.bot.id, world.bot.name], ...people.map(({ id, realName }) => [id, realName] as const)]),
    [people, world],
  );
  const reader: Reader = {
    ...me.user,
    people,
    channels: me.channels,
    nameOfPerson: (id) => names.get(id),
    nameOfChannel: (id) => world.channels.find((channel) => channel.id === id)?.name,
    handleOfGroup: (id) => world.userGroups.find((group) => group.id === id)?.handle,
  };
  return html`<${ReaderContext.Provider} value=${reader}>${children}<//>`;
}
