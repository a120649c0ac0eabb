import { useState } from 'preact/hooks';
import { post } from '../../act.ts';
import { useWords } from '../../language.ts';
import { wordFor } from '../words.ts';
import { consoleWords } from './words.ts';

type Action =
  | { action: 'open'; service: 's3' | 'ec2' | 'iam' }
  | { action: 'create-mfa-device'; name: string }
  | { action: 'enable-mfa-device'; serialNumber: string; codes: [string, string] };

/** Does something in the console, one thing at a time, and keeps what the last was refused with. */
export function useConsole(session: string) {
  const { refusals } = useWords(consoleWords);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  /** @returns undefined when refused */
  const act = async <Answer>(action: Action): Promise<Answer | undefined> => {
    setRefusal(undefined);
    setBusy(true);
    const answer = await post<Answer | { error: string; code?: string }>('/aws/console', { session, ...action });
    setBusy(false);
    if (!(answer instanceof Object && 'error' in answer)) return answer;
    setRefusal(wordFor(answer.code ?? answer.error, refusals) ?? answer.error);
    return undefined;
  };
  return { refusal, isBusy, act };
}
