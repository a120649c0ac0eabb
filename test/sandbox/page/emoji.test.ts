import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emoji } from '../../../sandbox/page/client/slack/text/emoji.ts';

const words = new URL('../../../src/messages/words/', import.meta.url);

const languages = readdirSync(words).filter((name) => /^[a-z]{2}\.ts$/.test(name));

test.each(languages)('the page can draw every emoji that %s names', (file) => {
  const source = readFileSync(new URL(file, words), 'utf8');
  const names = [...source.matchAll(/:([a-z0-9_+-]+):/g)].map(([, name = '']) => name);
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !emoji.has(name))).toEqual([]);
});
