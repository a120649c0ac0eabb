import type { KnownBlock } from '@slack/types';
import { buttonValue } from '../../contract/buttons.ts';
import type { AccountRef } from '../../contract/request.ts';
import type { DeliverInput } from '../../contract/tasks.ts';
import { beginning } from '../../onboarding/characters.ts';
import { type PortalAccess, portalAccessOf } from '../../onboarding/sign-in.ts';
import { context, type List, type Message, message, plain, section } from '../kit/blocks.ts';
import { accountLabel, accountsLabel, address, code, link, mention, moment } from '../kit/mrkdwn.ts';
import { kindOfAccess } from '../kit/request-parts.ts';
import type { Words } from '../words/words-for.ts';
import { cliButton } from './cli-button.ts';
import { type PortalPlace, portalPlaces } from './portal-places.ts';

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
  const { requestedBy, decision, accounts } = input;
  const { welcome, request } = words;
  const requester = mention(requestedBy.slackUserId);
  const portal = portalAccessOf(input.person.Outcomes);
  const signIns = signInsOf(input);
  const given = portal
    ? accounts.filter(({ id }) => portal.given.some(({ AccountId }) => AccountId === id))
    : signIns.map(({ account }) => account);
  const label = given.length === 0 ? request.noAccount : accountsLabel(given, request.severalAccounts);
  return message([
    section(welcome.first(requester, mention(decision.by.slackUserId), label, given.length)),
    section(kindOfAccess(input.profile, words)),
    ...(portal ? portalBlocks(portal, input, words) : passwordBlocks(signIns, input, words)),
    ...cliButton(input, words),
    context(welcome.footer(requester)),
  ]);
}

function passwordBlocks(signIns: SignIn[], input: DeliverInput, words: Words): KnownBlock[] {
  const until = moment(input.decision.claimUntil);
  return [
    ...signIns.flatMap((signIn) => signInBlocks(signIn, input, signIns.length, words)),
    section(words.welcome.steps(until, signIns.length)),
  ];
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
      elements: [
        {
          type: 'button',
          action_id: 'show-password',
          style: 'primary',
          text: plain(welcome.button),
          ...(count > 1 && { accessibility_label: beginning(welcome.buttonFor(account.name), 75) }),
          value,
        },
      ],
    },
  ];
}

/** Where the portal is, what is theirs there, and what happens at the first sign-in. */
function portalBlocks(portal: PortalAccess, input: DeliverInput, words: Words): (KnownBlock | List)[] {
  const { welcome, help } = words;
  const { userName, email } = input.person;
  const places = portalPlaces(portal, input).map((place) => `• ${placeText(place, words)}`);
  const steps = welcome.firstSignIn[portal.firstSignIn](code(email));
  return [
    section(welcome.portal(address(portal.portalUrl), code(userName))),
    { heading: welcome.access, lines: places, more: help.more },
    section(steps.length > 1 ? steps.map((step, i) => `${i + 1}. ${step}`).join('\n') : steps.join()),
  ];
}

function placeText(place: PortalPlace, { welcome, request }: Words): string {
  if (place.kind === 'groups')
    return welcome.groups(request.joined(place.names.map((name) => code(name))), place.names.length);
  const { account, permissionSet } = place;
  if (place.kind === 'pending') return welcome.pending(request.as(accountLabel(account), code(permissionSet)));
  return `${link(place.link, account.name)} (${account.id}), ${code(permissionSet)}`;
}
