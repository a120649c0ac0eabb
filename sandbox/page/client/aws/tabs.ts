import { html } from 'htm/preact';
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useWords } from '../language.ts';
import { awsWords } from './words.ts';

export const awsTabs = ['executions', 'accounts', 'identity-center', 'sign-in'] as const;
export type AwsTab = (typeof awsTabs)[number];

export const tabId = (tab: AwsTab): string => `aws-tab-${tab}`;
export const panelId = (tab: AwsTab): string => `aws-panel-${tab}`;

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

export function AwsTabs({
  chosen,
  running,
  onChoose,
}: {
  chosen: AwsTab;
  running: number;
  onChoose: (tab: AwsTab) => void;
}): VNode {
  const words = useWords(awsWords);

  const walk = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = awsTabs.at((awsTabs.indexOf(chosen) + step) % awsTabs.length) ?? chosen;
    onChoose(next);
    document.getElementById(tabId(next))?.focus();
  };

  const badge = html`
    <span class="aws-running" role="img" aria-label=${words.running(running)} title=${words.running(running)}>
      ${running}
    </span>
  `;

  return html`
    <div class="aws-bar">
      <h2 class="aws-bar-title">AWS</h2>
      <div class="aws-tabs" role="tablist" aria-label=${words.parts} onKeyDown=${walk}>
        ${awsTabs.map(
          (tab) => html`
            <button
              key=${tab}
              type="button"
              role="tab"
              class="aws-tab"
              id=${tabId(tab)}
              aria-selected=${tab === chosen}
              aria-controls=${panelId(tab)}
              tabindex=${tab === chosen ? 0 : -1}
              onClick=${() => onChoose(tab)}
            >
              ${words.tabs[tab]}
              ${tab === 'executions' && running > 0 && badge}
            </button>
          `,
        )}
      </div>
    </div>
  `;
}
