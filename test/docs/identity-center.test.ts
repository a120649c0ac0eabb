import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { machines } from '../../manifests/aws/machines/index.ts';
import { TROUBLES, type TroubleName } from '../../src/contract/errors.ts';
import { en } from '../../src/messages/words/en.ts';
import { settings as grants } from '../../src/methods/identity-center/grants.ts';
import { section } from '../../src/methods/identity-center/section.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { center } from '../manifests/stacks.ts';

const readPage = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const page = readPage('docs/identity-center.md');
const readme = readPage('README.md');

/** Every text that stands under one of these keys, however deep. */
function textsUnder(keys: string[], value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsUnder(keys, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) ? [inner].flat().filter((each) => typeof each === 'string') : []),
    ...textsUnder(keys, inner),
  ]);
}

const isTrouble = (name: string): name is TroubleName => (TROUBLES as readonly string[]).includes(name);
const saidBy = (...names: string[]): Set<TroubleName> =>
  new Set(names.flatMap((name) => textsUnder(['Error', 'Why', 'Problem', 'Fault'], machines[name])).filter(isTrouble));

/** What the machines of this method can say, and what any machine says. */
const troubles = [...saidBy('inspect-identity-center', 'provision-identity-center')].toSorted();

const [, troubleshooting = ''] = page.split('\n## When something is wrong\n');
/** What the first column quotes; the rest of a row explains it. */
const quoted = [...troubleshooting.matchAll(/^\| ((?:“[^”]+” ?)+)/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/“([^”]+)”/g)].map(([, text = '']) => text),
);

test.each(troubles)('what is said of %s has a row, with its cause and remedy', (name) => {
  const sentence = en.trouble[name].replaceAll('`', '');
  expect(quoted.filter((text) => sentence.startsWith(text))).toHaveLength(1);
});

test('no row quotes what nobody says any more', () => {
  const sentences = Object.values(en.trouble);
  const firstSignIn = troubleshooting.indexOf('### At the first sign-in');
  const ofPeople = [...troubleshooting.slice(firstSignIn).matchAll(/“([^”]+)”/g)].map(([, text]) => text);
  const stale = quoted.filter((text) => !sentences.some((sentence) => sentence.startsWith(text)));
  expect(stale.filter((text) => !ofPeople.includes(text))).toEqual([]);
});

test('the page has every parameter of the stack', () => {
  expect(Object.keys(center.parameters).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('the README has every field of the section, and what a profile of it may give', () => {
  const [, text = ''] = readme.split('\n### Who may do what\n');
  const [policy = ''] = text.split('\n## ');
  const fields = [...Object.keys(section.shape), ...Object.keys(grants)];
  expect(fields.filter((name) => !new RegExp(`^ *(- )?${name}:`, 'm').test(policy))).toEqual([]);
});

test('the policy of the page is one, and so is what the README adds to its own for Identity Center', () => {
  const blocks = (text: string) => [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
  const [ofPage = '', ...more] = blocks(page);
  expect(more).toEqual([]);
  expect(readPolicy(ofPage).profiles.map(({ method }) => method)).toEqual(['identity-center', 'identity-center']);
  const [own = '', added = '', ...others] = blocks(readme);
  expect(others).toEqual([]);
  const [sections = '', profiles = ''] = added.split(/^profiles:\n/m);
  const methods = readPolicy(`${sections}${own}${profiles}`).profiles.map(({ method }) => method);
  expect(methods).toEqual(['iam-user', 'identity-center']);
});
