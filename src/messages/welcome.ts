import type { KnownBlock } from '@slack/types';
import { buttonValue } from '../contract/buttons.ts';
import type { AccountRef } from '../contract/request.ts';
import type { DeliverInput } from '../contract/tasks.ts';
import { context, type Message, message, plain, section } from './blocks.ts';
import { accountLabel, accountsLabel, address, code, mention, moment } from './mrkdwn.ts';
import type { Words } from './words.ts';

/** An account in which somebody can sign in with a temporary password. */
export type SignIn = { account: AccountRef; loginUrl: string; userId: string };

/** Where the first sign-in takes a temporary password: what was given in other ways is not in it. */
export function signInsOf({ person, accounts }: DeliverInput): SignIn[] {
  return person.Outcomes.flatMap(({ AccountId, Status, FirstSignIn, SignIn, User }) => {
    const account = accounts.find(({ id }) => id === AccountId);
    if (Status !== 'done' || FirstSignIn !== 'temporary-password' || !account || !SignIn || !User) return [];
    return [{ account, loginUrl: SignIn.LoginURL, userId: User.UserId }];
  });
}

/**
 * To the new user in Slack. It must not look like phishing: who asked and who approved comes first, each sign-in address
 * stands there whole, and no password, no reason and no other person is in it.
 */
export function welcomeMessage(input: DeliverInput, words: Words): Message {
  const { requestedBy, decision } = input;
  const { welcome } = words;
  const requester = mention(requestedBy.slackUserId);
  const signIns = signInsOf(input);
  const accounts = signIns.map(({ account }) => account);
  return message([
    section(
      welcome.first(
        requester,
        mention(decision.by.slackUserId),
        accountsLabel(accounts, words.request.severalAccounts),
        accounts.length,
      ),
    ),
    ...signIns.flatMap((signIn) => signInBlocks(signIn, input, signIns.length, words)),
    section(welcome.steps(moment(decision.claimUntil))),
    context(welcome.footer(requester)),
  ]);
}

/** Where to sign in to one account, and the button for the password there. */
function signInBlocks(
  { account, loginUrl, userId }: SignIn,
  { person: { userName }, requestId }: DeliverInput,
  count: number,
  { welcome }: Words,
): KnownBlock[] {
  const signIn = welcome.signIn(address(loginUrl), code(userName));
  const value = buttonValue('show-password', {
    account: { id: account.id, name: account.name },
    userName,
    userId,
    request: requestId,
  });
  return [
    section(count > 1 ? `${welcome.account(accountLabel(account))}\n${signIn}` : signIn),
    {
      type: 'actions',
      block_id: count > 1 ? `password-${account.id}` : 'password',
      elements: [{ type: 'button', action_id: 'show-password', style: 'primary', text: plain(welcome.button), value }],
    },
  ];
}
