import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { type Failure, failureOf, type Outcome } from '../trouble.ts';

/** Uses an element that acts at once, where it stands: in a message or in a modal. */
export type Press = (actionId: string, value?: unknown) => Promise<Outcome>;

export const PressContext = createContext<Press>(async () => ({}));

/** An element's act, whether it is on its way, and what the last one failed with. One at a time. */
export function usePress(actionId = '') {
  const press = useContext(PressContext);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  return {
    isSending,
    failure,
    async press(value?: unknown): Promise<void> {
      if (isSending) return;
      setSending(true);
      setFailure(undefined);
      setFailure(failureOf(await press(actionId, value)));
      setSending(false);
    },
  };
}
