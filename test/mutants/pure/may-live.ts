import type { MayLive } from './judge.ts';

const SECOND_IN_ROW = 'There are no two dashes in a row any more.';
const BOTH_OR_NONE = 'One is there where the other is.';
const NO_NAME = 'A text has no Name, so that none is called by it.';
const FROM_THE_SECOND_ON = 'What is taken of it begins with its second item, where there is nothing, either.';
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
  },
};
