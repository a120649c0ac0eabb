import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { Preformatted } from '../../slack/text/preformatted.ts';
import { portalWords } from './words.ts';

/** What somebody types to do the same with an AWS CLI of their own: `docs/cli.md`. */
export function TerminalSetup({ profile }: { profile: string | undefined }): VNode {
  const { terminal: words } = useWords(portalWords);
  const steps = [
    { say: words.setUp, commands: [`eval "$(curl -s ${location.origin}/terminal)"`] },
    { say: words.paste, commands: ['cat >> "$AWS_CONFIG_FILE"'] },
    ...(profile === undefined
      ? []
      : [
          {
            say: words.signIn,
            commands: ['sso login', 'sts get-caller-identity', 's3 ls'].map(
              (what) => `aws ${what} --profile ${profile}`,
            ),
          },
        ]),
  ];
  return html`
    <details class="aws-own-cli">
      <summary>${words.title}</summary>
      <p class="aws-hint">${words.intro}</p>
      <ol>
        ${steps.map(
          ({ say, commands }) => html`<li key=${say}><p>${say}</p><${Preformatted}>${commands.join('\n')}<//></li>`,
        )}
      </ol>
    </details>
  `;
}
