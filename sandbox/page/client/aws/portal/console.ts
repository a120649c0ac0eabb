import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Heading } from '../console/heading.ts';
import { useConsole } from '../console/use-console.ts';
import { Fact } from '../fact.ts';
import type { Opened } from './accounts.ts';
import { portalWords } from './words.ts';

const services = ['s3', 'ec2', 'iam'] as const;
type Service = (typeof services)[number];

/** The console of one account: its name in front, as AWS says only who is there; and pages, as the permission set lets one see them. */
export function PortalConsole({ account, identity, session, onBack }: Opened & { onBack: () => void }): VNode {
  const { console: words } = useWords(portalWords);
  const { refusal, act } = useConsole(session);
  const [shown, setShown] = useState<{ service: Service; items: string[] }>();

  const open = async (service: Service) => {
    setShown(undefined);
    const page = await act<{ items: string[] }>({ action: 'open', service });
    if (page) setShown({ service, items: page.items });
  };
  return html`
    <section class="aws-console" aria-label=${words.title}>
      <p class="aws-console-bar"><span>${words.title}</span><bdi>${identity}</bdi></p>
      <${Heading}><bdi>${account.name}</bdi><//>
      <dl class="aws-facts">
        <${Fact} name=${words.account}>${account.name} <code>${account.id}</code><//>
        <${Fact} name=${words.identity}>${identity}<//>
      </dl>
      <nav class="aws-console-doors" aria-label=${words.title}>
        ${services.map(
          (service) => html`
            <button
              key=${service}
              type="button"
              class="aws-button"
              aria-current=${service === shown?.service && 'page'}
              onClick=${() => open(service)}
            >
              ${words.services[service]}
            </button>
          `,
        )}
      </nav>
      <p class="aws-refusal" role="alert" lang="en">${refusal}</p>
      <ul class="aws-buckets" aria-live="polite">
        ${shown?.items.map((item) => html`<li key=${item}><code>${item}</code></li>`)}
      </ul>
      <button type="button" class="aws-link" onClick=${onBack}>${words.back}</button>
    </section>
  `;
}
