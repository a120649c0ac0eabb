import type { MayLive } from './judge.ts';

const SECOND_IN_ROW = 'There are no two dashes in a row any more.';
const BOTH_OR_NONE = 'One is there where the other is.';
const NO_NAME = 'A text has no Name, so that none is called by it.';
const FROM_THE_SECOND_ON = 'What is taken of it begins with its second item, where there is nothing, either.';
const WHOLE_EITHER_WAY = 'Of a text that is short enough nothing is cut either way.';
const NOBODY_BY_THAT = 'A text is no person: nobody is found by it.';
const ONLY_FAST = 'It only makes it fast: what is found is the same.';
const NO_LETTERS = 'An id has no letters, so that none is found by such.';
const AN_ESTIMATE = 'A size is estimated, and there is room for a few characters more.';
const NEVER_THERE = 'What TypeScript wants said of something that is always there.';
const ONE_OR_MORE = 'Of what is found again and again, or is empty and left out, one at a time is as good.';
const SECOND_LOCK = 'A second lock: nothing that passes the first one is known to be read otherwise.';

/** What can be changed in the pure rooms without a test that fails, each with why. */
export const mayLive: MayLive = {
  'src/methods/index.ts': {
    '\'No method has a portal.\' → ""': NEVER_THERE,
    "found?.terminal.kind !== 'portal' → false": NEVER_THERE,
    'found?.terminal → found.terminal': NEVER_THERE,
  },
  'src/methods/iam-user/iam-user.ts': {
    '[] → ["Stryker was here"] (3)': FROM_THE_SECOND_ON,
  },
  'src/methods/identity-center/cli/config-text.ts': {
    '\'\' → "Stryker was here!"': 'Neither is the value of any setting.',
    '[] → ["Stryker was here"] (2)': FROM_THE_SECOND_ON,
    '[] → ["Stryker was here"] (3)': FROM_THE_SECOND_ON,
    'key !== undefined && value !== undefined → key !== undefined || value !== undefined': BOTH_OR_NONE,
    'key !== undefined → true': BOTH_OR_NONE,
    'value !== undefined → true': BOTH_OR_NONE,
    '(sections: Section[]) => JSON.stringify(sections …  Object.entries(settings)])) → () => undefined': SECOND_LOCK,
    '({ kind, name, settings }) => [kind, name, Object.entries(settings)] → () => undefined': SECOND_LOCK,
    '[kind, name, Object.entries(settings)] → []': SECOND_LOCK,
    'told(some) === told(others) → true': SECOND_LOCK,
  },
  'src/methods/identity-center/cli/portal-url.ts': {
    '/#.*$/ → /#.*/': 'They differ before a line break, with which it is no portal.',
  },
  'src/methods/identity-center/cli/profile-name.ts': {
    '/\\p{M}+/gu → /\\p{M}/gu': ONE_OR_MORE,
    '/^-+|-+$/g → /^-|-+$/g': SECOND_IN_ROW,
    '/^-+|-+$/g → /^-+|-$/g': SECOND_IN_ROW,
  },
  'src/methods/identity-center/cli/set-up.ts': {
    '\'\' → "Stryker was here!"': 'Neither is the address of a portal.',
    '[sessionSection, ...sections] → []': SECOND_LOCK,
  },
  'src/methods/identity-center/identity-center.ts': {
    "typeof one !== 'string' → true": NO_NAME,
    '\'string\' → ""': NO_NAME,
  },
  'src/methods/identity-center/section.ts': {
    'readPortalUrl(url)?.startUrl → readPortalUrl(url).startUrl': 'What is no portal was refused before.',
    '\'custom\' → ""': 'Of a mistake the place and the words are read.',
  },
  'src/methods/identity-center/to-allow.ts': {
    '[] → ["Stryker was here"]': 'Accounts are listed only where each profile names its own.',
    "['*'] → []": AN_ESTIMATE,
    '\'*\' → ""': AN_ESTIMATE,
  },
  'src/onboarding/account-list.ts': {
    'offered?.fill → offered.fill': NEVER_THERE,
    'accounts[middle]?.name → accounts[middle].name': NEVER_THERE,
    '\'\' → "Stryker was here!"': NEVER_THERE,
  },
  'src/onboarding/characters.ts': {
    "{ granularity: 'grapheme' } → {}": 'It is what a segmenter does anyway.',
    'text.length <= max → false': WHOLE_EITHER_WAY,
    'text.length <= max → text.length < max': WHOLE_EITHER_WAY,
    '/[[\\p{Default_Ignorable_Code_Point}\\p{Cf}]--\\p{Variation_Selector}]+/gv → /[[\\p{Default_Ignorable_Code_Point}\\p{Cf}]--\\p{Variation_Selector}]/gv':
      ONE_OR_MORE,
  },
  'src/onboarding/chosen-accounts.ts': {
    '[] → ["Stryker was here"] (5)': 'Without a profile nothing is said of where it is offered.',
  },
  'src/onboarding/cli.ts': {
    'startUrl === undefined → false': 'Whoever has no address has no Region, either.',
  },
  'src/onboarding/effects.ts': {
    '[] → ["Stryker was here"]': NOBODY_BY_THAT,
    '[] → ["Stryker was here"] (3)': 'Where nothing was found there are no effects to place.',
    '[] → ["Stryker was here"] (6)': 'A text is no effect: it is in no list.',
  },
  'src/onboarding/email.ts': {
    '\'\' → "Stryker was here!"': NEVER_THERE,
    '[] → ["Stryker was here"]': FROM_THE_SECOND_ON,
    '/\\p{Variation_Selector}+/gu → /\\p{Variation_Selector}/gu': ONE_OR_MORE,
  },
  'src/onboarding/names.ts': {
    '\'\' → "Stryker was here!"': NEVER_THERE,
    '/[._+-]+/ → /[._+-]/': ONE_OR_MORE,
  },
  'src/onboarding/others.ts': {
    'line .toLowerCase() → line.toUpperCase()': 'Addresses are only counted: either case will do.',
    '/[\\s<>()",;]+/ → /[\\s<>()",;]/': ONE_OR_MORE,
    '\'\' → "Stryker was here!" (2)': NEVER_THERE,
    '\'\' → "Stryker was here!"': NEVER_THERE,
    '\'\' → "Stryker was here!" (4)': NEVER_THERE,
    '/[,;]?\\s+|(?<=@\\S*)[,;]$/ → /[,;]?\\s|(?<=@\\S*)[,;]$/': ONE_OR_MORE,
  },
  'src/onboarding/outcome.ts': {
    '\'\' → "Stryker was here!" (5)': 'Neither is the name of a trouble.',
  },
  'src/onboarding/search.ts': {
    'i < accounts.length → i <= accounts.length': 'Behind the last there is none, which is passed over.',
    'account === undefined → false': NEVER_THERE,
    'alike && alike.length < limit → true': ONLY_FAST,
    'alike && alike.length < limit → alike || alike.length < limit': ONLY_FAST,
    'alike.length < limit → true': ONLY_FAST,
    'alike.length < limit → alike.length <= limit': ONLY_FAST,
    'ids.slice(0, 1) → ids': 'Where several ids are pasted, the accounts that have them are meant either way.',
    '(one, other) => other.length - one.length → () => undefined': ONLY_FAST,
    'other.length - one.length → other.length + one.length': ONLY_FAST,
    '\'\' → "Stryker was here!" (2)': 'Where nothing is typed all accounts are alike.',
    '/[\\s,;]+/ → /[\\s,;]/': ONE_OR_MORE,
    '/^\\d{4}-[\\d-]*$/ → /\\d{4}-[\\d-]*$/': NO_LETTERS,
    '/^\\d{4}-[\\d-]*$/ → /^\\d{4}-[\\d-]*/': NO_LETTERS,
    'asId === undefined → false': 'What is no id is in no account, either.',
    'ids.has(id) || id === first → ids.has(id) && id === first': 'A whole id is always among the ids.',
    'id === first → false': 'A whole id is always among the ids.',
    'at > 0 → at >= 0': 'What stands at the beginning was ranked before.',
    'at < name.length → at <= name.length': 'Behind the name a line ends, and no word begins with that.',
  },
  'src/onboarding/user-name.ts': {
    '\'\' → "Stryker was here!" (2)': 'Where there is no company, there is nothing before it, either.',
    '/^(?<before>.*)@(?<company>[^.]*)/ → /(?<before>.*)@(?<company>[^.]*)/': 'It begins at the beginning anyway.',
  },
};
