import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels from the end that still count as being there. */
const near = 40;

/**
 * Keeps a scrolled list at its end for as long as its reader is there; whoever reads further up stays, and `isBehind`
 * says that something newer has come.
 * @param newest the `ts` of the newest message
 */
export function useStuckToEnd(newest: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [seen, setSeen] = useState(newest);

  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  useLayoutEffect(() => {
    const follow = new ResizeObserver(() => isAtEnd.current && toEnd());
    if (content.current) follow.observe(content.current);
    if (list.current) follow.observe(list.current);
    toEnd();
    return () => follow.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!isAtEnd.current) return;
    toEnd();
    setSeen(newest);
  }, [newest]);

  const onScroll = () => {
    if (!list.current) return;
    const { scrollHeight, scrollTop, clientHeight } = list.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < near;
    if (isAtEnd.current) setSeen(newest);
  };

  return { list, content, onScroll, isBehind: Number(newest ?? 0) > Number(seen ?? 0), toEnd };
}
