/** A person as Slack knows them, reduced to what the rules ask. */
export type SlackPerson = {
  id: string;
  name: string;
  /** Lower case; empty where Slack shows none, or one that they have not confirmed. */
  email: string;
  /** As Slack has it, where that is another. */
  emailAsWritten?: string;
  locale: string;
  kind: 'member' | 'guest' | 'bot' | 'deactivated' | 'stranger';
};
