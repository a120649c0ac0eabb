import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { shortArn } from '../user-facts.ts';
import { AssignDevice } from './assign-device.ts';
import { Heading } from './heading.ts';
import type { Visit } from './visit.ts';
import { userHere } from './visit.ts';
import { consoleWords } from './words.ts';

/** One's own MFA devices, and how to assign another. */
export function SecurityCredentials(visit: Visit): VNode {
  const { security: words } = useWords(consoleWords);
  const [stage, setStage] = useState<'list' | 'assign' | 'assigned'>('list');
  const devices = userHere(visit)?.mfaDevices ?? [];

  if (stage === 'assign')
    return html`
      <${AssignDevice} ...${visit} onDone=${() => setStage('assigned')} onBack=${() => setStage('list')} />
    `;
  return html`
    <${Heading} key=${stage}>${words.title}<//>
    <h4 class="aws-label">${words.devices}</h4>
    ${devices.length === 0 && html`<p class="aws-hint">${words.none}</p>`}
    <ul class="aws-devices">${devices.map((arn) => html`<li key=${arn} title=${arn}><code>${shortArn(arn)}</code></li>`)}</ul>
    ${
      stage === 'assigned'
        ? html`
          <p class="aws-note" role="status">${words.assigned}</p>
          <button type="button" class="aws-button aws-button-main" onClick=${visit.onLeave}>${words.signInAgain}</button>
        `
        : html`
          <button type="button" class="aws-button" onClick=${() => setStage('assign')}>${words.assign}</button>
        `
    }
  `;
}
