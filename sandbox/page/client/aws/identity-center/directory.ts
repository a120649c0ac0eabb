import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { IdentityCenterSlice } from '../../../slices.ts';
import { post } from '../../act.ts';
import { useWords } from '../../language.ts';
import { awsWords } from '../words.ts';
import { centerWords } from './words.ts';

type Synchronized = { arrived: string[]; refused: string[] } | { error: string };

/** The company's directory: who is in it and not in AWS yet, and the synchronization that brings them. */
export function Directory({ directory }: { directory: NonNullable<IdentityCenterSlice['directory']> }): VNode {
  const { directory: words } = useWords(centerWords);
  const { and } = useWords(awsWords);
  const [news, setNews] = useState('');
  const { waiting } = directory;

  const synchronize = async () => {
    const answer = await post<Synchronized>('/portal/synchronize', {});
    if ('error' in answer) return setNews(words.offline);
    const { arrived, refused } = answer;
    const parts = [
      arrived.length > 0 ? words.arrived(arrived.join(and)) : words.nobodyArrived,
      ...(refused.length > 0 ? [words.refused(refused.join(and))] : []),
    ];
    setNews(parts.join(' '));
  };
  return html`
    <h3 class="aws-center-title">${words.title}</h3>
    <p class="aws-hint">${words.intro}</p>
    <ul class="aws-users">
      ${waiting.map(
        ({ userName, displayName }) =>
          html`<li key=${userName}><bdi>${displayName}</bdi> <bdi>${userName}</bdi> <span class="aws-tag">${words.waiting}</span></li>`,
      )}
    </ul>
    <button type="button" class="aws-button" onClick=${synchronize}>${words.synchronize}</button>
    <p class="aws-hint" role="status">${news}</p>
  `;
}
