import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Heading } from './heading.ts';
import { useConsole } from './use-console.ts';
import type { Visit } from './visit.ts';
import { consoleWords } from './words.ts';

/** The first page of S3, or why AWS does not show it: in AWS's words, which are English. */
export function Buckets({ session }: Visit): VNode {
  const { buckets: words } = useWords(consoleWords);
  const { refusal, act } = useConsole(session);
  const [names, setNames] = useState<string[]>();

  useEffect(() => {
    void act<{ items: string[] }>({ action: 'open', service: 's3' }).then((answer) => setNames(answer?.items));
  }, []);

  return html`
    <${Heading}>${words.title}<//>
    <p class="aws-refusal" role="alert" lang="en">${refusal}</p>
    ${names && html`<ul class="aws-buckets">${names.map((name) => html`<li key=${name}><code>${name}</code></li>`)}</ul>`}
  `;
}
