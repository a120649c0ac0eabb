import { expect, test } from 'vitest';
import { commandsLike, readTyped } from '../../../sandbox/page/client/slack/command-line.ts';
import { threadsOf } from '../../../sandbox/page/client/slack/threads.ts';
import type { SeenMessage } from '../../../sandbox/slack/seen.ts';

const said = (ts: string, more: Partial<SeenMessage> = {}): SeenMessage => ({ ts, text: ts, blocks: [], ...more });

/** `1(2 3)`: message 1 with its replies; `>4`: a reply that stands by itself. */
const drawn = (...messages: SeenMessage[]): string =>
  threadsOf(messages)
    .map(({ message, replies, isReply }) => {
      const under = replies.length > 0 ? `(${replies.map(({ ts }) => ts).join(' ')})` : '';
      return `${isReply ? '>' : ''}${message.ts}${under}`;
    })
    .join(' ');

test.each([
  ['replies stand under their parent', drawn(said('1'), said('2'), said('3', { thread_ts: '1' })), '1(3) 2'],
  ['in their order', drawn(said('1'), said('2', { thread_ts: '1' }), said('3', { thread_ts: '1' })), '1(2 3)'],
  ['a parent names itself', drawn(said('1', { thread_ts: '1' }), said('2', { thread_ts: '1' })), '1(2)'],
  [
    'a broadcast one in the conversation too',
    drawn(said('1'), said('2', { thread_ts: '1', broadcast: true })),
    '1(2) >2',
  ],
  ['without their parent alone', drawn(said('2', { thread_ts: '1' }), said('3')), '>2 3'],
])('%s', (_, found, expected) => {
  expect(found).toBe(expected);
});

test.each([
  ['', { kind: 'nothing' }],
  ['  ', { kind: 'nothing' }],
  ['/onboard', { kind: 'command', command: '/onboard', text: '' }],
  [' /onboard  help me ', { kind: 'command', command: '/onboard', text: 'help me' }],
  ['/', { kind: 'chat' }],
  ['hello', { kind: 'chat' }],
  ['not /onboard', { kind: 'chat' }],
])('typed: %j', (typed, expected) => {
  expect(readTyped(typed)).toEqual(expected);
});

const commands = [{ command: '/onboard' }, { command: '/offboard' }];

test.each([
  ['/', ['/onboard', '/offboard']],
  ['/ON', ['/onboard']],
  ['/onboard', ['/onboard']],
  ['/onboard ', []],
  ['/x', []],
  ['on', []],
  ['', []],
])('commands like %j', (typed, expected) => {
  expect(commandsLike(typed, commands).map(({ command }) => command)).toEqual(expected);
});
