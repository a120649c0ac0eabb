import type { DeliverInput } from '../onboarding/request.ts';
import type { Words } from './words.ts';

export type Mail = { to: string; replyTo: string | undefined; subject: string; text: string; html: string };

/** To the new user who is not in Slack. The one place where a password is written down, because the channel forces it. */
export function welcomeMail(
  { person, requestedBy, account, decision }: DeliverInput,
  password: string,
  { mail }: Words,
): Mail {
  const label = `${account.name} (${account.id})`;
  const requester = nameOf(requestedBy);
  const first = mail.first(requester, nameOf(decision.by), label);
  const footer = requestedBy.email
    ? mail.footer(`${requester} <${requestedBy.email}>`, true)
    : mail.footer(requester, false);
  const facts: [string, string][] = [
    [mail.signIn, person.LoginURL],
    [mail.userName, person.userName],
    [mail.password, password],
  ];
  const text = [
    first,
    '',
    ...facts.map(([label, value]) => mail.fact(label, value)),
    '',
    mail.mustChange,
    '',
    footer,
    '',
  ].join('\n');
  // One below the other, so that nothing is cut off on a telephone.
  const list = facts.map(
    ([label, value]) => `<dt>${html(label)}</dt><dd style="margin:0 0 12px"><code>${html(value)}</code></dd>`,
  );
  return {
    to: person.email ?? '',
    replyTo: requestedBy.email || undefined,
    subject: mail.subject(label).replace(/\s+/g, ' '),
    text,
    html: [
      '<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;max-width:40em;overflow-wrap:anywhere">',
      `<p>${html(first)}</p>`,
      `<dl>${list.join('')}</dl>`,
      `<p>${html(mail.mustChange)}</p>`,
      `<p style="color:#555">${html(footer)}</p>`,
      '</body>',
    ].join('\n'),
  };
}

/**
 * A display name is its owner's to choose: one line of it, and none that a mail program could make a link
 * of (`example.com` will do), or that turns the text around it the other way, in a mail that holds a password.
 */
function nameOf({ name, email, slackUserId }: { name: string; email: string; slackUserId: string }): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > 80 || /[\p{L}\d]\.\p{L}{2,}|[:<>@]|\p{Cc}|\p{Bidi_Control}/u.test(line)
    ? email || slackUserId
    : line;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
