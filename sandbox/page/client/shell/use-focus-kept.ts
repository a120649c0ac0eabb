import { useEffect, useRef } from 'preact/hooks';

/** Whoever chose a place with something that is gone now goes on where they went, not at the top of the page. */
export function useFocusKept(place: string, goOn: () => void): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place && document.activeElement === document.body) goOn();
    before.current = place;
  }, [place]);
}
