/**
 * Keeps something while this tab is reloaded, and away from a copy of the tab: "Duplicate tab" and window.open copy what is
 * in sessionStorage, so it is there only between one page and the next.
 * @returns what the page before kept
 */
export function keepOverReload<Kept>(name: string, held: () => Kept): Kept | undefined {
  const key = `boarding-pass ${name}`;
  const take = (): Kept | undefined => {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept === null ? undefined : JSON.parse(kept);
  };
  addEventListener('pagehide', () => sessionStorage.setItem(key, JSON.stringify(held())));
  // A page that comes back out of the browser's cache has everything still.
  addEventListener('pageshow', take);
  return take();
}
