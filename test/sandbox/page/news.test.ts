import { expect, test } from 'vitest';
import { whereToBegin } from '../../../sandbox/page/client/shell/conversations.ts';
import { listPeople } from '../../../sandbox/page/client/shell/listed-people.ts';
import { createNews, executionNews, openTo } from '../../../sandbox/page/client/shell/news.ts';
import { readPlace, writePlace } from '../../../sandbox/page/client/shell/place.ts';
import type { ExecutionSlice, PersonSlice } from '../../../sandbox/page/slices.ts';

const person = (id: string, kind: PersonSlice['kind'] = 'member'): PersonSlice => ({
  id,
  name: id.toLowerCase(),
  realName: `Real ${id}`,
  email: `${id}@kumoworks.example`,
  locale: 'en-US',
  kind,
  isApprover: false,
});
const [ken, yuki, stranger] = [person('U0KEN'), person('U0YUKI'), person('U0OTHER', 'stranger')];
const channels = [
  { id: 'general', name: 'general', members: ['*'] },
  { id: 'approvals', name: 'approvals', members: ['U0KEN', 'U0OTHER'] },
];
const activity = [
  { channel: 'general', latest: '1', count: 3, mentions: {} },
  { channel: 'approvals', latest: '2', count: 5, mentions: { U0KEN: 2, U0YUKI: 1 } },
  { channel: 'approvals', onlyFor: 'U0KEN', latest: '3', count: 2, mentions: {} },
  { channel: 'D0YUKI', onlyFor: 'U0YUKI', latest: '4', count: 4, mentions: {} },
];

test.each([
  ['mentioned twice, with words for him alone', ken, 4],
  ['somebody with direct messages, mentioned where she is not', yuki, 4],
  ['somebody of another workspace, whom nothing was said to', stranger, 0],
])('what was said to %s', (_who, one, count) => {
  expect(createNews(activity, { channels }, {}).of(one)).toBe(count);
});

test('what was said to others is new too, and has no number', () => {
  const news = createNews(activity, { channels }, {});
  expect(news.in('U0OTHER', 'approvals')).toEqual({ all: 5, toThem: 0 });
  expect(news.in('U0KEN', 'approvals')).toEqual({ all: 7, toThem: 4 });
});

test('what was seen is not new; what was seen of more than there is, is nothing', () => {
  const seen = { 'U0KEN general': { all: 2, toThem: 0 }, 'U0KEN approvals': { all: 9, toThem: 3 } };
  const news = createNews(activity, { channels }, seen);
  expect(news.in('U0KEN', 'general')).toEqual({ all: 1, toThem: 0 });
  expect(news.in('U0KEN', 'approvals')).toEqual({ all: 0, toThem: 1 });
  expect(news.of(ken)).toBe(1);
});

test('what is open to whom', () => {
  expect(openTo(ken, channels)).toEqual(['general', 'approvals', 'D0KEN']);
  expect(openTo(stranger, channels)).toEqual(['approvals', 'D0OTHER']);
});

test.each([
  ['where something is new', ['approvals'], 'general', 'approvals'],
  ['in direct messages before channels', ['approvals', 'dm'], 'general', 'dm'],
  ['where one was', [], 'approvals', 'approvals'],
  ['at the first, where one cannot stay', [], 'elsewhere', 'general'],
])('somebody begins %s', (_where, newIn, before, begins) => {
  const isNews = (id: string) => newIn.includes(id);
  expect(whereToBegin(['general', 'approvals', 'dm'], { before, isNews })).toBe(begins);
});

test.each(['', '#U0KEN', '#U0KEN/C0APPROVE', '#U0KEN/mail/people', '#U0KEN//aws'])('%s is a place', (hash) => {
  expect(writePlace(readPlace(hash))).toBe(hash || '#');
});

const crowd = Array.from({ length: 2000 }, (_, n) => person(`U${n}`));
const listed = (find: string, newsOf: (one: PersonSlice) => number = () => 0) =>
  listPeople(crowd, { current: 'U0', find, newsOf });

test('a small workspace is listed whole, but for oneself and those who cannot act', () => {
  const people = [ken, yuki, person('U0ROBOT', 'bot'), person('U0GONE', 'deactivated')];
  const { listed, isLarge, hidden } = listPeople(people, { current: 'U0KEN', find: '', newsOf: () => 0 });
  expect([listed, isLarge, hidden]).toEqual([[yuki], false, 0]);
});

test('of a large one there are the first, and those with news, at most thirty', () => {
  const some = listed('', ({ id }) => (id === 'U1500' ? 1 : 0));
  expect(some.listed.map(({ id }) => id)).toEqual([...crowd.slice(1, 10).map(({ id }) => id), 'U1500']);
  expect([some.isLarge, some.hidden]).toEqual([true, 1989]);
  expect(listed('', () => 1).listed).toHaveLength(30);
});

test('and whoever is searched for', () => {
  expect(listed(' real u1999 ').listed.map(({ id }) => id)).toEqual(['U1999']);
  expect(listed('real u19')).toMatchObject({ hidden: 81 });
});

const began = (machine: string, startDate: string): ExecutionSlice => ({
  arn: startDate,
  name: startDate,
  machine,
  status: 'SUCCEEDED',
  startDate,
  states: {},
});
const [first, second, third] = ['2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z', '2026-01-01T00:00:03Z'];

test.each([
  ['nothing', [], 0, { count: 0, latest: 0 }],
  [
    'all that began since',
    [began('onboarding', second), began('onboarding', first)],
    0,
    { count: 2, latest: Date.parse(second) },
  ],
  [
    'not what was seen',
    [began('onboarding', second), began('onboarding', first)],
    Date.parse(first),
    { count: 1, latest: Date.parse(second) },
  ],
  [
    'not that the bot checks what it needs',
    [began('check', third), began('onboarding', first)],
    0,
    { count: 1, latest: Date.parse(first) },
  ],
])('new among the executions is %s', (_what, executions, since, news) => {
  expect(executionNews(executions, since)).toEqual(news);
});
