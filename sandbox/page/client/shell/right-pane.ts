import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Slices } from '../../slices.ts';
import { AwsPane } from '../aws/aws-pane.ts';
import type { SignInPlace } from '../aws/sign-in-context.ts';
import { useWords } from '../language.ts';
import { shellWords } from './words.ts';

type Props = { slices: Slices; find: string; onFind(text: string): void; signInAt: SignInPlace | undefined };

export function RightPane({ slices, find, onFind, signInAt }: Props): VNode {
  const { noSlack } = useWords(shellWords);
  return html`
    ${!slices.world.slack && html`<p class="shell-note">${noSlack}</p>`}
    <${AwsPane} ...${{ slices, find, onFind, ...(signInAt && { signInAt }) }} />
  `;
}
