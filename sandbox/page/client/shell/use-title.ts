import { useEffect } from 'preact/hooks';

/** Names the tab after who one is in it, so that two tabs of two people can be told apart. */
export function useTitle(who: string | undefined, news: number, title: string): void {
  useEffect(() => {
    document.title = `${news > 0 ? `(${news}) ` : ''}${who ? `${who} · ` : ''}${title}`;
  }, [who, news, title]);
}
