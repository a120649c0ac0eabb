import { useEffect, useRef } from 'preact/hooks';
import { terminalPlaceOf } from '../aws/sign-in-address.ts';
import type { TerminalPlace } from '../aws/sign-in-context.ts';

/** Hears of each link that a terminal printed and somebody opened, here or in a tab of its own. */
export function useFromTerminal(follow: (terminal: TerminalPlace) => void): void {
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    const read = () => {
      const terminal = terminalPlaceOf(location.hash);
      if (terminal) latest.current(terminal);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}
