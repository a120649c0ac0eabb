import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs } from '../../../sandbox/acting/actor.ts';
import { startWorld, type World } from '../../../sandbox/world.ts';
import { all, listen } from './listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-page-'));
let world: World;
beforeAll(async () => {
  world = await startWorld({ logFile: join(folder, 'bot.log') });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string) => fetch(`${world.url}${path}`);
const open = (query = '') => listen(world.url, query);

/** Asks for a path as it stands, which fetch would tidy up. */
const statusOf = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(world.url);
    request({ host: '127.0.0.1', port, path }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });

test('the document runs nothing but its own code', async () => {
  const answer = await get('/');
  const text = await answer.text();
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(answer.headers.get('content-type')).toMatch('text/html');
  expect(text).toMatch(/<html lang="en">[\s\S]*viewport[\s\S]*<title>[\s\S]*src="\/page\/main.ts"/);
  expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-[^']+'; style-src 'self'/);
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|https?:|\*/);
});

test('every module that the page imports is there, without types, and everything it needs besides', async () => {
  const text = await (await get('/')).text();
  const imports: Record<string, string> = JSON.parse(/importmap">(.+?)</.exec(text)?.[1] ?? '').imports;
  const open = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
  const seen = new Set<string>();
  for (let path = open.pop(); path; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await get(path);
    const code = await answer.text();
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('cache-control')).toBe(path.includes('/fonts/') ? 'public, max-age=604800' : 'no-cache');
    if (!/\.(ts|js)$/.test(path)) continue;
    expect(answer.headers.get('content-type')).toMatch('text/javascript');
    expect(code).not.toMatch(/^(?:export )?(?:import )?type /m);
    for (const [, name = ''] of code.matchAll(/(?:import|from)\s*["']([^"']+)["']/g))
      open.push(imports[name] ?? new URL(name, `${world.url}${path}`).pathname);
  }
  expect([...seen]).toContain('/page/lib/preact.js');
  expect([...seen].filter((path) => /\/preact\./.test(path))).toHaveLength(1);
});

test.each([
  '/page/../routes.ts',
  '/page/%2e%2e/routes.ts',
  '/page/..%2froutes.ts',
  '/page/shell/..%2f..%2froutes.ts',
  '/page/tsconfig.json',
  '/page/nothing.ts',
  '/page/lib/../../package.json',
  '/page/lib/package.json',
  '/page/fonts/noto-sans-jp/package.json',
  '/page/fonts/noto-sans-jp/files/..%2fpackage.json',
  '/page/fonts/constructor/index.css',
])('%s is not served', async (path) => {
  expect(await statusOf(path)).toBe(404);
});

test.each([
  ['noto-sans-jp', 'font/woff2'],
  ['noto-color-emoji', 'font/woff'],
])('of %s every font is there that its style sheet names', async (family, contentType) => {
  const sheet = await (await get(`/page/fonts/${family}/index.css`)).text();
  const named = [...sheet.matchAll(/url\(\.\/([^)]+)\)/g)].map(([, file]) => file);
  const fonts = await Promise.all(named.map((file) => get(`/page/fonts/${family}/${file}`)));
  expect(new Set(fonts.map(({ headers }) => headers.get('content-type')))).toEqual(new Set([contentType]));
  expect(sheet).not.toMatch(/src: ;/);
});

test('a page has everything when it connects, seen as whoever it asks for', async () => {
  const page = open('?as=U0KEN');
  const mails = await page.slice('mails');
  expect(page.came).toEqual(all);
  expect(mails).toEqual([]);
  expect(page.slices).toMatchObject({
    world: { team: 'Kumoworks', slack: true, aws: true, commands: [{ command: '/onboard', usageHint: '[help]' }] },
    me: { user: { id: 'U0KEN' }, channels: [{ name: 'general' }, { name: 'aws-approvals' }] },
    accounts: { total: 12, matching: 12 },
  });
  expect(page.slices.people?.find(({ id }) => id === 'U0KEN')).toMatchObject({ kind: 'member', isApprover: true });
  expect(page.slices.people?.find(({ id }) => id === 'U0GUEST')).toMatchObject({ kind: 'guest', isApprover: false });
});

test('without a person it is the first one who can act; a person that is not there is refused', async () => {
  const page = open();
  expect((await page.slice('me')).user.id).toBe('U0AIKO');
  expect(await open('?as=U0NOBODY').ended).toEqual({ code: 4404, reason: 'unknown_person' });
});

test('no other web page may listen', async () => {
  const { ended, came } = listen(world.url, '', 'http://elsewhere.example');
  expect((await ended).reason).toMatch('403');
  expect(came).toEqual([]);
  const own = listen(world.url, '', world.url);
  expect((await own.slice('world')).team).toBe('Kumoworks');
});

test('what happens in Slack comes by itself, and only what changed', async () => {
  const [aiko, ken] = [open('?as=U0AIKO'), open('?as=U0KEN')];
  await Promise.all([aiko.slice('mails'), ken.slice('mails')]);
  await actAs(world.url, 'U0AIKO').command('help');
  await aiko.slice('me', ({ channels }) => channels.some(({ messages }) => messages.length > 0));
  await ken.slice('activity', (activity) => activity.some(({ onlyFor }) => onlyFor === 'U0AIKO'));
  // The bot answers twice: that may come in one piece or in two.
  expect(new Set(aiko.came.slice(all.length))).toEqual(new Set(['me', 'activity']));
  expect(new Set(ken.came.slice(all.length))).toEqual(new Set(['activity']));
});

test('a change of somebody is told to all', async () => {
  const page = open('?as=U0KEN');
  await page.slice('mails');
  world.slack.changePerson('U0LENA', { deleted: true });
  await actAs(world.url, 'U0KEN').state();
  await page.slice('people', (people) => people.some(({ id, kind }) => id === 'U0LENA' && kind === 'deactivated'));
  world.slack.changePerson('U0LENA', { deleted: undefined });
});

test.each([
  ['PAYMENTS-dev', ['payments-dev']],
  ['444455557777', ['sandbox-lisbon']],
  ['kumo-sandbox', ['sandbox-tokyo']],
  ['products / pay', ['payments-dev', 'payments-prod']],
  ['omar@', ['search-dev']],
  ['nothing like this', []],
])('accounts are found by %s', async (find, names) => {
  const page = open(`?find=${encodeURIComponent(find)}`);
  const { shown, matching } = await page.slice('accounts');
  expect(shown.map(({ name }) => name)).toEqual(names);
  expect(matching).toBe(names.length);
});

test('stopping the world ends the streams', async () => {
  const another = await startWorld({ logFile: join(folder, 'another.log') });
  const page = listen(another.url);
  const { id } = await page.slice('world');
  expect((await open().slice('world')).id).not.toBe(id);
  await another.stop();
  await page.ended;
});
