import type { SlackPerson } from './slack-person.ts';

/**
 * Why somebody may ask for nothing, whatever the policy says; `undefined` where it is the policy that decides. Of whom no confirmed address is
 * known it could not be told later whether they approve for themselves.
 */
export function refusalToAsk({
  kind,
  email,
}: Pick<SlackPerson, 'kind' | 'email'>): Exclude<SlackPerson['kind'], 'member'> | 'no-email' | undefined {
  if (kind !== 'member') return kind;
  return email === '' ? 'no-email' : undefined;
}
