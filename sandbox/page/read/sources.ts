import type { AwsLook } from '../../aws/aws.ts';
import type { Language, Organization } from '../../organization/organization.ts';
import type { SlackLook } from '../../slack/slack.ts';

/** Who looks, in which tab, and what they search for among the accounts. */
export type Viewer = { as: string; client: string | undefined; find: string };

/** Where the slices come from; a half that is real is not here. */
export type Sources = {
  organization: Organization;
  language: Language | undefined;
  policyFile: string;
  /** Milliseconds by which the world's clock was moved on. */
  ahead(): number;
  slack: SlackLook | undefined;
  aws: AwsLook | undefined;
};
