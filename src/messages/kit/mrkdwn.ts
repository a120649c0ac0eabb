import { beginning, visible } from '../../onboarding/characters.ts';

/** Small pieces of Slack's mrkdwn. What a person typed reaches it through `code` or `escaped`, or stays outside of it, in `quote`. */

/** The three characters that mrkdwn treats as control characters. Source: docs.slack.dev, Formatting message text. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts escaped text to Block Kit's limit, never within an entity. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${beginning(text, max - 1).replace(/&[a-z]{0,3}$/, '')}…`;
}

/** Text shown as it is: within back-ticks neither `*_~` nor `:emoji:` mean anything, and nothing in it turns what follows around. */
export function code(text: string, max = 200): string {
  const oneLine = visible(text).replaceAll('`', 'ˋ').replace(/\s+/g, ' ').trim();
  return `\`${cut(escaped(oneLine), max) || ' '}\``;
}

export function mention(id: string): string {
  return id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`;
}

/** A link that shows its whole address. */
export function address(url: string): string {
  return `<${url}>`;
}

/** A link that says where it goes in words: only beside an address that stands there whole. */
export function link(url: string, text: string): string {
  return `<${escaped(url)}|${escaped(text.replaceAll('|', '¦').replace(/\s+/g, ' '))}>`;
}

/** A moment in the reader's own time zone. Source: docs.slack.dev, Date formatting. */
export function moment(iso: string): string {
  const fallback = `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(Date.parse(iso) / 1000)}^{date_short_pretty} {time}|${fallback}>`;
}

/** An account is always named beside its id: twelve digits alone tell nobody where they are. */
export function accountLabel({ id, name }: { id: string; name: string }): string {
  return `${code(name)} (${id})`;
}

/** The accounts of a request where a sentence has room for one: of several, how many. */
export function accountsLabel(accounts: { id: string; name: string }[], several: (count: number) => string): string {
  const [only] = accounts;
  return only && accounts.length === 1 ? accountLabel(only) : several(accounts.length);
}

/** A person in a list: a mention where there is one, else their address. */
export function who(slackUserIdOrEmail: string): string {
  return slackUserIdOrEmail.includes('@') ? code(slackUserIdOrEmail) : mention(slackUserIdOrEmail);
}
