/** One of the three parts of the page; a narrow screen shows one at a time. */
export type Pane = 'people' | 'slack' | 'aws';

/** Where somebody is on the page: as whom, in which conversation, and on a narrow screen in which pane. */
export type Place = { person?: string; conversation?: string; pane: Pane };

/** Stands among the conversations for the e-mails. */
export const mailbox = 'mail';

const panes: readonly string[] = ['people', 'slack', 'aws'];
const isPane = (text: string | undefined): text is Pane => text !== undefined && panes.includes(text);

/** Reads an address like `#U0AIKO/C0GENERAL/aws`. */
export function readPlace(hash: string): Place {
  const [person, conversation, pane] = hash.replace(/^#/, '').split('/');
  return { ...(person && { person }), ...(conversation && { conversation }), pane: isPane(pane) ? pane : 'slack' };
}

export function writePlace({ person = '', conversation = '', pane }: Place): string {
  const parts = pane === 'slack' ? [person, conversation] : [person, conversation, pane];
  return `#${parts.join('/').replace(/\/+$/, '')}`;
}
