import { type Words, wordsFor } from '../../src/messages/words/words-for.ts';

export const PAYMENTS = { id: '111122223333', name: 'payments-dev' };
/** Omar has a user here already. */
export const SEARCH = { id: '222233334444', name: 'search-dev' };
export const TOKYO = { id: '444455556666', name: 'sandbox-tokyo' };
/** The name of Yuki's users. */
export const YUKI = 'yuki@kumoworks.example';
export const OMAR = 'omar@kumoworks.example';

/** Whatever language the world was started in. */
export const inAnyLanguage = (choose: (words: Words) => string): string[] => ['en', 'ja'].map(wordsFor).map(choose);
