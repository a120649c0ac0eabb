import { expect, test } from 'vitest';
import { findPeople, indexPeople } from '../../../sandbox/page/client/slack/menus/find-people.ts';
import type { PersonSlice } from '../../../sandbox/page/slices.ts';

function person(name: string, realName: string, kind: PersonSlice['kind'] = 'member'): PersonSlice {
  return { id: name, name, realName, email: '', locale: 'en-US', kind, isApprover: false };
}

const index = indexPeople([
  person('joanna', 'Joanna Ken'),
  person('ken', 'Ken Watanabe'),
  person('aiko', 'Aiko Tanaka'),
  person('yuki', '佐藤 由紀'),
  person('kentaro', 'Ｋｅｎｔａｒｏ'),
  person('brokend', 'Bo'),
  person('kenbot', 'Ken Bot', 'bot'),
  person('kenneth', 'Kenneth Gone', 'deactivated'),
]);

test.each([
  ['ken', ['joanna', 'ken', 'kentaro', 'kenbot', 'brokend']],
  ['@ken', ['joanna', 'ken', 'kentaro', 'kenbot', 'brokend']],
  ['KEN W', ['ken']],
  ['由紀', ['yuki']],
  ['anaka', ['aiko']],
  ['nobody', []],
])('%s', (text, expected) => {
  expect(findPeople(index, text).map(({ id }) => id)).toEqual(expected);
});

test('a search for nothing finds everybody who can be chosen', () => {
  expect(findPeople(index, ' ')).toHaveLength(7);
});
