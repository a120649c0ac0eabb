import type { Person } from '../../../sandbox/organization/organization.ts';
import type { PlannedRequest } from '../plan/requests.ts';
import type { Instead } from './made-instead.ts';
import type { SignedIn } from './sign-in.ts';

/** Somebody who is to be onboarded; without an id in Slack they are told by mail. */
export type Newcomer = {
  slackUserId: string | undefined;
  email: string;
  /** Signs in as soon as there is a password; the others do when all is over, when a second mail may have come. */
  isEager: boolean;
  /** Asks for another password on two devices at the same moment. */
  hasTwoDevices: boolean;
  /** By account, whether they could sign in and have a password of their own now. */
  signIns: Map<string, SignedIn>;
  /** The passwords that they had on a screen in vain. */
  dead: DeadPassword[];
};

/** On how many devices it was asked for, and what IAM took instead. */
export type DeadPassword = { place: string; devices: number; instead: Instead };

/** Somebody pressed one of the buttons that end the time to decide. */
export type Click = { by: string; what: 'approved' | 'denied' | 'withdrawn' };

/** What people did about one request. What became of it is for the judge to find out. */
export type Story = {
  plan: PlannedRequest;
  requester: Person;
  people: Newcomer[];
  /** Once the form was taken. */
  id: string | undefined;
  clicks: Click[];
};
