import { useEffect, useState } from 'preact/hooks';

const narrow = matchMedia('(max-width: 900px)');

/** Whether there is room for one pane only; shell.css knows the same width. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const look = () => setNarrow(narrow.matches);
    narrow.addEventListener('change', look);
    return () => narrow.removeEventListener('change', look);
  }, []);
  return isNarrow;
}
