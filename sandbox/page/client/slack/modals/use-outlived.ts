import { useState } from 'preact/hooks';
import type { SeenView } from '../../../../slack/seen.ts';
import { values } from './use-modal-form.ts';

/**
 * The form that somebody was filling in when the sandbox was started again. The new one knows nothing of it; what was typed
 * is there to be read and copied, until they are done with it.
 */
export function useOutlived(world: string, top: SeenView | undefined) {
  const [before, setBefore] = useState({ world, top });
  const [outlived, setOutlived] = useState<SeenView>();

  if (before.world !== world || before.top !== top) setBefore({ world, top });
  if (before.world !== world && before.top && values.isTouched(before.top.id)) setOutlived(before.top);
  return { outlived, done: () => setOutlived(undefined) };
}
