import type { ActionsBlock } from '@slack/types';
import { buttonValue, type DeliveredCli } from '../../contract/buttons.ts';
import type { DeliverInput } from '../../contract/tasks.ts';
import { methodOf } from '../../methods/index.ts';
import { deliveredCli } from '../../onboarding/cli.ts';
import { plain } from '../kit/blocks.ts';
import type { Words } from '../words/words-for.ts';

/** What a delivery brings somebody for a terminal of their own; `undefined` where there is nothing to be set up. */
export function cliOf({ person, profile, grants }: DeliverInput): DeliveredCli | undefined {
  const { terminal } = methodOf(profile);
  if (terminal.kind !== 'portal') return undefined;
  return deliveredCli(person.Outcomes, person.hadAccess ?? false, (set) => terminal.firstCommand(grants, set));
}

/** The way to it, below the message: of the portal to what is to be set up, of a console to what there is to know. */
export function cliButton(input: DeliverInput, { cli }: Words): ActionsBlock[] {
  const { person, profile, requestId } = input;
  const delivered = cliOf(input);
  const userId = person.Outcomes.find(({ User }) => User)?.User?.UserId;
  if (!delivered && methodOf(profile).terminal.kind === 'portal') return [];
  const value = delivered
    ? buttonValue('set-up-cli', {
        kind: 'portal',
        ...delivered,
        ...(userId !== undefined && { userId }),
        owner: person.slackUserId ?? '',
        request: requestId,
        profileId: profile.id,
      })
    : buttonValue('set-up-cli', { kind: 'console' });
  return [
    {
      type: 'actions',
      block_id: 'cli',
      elements: [{ type: 'button', action_id: 'set-up-cli', text: plain(cli.button), value }],
    },
  ];
}
