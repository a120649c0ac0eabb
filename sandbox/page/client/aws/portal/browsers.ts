import { keepOverReload } from '../../over-reload.ts';
import type { Opened } from './accounts.ts';

/** As whom somebody is signed in. */
export type SignedIn = { userName: string; session: string };
export type Inside = ({ at: 'accounts' } & SignedIn) | ({ at: 'console' } & Opened & { back: SignedIn });

/** Everybody has a browser of their own; without an address that somebody followed it is the one that was in use last. */
type Browsers = { last: string; inside: { [person: string]: Inside | undefined } };

/** Whoever is signed in stays so over a reload. */
let browsers: Browsers = keepOverReload('portal', () => browsers) ?? { last: '', inside: {} };

export const personInUse = (): string => browsers.last;

export const insideOf = (person: string): Inside | undefined => browsers.inside[person];

export function keepInside(person: string, inside: Inside | undefined): void {
  browsers = { last: person, inside: { ...browsers.inside, [person]: inside } };
}

type Said = { asks: 'who is signed in' } | ({ asks: '' } & SignedIn);
const tabs = new BroadcastChannel('boarding-pass portal');
const say = (said: Said) => tabs.postMessage(said);

tabs.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  const inside = browsers.inside[browsers.last];
  if (!data.asks || !inside) return;
  const { userName, session } = inside.at === 'console' ? inside.back : inside;
  say({ asks: '', userName, session });
});

/** A terminal opens its link in a new tab, and whoever is signed in to the portal in one is so in all. @returns stops asking */
export function askOtherTabs(onAnswer: (signedIn: SignedIn) => void): () => void {
  const hear = ({ data }: MessageEvent<Said>) => {
    if (!data.asks) onAnswer({ userName: data.userName, session: data.session });
  };
  tabs.addEventListener('message', hear);
  say({ asks: 'who is signed in' });
  return () => tabs.removeEventListener('message', hear);
}
