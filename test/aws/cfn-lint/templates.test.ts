import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needs } from '../needs.ts';
import { lint } from './lint.ts';

/** Every template that is shipped. */
const templates = ['manifests/aws', 'manifests/ecs']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.yaml') && readFileSync(file, 'utf8').includes('AWSTemplateFormatVersion'));

/** A Region of each partition besides the home of most. */
const regions = ['eu-west-1', 'ap-northeast-1', 'us-gov-west-1', 'cn-north-1'];

const isThere = needs('cfn-lint');
const found = isThere ? lint(templates, '--regions', ...regions) : new Map<string, string[]>();

/** The checks that a template asks to be spared, with what is written behind each. */
const ignored = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^ *- ([EWI]\d{4})(.*)$/gm)].map(([, id = '', reason = '']) => ({
    id,
    reason,
  }));

test('the templates of every kind of account are among those that are checked', () => {
  const names = ['boarding-pass', 'identity-center', 'member-account'];
  expect(templates).toEqual(expect.arrayContaining(names.map((name) => `manifests/aws/${name}.yaml`)));
});

describe.each(templates)('%s', (file) => {
  test('has no error and no warning in any partition', () => {
    expect(found.get(file)).toEqual([]);
  });

  test('gives a reason for every check that it asks to be spared', () => {
    for (const { id, reason } of ignored(file)) expect(`${id}${reason}`).toMatch(/ # \w.{20,}/);
  });

  test('asks to be spared only checks that would find something', () => {
    const ids = ignored(file).map(({ id }) => id);
    if (ids.length === 0) return expect(readFileSync(file, 'utf8')).not.toContain('ignore_checks');
    const spared = lint([file], '--mandatory-checks', ...ids).get(file) ?? [];
    for (const id of ids) expect(spared.join('\n')).toContain(id);
  });
});
