import type { DeliverInput } from '../onboarding/request.ts';
import { context, type Message, message, plain, section } from './blocks.ts';
import { accountLabel, address, code, mention, moment } from './mrkdwn.ts';
import type { Words } from './words.ts';

/**
 * To the new user in Slack. It must not look like phishing: who asked and who approved comes first, the sign-in address
 * stands there whole, and no password, no reason and no other person is in it.
 */
export function welcomeMessage(
  { person, requestedBy, account, decision }: DeliverInput,
  buttonValue: string,
  { welcome }: Words,
): Message {
  const requester = mention(requestedBy.slackUserId);
  return message([
    section(welcome.first(requester, mention(decision.by.slackUserId), accountLabel(account))),
    section(welcome.signIn(address(person.LoginURL), code(person.userName))),
    {
      type: 'actions',
      block_id: 'password',
      elements: [
        {
          type: 'button',
          action_id: 'show-password',
          style: 'primary',
          text: plain(welcome.button),
          value: buttonValue,
        },
      ],
    },
    context(welcome.footer(moment(decision.claimUntil), requester)),
  ]);
}
