import type { AbsenceName } from '../contract/errors.ts';
import type { Profile } from './profile.ts';
import type { SlackPerson } from './slack-person.ts';

/**
 * What has become of somebody since they were looked up, where nothing may be given to them any more.
 * @param found who they are in Slack now
 * @param wasInSlack whether they were found there before; anybody else is known by their address alone
 */
export function absenceOf(
  found: SlackPerson | undefined,
  { wasInSlack, guests }: { wasInSlack: boolean } & Pick<Profile, 'guests'>,
): AbsenceName | undefined {
  if (!found) return wasInSlack ? 'PersonGone' : undefined;
  if (found.kind === 'member') return undefined;
  if (found.kind !== 'guest') return 'PersonGone';
  return guests === 'refuse' ? 'GuestNow' : undefined;
}
