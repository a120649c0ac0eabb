/** Runs in the page: what cannot be reached without scrolling all of it sideways, as controls outside the window. */
export function outOfSight(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isInScroller = ({ parentElement: around }: Element): boolean =>
    around !== null && (['auto', 'scroll'].includes(getComputedStyle(around).overflowX) || isInScroller(around));
  const isOutside = (control: Element): boolean => {
    const { left, right, width } = control.getBoundingClientRect();
    return width > 0 && (left < -1 || right > clientWidth + 1) && !isInScroller(control);
  };
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in a window of ${clientWidth}`] : []),
    ...[...document.querySelectorAll('button, input, textarea, dialog, article')]
      .filter(isOutside)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  ];
}
