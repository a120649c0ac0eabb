import type { DeliverInput } from '../contract/tasks.ts';
import type { SignIn } from './welcome.ts';
import type { Words } from './words.ts';

export type Mail = { to: string; replyTo: string | undefined; subject: string; text: string; html: string };

/** Where to sign in, and the password for it. */
export type MailedSignIn = SignIn & { password: string };

/** To the new user who is not in Slack. The one place where a password is written down, because the channel forces it. */
export function welcomeMail(
  { person, requestedBy, decision }: DeliverInput,
  signIns: MailedSignIn[],
  { mail }: Words,
): Mail {
  const labels = signIns.map(({ account }) => `${account.name} (${account.id})`);
  const requester = nameOf(requestedBy);
  const first = mail.first(requester, nameOf(decision.by), labels);
  const footer = requestedBy.email
    ? mail.footer(`${requester} <${requestedBy.email}>`, true)
    : mail.footer(requester, false);
  const facts = signIns.map(({ loginUrl, password }, i): [string, string][] => [
    ...(signIns.length > 1 ? [[mail.account, labels[i] ?? ''] as [string, string]] : []),
    [mail.signIn, loginUrl],
    [mail.userName, person.userName],
    [mail.password, password],
  ]);
  const text = [
    first,
    '',
    ...facts.flatMap((each) => [...each.map(([label, value]) => mail.fact(label, value)), '']),
    ...mail.steps.map((step, i) => `${i + 1}. ${step}`),
    '',
    mail.newest,
    '',
    footer,
    '',
  ].join('\n');
  return {
    to: person.email,
    replyTo: requestedBy.email || undefined,
    subject: mail.subject(labels).replace(/\s+/g, ' '),
    text,
    html: [
      '<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;max-width:40em;overflow-wrap:anywhere">',
      `<p>${html(first)}</p>`,
      ...facts.map(listOf),
      `<ol>${mail.steps.map((step) => `<li>${html(step)}</li>`).join('')}</ol>`,
      `<p>${html(mail.newest)}</p>`,
      `<p style="color:#555">${html(footer)}</p>`,
      '</body>',
    ].join('\n'),
  };
}

/** One below the other, so that nothing is cut off on a telephone. */
function listOf(facts: [string, string][]): string {
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
  return line === '' || line.length > 80 || /[\p{L}\d]\.\p{L}{2,}|[:<>@]|\p{Cc}|\p{Bidi_Control}/u.test(line)
    ? email || slackUserId
    : line;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
