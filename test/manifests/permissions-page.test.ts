import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { type Role, rolesOf } from './policies.ts';
import { center, home, member } from './stacks.ts';

const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');

/** The rows of a section, as the names in the first column and the actions in the second. */
function rowsOf(section: string): { who: string[]; may: string[] }[] {
  const [, text = ''] = page.split(`## ${section}\n`);
  const [ours = ''] = text.split('\n## ');
  const rows = ours.split('\n').filter((line) => line.startsWith('| `boarding-pass-'));
  const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return rows.map((row) => row.split('|')).map(([, who, may]) => ({ who: names(who), may: names(may) }));
}

const actionsOf = ({ permissions }: Role) => [...new Set(permissions.map((line) => line.split(' ')[0]))].toSorted();

test.each([
  ['At home', rolesOf(home)],
  ['In each member account', rolesOf(member)],
  ['Where Identity Center is administered', rolesOf(center)],
])('%s, the page names every role and exactly what it may do', (section, roles) => {
  const rows = rowsOf(section);
  const told = (name: string) => rows.filter(({ who }) => who.includes(name)).flatMap(({ may }) => may);
  expect(new Set(rows.flatMap(({ who }) => who))).toEqual(new Set(roles.map(({ name }) => name)));
  for (const role of roles) expect([...new Set(told(role.name))].toSorted()).toEqual(actionsOf(role));
});

test('in Slack, the page names exactly the scopes of the manifest', () => {
  const [, text = ''] = page.split('## In Slack\n');
  const named = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, scope]) => scope);
  expect(new Set(named)).toEqual(readManifest().scopes);
});

test('the page names the policies that people get, and every parameter that widens a permission', () => {
  const names = ['boarding-pass-boundary', 'boarding-pass-own-sign-in', 'Developers'];
  const parameters = [home, member, center].flatMap((stack) => Object.keys(stack.parameters));
  const widening = parameters.filter((name) =>
    /^(Allowed|Assumable|Oidc|MailFrom|IdentityCenterAccountId|GroupIds|PermissionSetArns|AccountIds|May|KmsKey)/.test(
      name,
    ),
  );
  expect([...names, ...widening].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
