import { useEffect, useState } from 'preact/hooks';
import { terminalPlaceOf } from '../aws/sign-in-address.ts';
import { type Place, readPlace, writePlace } from './place.ts';

/** The place in the page's address, so that reloading and going back lead where they should. */
export function usePlace(): { place: Place; go(place: Place): void } {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    // Whoever follows a link of a terminal stays where they are.
    const read = () => setHash((before) => (terminalPlaceOf(location.hash) ? before : location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  return {
    place: readPlace(hash),
    go(place) {
      location.hash = writePlace(place);
    },
  };
}
