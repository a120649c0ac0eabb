import type { Gift } from '../../onboarding/profile.ts';
import { code } from '../kit/mrkdwn.ts';
import type { Words } from '../words/words-for.ts';

/** What the profile gives, as far as the approver has to know it: of a permission set, what may be done with it. */
export function giftLine(gift: Gift, { request }: Words): string[] {
  const { grants } = request;
  const list = (names: string[]) => request.joined(names.map((name) => code(name)));
  switch (gift.kind) {
    case 'groups':
    case 'policies':
      return gift.names.length === 0 ? [] : [grants[gift.kind](list(gift.names))];
    case 'opens': {
      const more = gift.accountIds.length - MAX_OPENS;
      return [grants.opens(code(gift.name), list(gift.accountIds.slice(0, MAX_OPENS)), gift.isMore ? 'many' : more)];
    }
    case 'permission-set': {
      const { managed, customerManaged, hasInline, hasBoundary, administers, session } = gift.details;
      const parts = [
        ...(managed.length > 0 ? [list(managed)] : []),
        ...(customerManaged.length > 0 ? [grants.customerManaged(list(customerManaged))] : []),
        ...(hasInline ? [grants.inline] : []),
        ...(hasBoundary ? [grants.boundary] : []),
        ...(session === '' ? [] : [grants.session(hoursOf(session))]),
      ];
      return [
        grants.permissionSet(code(gift.name), request.joined(parts)),
        ...(administers ? [grants.administers] : []),
      ];
    }
  }
}

/** A group may open hundreds of accounts: so many are told by id. */
const MAX_OPENS = 10;

/** `PT8H` or `PT90M` as hours. AWS sets a session to between one and twelve hours. */
function hoursOf(duration: string): number {
  const { hours = '0', minutes = '0' } = /^PT(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?/.exec(duration)?.groups ?? {};
  return Number(hours) + Math.round(Number(minutes) / 6) / 10;
}
