import type { Logger } from 'pino';
import type { Accounts } from '../aws/accounts.ts';
import type { Permissions } from '../policy/permissions.ts';
import type { Policy } from '../policy/read.ts';
import type { SlackClients } from '../slack/clients.ts';
import type { Directory } from '../slack/directory.ts';
import type { Journal } from '../watch/journal.ts';
import type { Workflow } from '../workflow/client.ts';
import type { FindAccess } from '../workflow/find-access.ts';
import type { IssuePassword } from '../workflow/issue-password.ts';

/** What listeners are given; each names the two or three that it uses. */
export type Services = {
  answering: SlackClients['answering'];
  directory: Directory;
  permissions: Permissions;
  policy: Policy;
  accounts: Accounts;
  workflow: Workflow;
  issuePassword: IssuePassword;
  findAccess: FindAccess;
  journal: Journal;
  log: Logger;
  /** What people type to ask for access. */
  command: string;
};
