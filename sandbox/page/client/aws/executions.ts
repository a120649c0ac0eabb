import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ExecutionSlice, MachineSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { ExecutionGroup } from './execution-group.ts';
import { groupsOf, isCheck } from './execution-groups.ts';
import { useFollowed } from './followed.ts';
import type { Names } from './names.ts';
import { awsWords } from './words.ts';

/** What somebody opened, nothing if they closed it; forgotten when something happens in another execution. */
type Choice = { arn?: string; insteadOf: string | undefined };

/** What runs and what ran, with one of them opened to its states. */
export function Executions({
  executions,
  machines,
  names,
}: {
  executions: ExecutionSlice[];
  machines: MachineSlice[];
  names: Names;
}): VNode {
  const { executions: words } = useWords(awsWords);
  const [choice, setChoice] = useState<Choice>();
  const followed = useFollowed(executions);
  const opened = choice?.insteadOf === followed ? choice?.arn : followed;
  const toggle = (arn: string) => setChoice({ insteadOf: followed, ...(arn !== opened && { arn }) });

  const isBegun = executions.some((execution) => !isCheck(execution));
  return html`
    <p class=${isBegun ? 'aws-hint' : 'aws-empty'}>${isBegun ? words.intro : words.none}</p>
    <ul class="aws-groups">
      ${groupsOf(executions).map(
        (group) => html`
          <${ExecutionGroup} key=${group.execution.arn} ...${{ group, machines, names, opened, onToggle: toggle }} />
        `,
      )}
    </ul>
  `;
}
