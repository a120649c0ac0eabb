import { useLayoutEffect, useRef } from 'preact/hooks';

const gap = 4;
const leastHeight = 160;
const mostHeight = 320;

/** Keeps a popup at its field, below it or where there is more room above; nothing around the field cuts it off. */
export function usePlaced(isOpen: boolean) {
  const anchor = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const follow = () => {
      if (anchor.current && popup.current) place(popup.current, anchor.current.getBoundingClientRect());
    };
    follow();
    addEventListener('resize', follow);
    addEventListener('scroll', follow, true);
    return () => {
      removeEventListener('resize', follow);
      removeEventListener('scroll', follow, true);
    };
  });

  return { anchor, popup };
}

function place({ style }: HTMLElement, { left, width, top, bottom }: DOMRect): void {
  const below = innerHeight - bottom - 2 * gap;
  const isBelow = below >= leastHeight || below >= top;
  style.left = `${left}px`;
  style.width = `${width}px`;
  style.top = isBelow ? `${bottom + gap}px` : 'auto';
  style.bottom = isBelow ? 'auto' : `${innerHeight - top + gap}px`;
  style.maxHeight = `${Math.min(mostHeight, isBelow ? below : top - 2 * gap)}px`;
}
