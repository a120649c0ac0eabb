import type { Issued } from '../../contract/password.ts';
import type { DeliverInput } from '../../contract/tasks.ts';
import { wordedFor } from '../../contract/worded.ts';
import { visible } from '../../onboarding/characters.ts';
import type { CliSetup } from '../../onboarding/cli.ts';
import { oneLine } from '../../onboarding/names.ts';
import type { PortalAccess } from '../../onboarding/sign-in.ts';
import type { Words } from '../words/words-for.ts';
import { type CliPart, type CliScope, cliParts } from './cli-parts.ts';
import { type PortalPlace, portalPlaces } from './portal-places.ts';
import type { SignIn } from './welcome.ts';

export type Mail = { to: string; replyTo: string | undefined; subject: string; text: string; html: string };

/** Where to sign in, and the password for it; without one where the user has another already. */
export type MailedSignIn = SignIn & { issued: Pick<Issued, 'password' | 'madeAt'> | undefined };

/** The organization is named as the Slack workspace is: who gets the mail may know nothing else of it. */
export type MailInput = DeliverInput & { organization: string };

type Facts = [label: string, value: string][];
type Place = { text: string; link?: string };

/** To the new user who is not in Slack. The one place where a password is written down, because the channel forces it. */
export function welcomeMail(input: MailInput, signIns: MailedSignIn[], words: Words): Mail {
  const { mail } = words;
  const labels = signIns.map(({ account }) => `${account.name} (${account.id})`);
  const isOfSeveral = signIns.length > 1;
  const facts = signIns.map(
    ({ loginUrl, issued }, i): Facts => [
      ...(isOfSeveral ? ([[mail.account, labels[i] ?? '']] as Facts) : []),
      [mail.signIn, loginUrl],
      [mail.userName, input.person.userName],
      [mail.password, issued?.password ?? mail.ownPassword],
      ...(issued ? ([[mail.madeAt, inUtc(issued.madeAt)]] as Facts) : []),
    ],
  );
  const isAnyIssued = signIns.some(({ issued }) => issued);
  const notes = [...(isOfSeveral ? [mail.everyAccountItsOwn] : []), ...(isAnyIssued ? [mail.newest] : [])];
  return compose(input, words, {
    subject: mail.subject(labels),
    labels,
    facts,
    places: [],
    steps: mail.steps,
    notes,
    terminal: [],
  });
}

/** What the mail has for a terminal: in Slack there is a button for it. */
export type MailedCli = { setup: CliSetup; scope: CliScope };

/** The same where people sign in at the portal: there is no password to write down. */
export function portalMail(input: MailInput, portal: PortalAccess, words: Words, cli?: MailedCli): Mail {
  const { mail, welcome } = words;
  const { userName, email } = input.person;
  const places = portalPlaces(portal, input);
  const accounts = places.flatMap((place) => (place.kind === 'groups' ? [] : [place.account]));
  const labels = [...new Set(accounts.map(({ name, id }) => `${name} (${id})`))];
  return compose(input, words, {
    subject: mail.portalSubject,
    labels,
    facts: [
      [
        [mail.portal, portal.portalUrl],
        [mail.userName, userName],
      ],
    ],
    places: places.map((place) => placeOf(place, words)),
    steps: welcome.firstSignIn[portal.firstSignIn](email),
    notes: [],
    terminal: cli ? cliParts(cli.setup, cli.scope, { code: (text) => text, byMail: true }, words) : [],
  });
}

type Parts = {
  subject: string;
  labels: string[];
  facts: Facts[];
  places: Place[];
  steps: string[];
  notes: string[];
  terminal: CliPart[];
};

function compose(input: MailInput, { mail, cli, language }: Words, parts: Parts): Mail {
  const { person, requestedBy, decision, profile, organization } = input;
  const { subject, labels, facts, places, steps, notes, terminal } = parts;
  const requester = nameOf(requestedBy);
  const reader = nameOf({ name: person.displayName, email: '', slackUserId: '' });
  const first = mail.first({ requester, organization: oneLine(organization), approver: nameOf(decision.by) }, labels);
  const opening = [...(reader === '' || reader === person.email ? [] : [mail.greeting(reader)]), first];
  const kind = mail.kind(wordedFor(profile.name, language), wordedFor(profile.description, language));
  const footer = requestedBy.email
    ? mail.footer(`${requester} <${requestedBy.email}>`, true)
    : mail.footer(requester, false);
  const isOneStep = steps.length === 1;
  const text = [
    ...opening.flatMap((line) => [line, '']),
    kind,
    '',
    ...facts.flatMap((each) => [...each.map(([label, value]) => mail.fact(label, value)), '']),
    ...(places.length > 0
      ? [mail.access, ...places.map(({ text, link }) => `- ${text}${link ? `\n  ${link}` : ''}`), '']
      : []),
    ...steps.map((step, i) => (isOneStep ? step : `${i + 1}. ${step}`)),
    '',
    ...notes.flatMap((note) => [note, '']),
    ...(terminal.length > 0 ? [`— ${cli.title} —`, '', ...terminal.flatMap((part) => [textOf(part), ''])] : []),
    footer,
    '',
  ].join('\n');
  return {
    to: person.email,
    replyTo: requestedBy.email || undefined,
    subject: subject.replace(/\s+/g, ' '),
    text,
    html: [
      '<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;max-width:40em;overflow-wrap:anywhere">',
      ...[...opening, kind].map((line) => `<p>${html(line)}</p>`),
      facts.map(listOf).join('<hr style="border:0;border-top:1px solid #ddd;margin:16px 0">'),
      ...(places.length > 0 ? [`<p>${html(mail.access)}</p>`, `<ul>${places.map(itemOf).join('')}</ul>`] : []),
      isOneStep ? `<p>${html(steps.join())}</p>` : `<ol>${steps.map((step) => `<li>${html(step)}</li>`).join('')}</ol>`,
      ...notes.map((note) => `<p>${html(note)}</p>`),
      ...(terminal.length > 0 ? [`<h3>${html(cli.title)}</h3>`, ...terminal.map(htmlOf)] : []),
      `<p style="color:#555">${html(footer)}</p>`,
      '</body>',
    ].join('\n'),
  };
}

function placeOf(place: PortalPlace, { request, welcome }: Words): Place {
  if (place.kind === 'groups') return { text: welcome.groups(request.joined(place.names), place.names.length) };
  const label = request.as(`${place.account.name} (${place.account.id})`, place.permissionSet);
  return place.kind === 'pending' ? { text: welcome.pending(label) } : { text: label, link: place.link };
}

const itemOf = ({ text, link }: Place): string =>
  `<li>${link === undefined ? html(text) : `<a href="${html(link)}">${html(text)}</a>`}</li>`;

function textOf(part: CliPart): string {
  if ('say' in part) return part.heading === undefined ? part.say : `${part.heading}\n${part.say}`;
  return 'list' in part ? part.list.map((line, i) => `${i + 1}. ${line}`).join('\n') : part.copy.join(part.between);
}

/** What is to be copied stays line for line what it is. */
function htmlOf(part: CliPart): string {
  if ('say' in part)
    return `${part.heading === undefined ? '' : `<h4>${html(part.heading)}</h4>`}<p>${html(part.say)}</p>`;
  if ('list' in part) return `<ol>${part.list.map((line) => `<li>${html(line)}</li>`).join('')}</ol>`;
  return `<pre style="background:#f4f4f4;padding:12px;overflow:auto">${html(part.copy.join(part.between))}</pre>`;
}

/** One below the other, so that nothing is cut off on a telephone. */
function listOf(facts: Facts): string {
  const items = facts.map(
    ([label, value]) => `<dt>${html(label)}</dt><dd style="margin:0 0 12px"><code>${html(value)}</code></dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}

/**
 * A display name is its owner's to choose: one line of it, and none that a mail program could make a link
 * of (`example.com` will do), or that turns the text around it the other way, in a mail that holds a password.
 */
function nameOf({ name, email, slackUserId }: { name: string; email: string; slackUserId: string }): string {
  const line = name.replace(/\s+/g, ' ').trim();
  const isPlain = line !== '' && line.length <= 80 && !looksLikeLink(line) && !/\p{Cc}|\p{Bidi_Control}/u.test(line);
  return isPlain ? line : email || slackUserId;
}

/** As mail programs and browsers see it: `。` and `．` part a domain, too, and what has no width parts nothing. */
const looksLikeLink = (line: string): boolean =>
  /[\p{L}\d]\.\p{L}{2,}|[:<>@]/u.test(visible(line).normalize('NFKC').replaceAll('。', '.'));

/** A mail does not know where it is read: `2026-11-22 04:06:12 UTC`. */
const inUtc = (moment: string): string => `${moment.slice(0, 19).replace('T', ' ')} UTC`;

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
