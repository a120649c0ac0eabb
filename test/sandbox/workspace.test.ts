import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, test } from 'vitest';

type Package = Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;

const repository = new URL('../../', import.meta.url).pathname;
const textOf = (path: string) => readFileSync(`${repository}${path}`, 'utf8');
const packageAt = (path: string): Package => JSON.parse(textOf(path));
const bot = packageAt('package.json');
const sandbox = packageAt('sandbox/package.json');
const ofBot = Object.keys(bot.dependencies ?? {});
const ofSandbox = Object.keys(sandbox.dependencies ?? {});

/** The packages that the files of a folder name, in an import or where a folder of theirs is asked for. */
function namedIn(folder: string): string[] {
  const files = globSync(`${folder}/**/*.ts`, { cwd: repository, exclude: (path) => path.includes('node_modules') });
  const names = files.flatMap((file) =>
    [...textOf(file).matchAll(/(?:from|import|packageFolder\() ?'(@?[a-z][\w/.:-]*)'/g)].map(([, name = '']) => name),
  );
  const packages = names.filter((name) => !isBuiltin(name)).map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return [...new Set(packages)].toSorted();
}

describe('each package depends on what it names, and on nothing else', () => {
  test('the sandbox', () => {
    expect(namedIn('sandbox')).toEqual(ofSandbox.toSorted());
  });

  test('the bot', () => {
    expect(namedIn('src').filter((name) => !ofBot.includes(name))).toEqual([]);
  });
});

test('what the sandbox alone needs is nowhere in the package of the bot', () => {
  const names = [...ofBot, ...Object.keys(bot.devDependencies ?? {})];
  // A dependency of both is one package, in one version; the AWS clients are tried by tests, too.
  const shared = ofSandbox.filter((name) => names.includes(name));
  expect(shared).toEqual(['@aws-sdk/client-s3', '@aws-sdk/client-sts', '@slack/types', 'yaml', 'zod']);
  for (const name of shared) {
    expect(sandbox.dependencies?.[name]).toBe(bot.dependencies?.[name] ?? bot.devDependencies?.[name]);
  }
});
