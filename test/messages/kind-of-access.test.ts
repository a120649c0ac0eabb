import { expect, test } from 'vitest';
import { openRequestPost, progressPost } from '../../src/messages/approvers/request-post.ts';
import { welcomeMessage } from '../../src/messages/newcomer/welcome.ts';
import { accessMessage, helpMessage } from '../../src/messages/requester/help.ts';
import { requestForm } from '../../src/messages/requester/request-form.ts';
import { en, type Words } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import { deliverInput } from '../onboarding/at-portal.ts';
import { approved, developer, requestOf } from '../onboarding/examples.ts';

const name = { en: 'Developer', ja: '開発者' };
const description = { en: 'Read-only console', ja: 'コンソールの閲覧のみ' };
const profile = { ...developer, name, description };
const request = { ...requestOf(), profile: { ...requestOf().profile, name, description } };
const given = { given: [{ request, accounts: request.accounts, decidedBy: undefined }], open: [] };

const both: [where: string, shown: (words: Words) => object, isDescribed: boolean][] = [
  ['the form', (words) => requestForm([profile], words), true],
  ['the help', (words) => helpMessage([profile], words), true],
  ['the card', (words) => openRequestPost(request, [], words), true],
  [
    'the card that is under way',
    (words) => progressPost({ ...request, decision: approved }, { done: 1, all: 2 }, words),
    true,
  ],
  [
    'the message to the new user',
    (words) => welcomeMessage({ ...deliverInput([]), profile: request.profile }, words),
    true,
  ],
  ['what one was given lately', (words) => accessMessage(given, 9, words), false],
];
test.each(both)('%s says which kind of access it is, in the language of who reads it', (_where, shown, isDescribed) => {
  for (const [words, theirs, others] of [
    [en, 'en', 'ja'],
    [ja, 'ja', 'en'],
  ] as const) {
    const text = JSON.stringify(shown(words));
    expect(text).toContain(name[theirs]);
    expect(text).not.toContain(name[others]);
    expect(text.includes(description[theirs])).toBe(isDescribed);
    expect(text).not.toContain(description[others]);
  }
});
