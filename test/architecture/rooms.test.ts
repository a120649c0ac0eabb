import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, roomOf } from './imports.ts';
import { MADE } from './made.ts';
import { CONTRACTS, ROOMS } from './rooms.ts';

const ofSrc = importsOf('src/**/*.ts');
const inside = ofSrc.filter(({ isPackage }) => !isPackage);
const packages = ofSrc.filter(({ isPackage }) => isPackage);

const fits = (entry: string, { to, isType }: Import): boolean => {
  const [name = '', only] = entry.split(' ');
  const isIt = name.endsWith('*') ? to.startsWith(name.slice(0, -1)) : to === name;
  return isIt && (isType || only === undefined);
};

/** Whom the table does not let in, with the rule. */
const refusal = (each: Import): string | undefined => {
  const [room, other] = [roomOf(each.from), roomOf(each.to)];
  const { imports = [], types = [], packages = [] } = ROOMS[room] ?? {};
  if (each.isPackage) {
    if (packages.some((entry) => fits(entry, each))) return undefined;
    return `${each.from} imports ${each.to}: ${room} may import ${packages.join(', ')}`;
  }
  if (each.to.startsWith('src/') && room === other) return undefined;
  if (each.to.startsWith('src/') && (imports.includes(other) || (each.isType && types.includes(other))))
    return undefined;
  const onlyTypes = types.length > 0 ? `, and types of ${types.join(', ')}` : '';
  return `${each.from} imports ${each.to}: ${room} may import ${imports.join(', ') || 'nothing'}${onlyTypes}`;
};

test('every room of src is in the table, and every room of the table in src', () => {
  expect(new Set(ofSrc.map(({ from }) => roomOf(from)))).toEqual(new Set(Object.keys(ROOMS)));
});

test('a room imports only what the table lets it', () => {
  expect(ofSrc.map(refusal).filter((said) => said !== undefined)).toEqual([]);
});

test('one that imports what it may not is named, with both files and the rule', () => {
  const upward = { from: 'src/onboarding/a.ts', to: 'src/slack/b.ts', isPackage: false, isType: true };
  expect(refusal(upward)).toBe('src/onboarding/a.ts imports src/slack/b.ts: onboarding may import contract');
  const world = { from: 'src/slack/a.ts', to: 'sandbox/world.ts', isPackage: false, isType: true };
  expect(refusal(world)).toContain('src/slack/a.ts imports sandbox/world.ts');
  expect(refusal({ from: 'src/onboarding/a.ts', to: 'node:fs', isPackage: true, isType: false })).toContain('node:fs');
  expect(refusal({ from: 'src/listeners/a.ts', to: 'pino', isPackage: true, isType: false })).toContain('pino');
});

test('each room imports from below itself: no circle, and no arrow upward', () => {
  const order = Object.keys(ROOMS);
  const upward = Object.entries(ROOMS).flatMap(([room, { imports, types = [] }]) =>
    [...imports, ...types].filter((other) => order.indexOf(other) <= order.indexOf(room)).map((other) => [room, other]),
  );
  expect(upward).toEqual([]);
});

describe.each(Object.entries(ROOMS))('%s', (room, { imports, types = [], packages: named }) => {
  const own = ofSrc.filter(({ from }) => roomOf(from) === room);

  test('needs all that the table lets it import', () => {
    const values = new Set(own.filter(({ isType }) => !isType).map(({ to }) => roomOf(to)));
    expect(imports.filter((other) => !values.has(other))).toEqual([]);
    const all = new Set(own.map(({ to }) => roomOf(to)));
    expect(types.filter((other) => !all.has(other) || values.has(other))).toEqual([]);
    expect(named.filter((entry) => !own.some((each) => each.isPackage && fits(entry, each)))).toEqual([]);
  });
});

test('a method’s folder is known to the registry alone', () => {
  const method = (path: string) => /^src\/methods\/([^/]+)\//.exec(path)?.[1];
  const strangers = inside.filter(
    ({ from, to }) => method(to) !== undefined && method(from) !== method(to) && from !== 'src/methods/index.ts',
  );
  expect(strangers).toEqual([]);
});

test.each([
  ['the sandbox', ['src/**/*.ts', 'manifests/**/*.ts'], /^(sandbox|test)\//],
  ['anything of src but the contract', ['manifests/aws/**/*.ts'], /^src\/(?!contract\/)/],
])('nothing deployed imports %s', (_what, patterns, forbidden) => {
  expect(importsOf(...patterns).filter(({ to }) => forbidden.test(to))).toEqual([]);
});

test('the imports are read as they are written', () => {
  expect(packages.filter(({ from }) => from === 'src/watch/log.ts')).toEqual([
    { from: 'src/watch/log.ts', to: 'pino', isPackage: true, isType: false },
  ]);
  expect(inside.find(({ from }) => from === 'src/worker/tasks/acknowledge.ts')).toMatchObject({
    to: 'src/messages/requester/request-news.ts',
    isType: false,
  });
  expect(inside.find(({ to }) => to === 'src/worker/effects/post-once.ts')).toMatchObject({ isType: true });
});

test('every contract is in the table', () => {
  expect(globSync('*.ts', { cwd: 'src/contract' }).toSorted()).toEqual(Object.keys(CONTRACTS).toSorted());
});

test.each(Object.entries(MADE))('%s is true', (path, made) => {
  const [there, now] = [readFileSync(path, 'utf8').split('\n'), made().split('\n')];
  const stale = there.findIndex((line, i) => line !== now[i]);
  const line = stale === -1 ? there.length : stale;
  if (there.join('\n') !== now.join('\n'))
    expect.fail(`${path}:${line + 1} is no longer true: “${there[line]}” is now “${now[line]}”. npm run architecture`);
  expect(there.length).toBeGreaterThan(1);
});
