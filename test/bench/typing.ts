import { setTimeout as pause } from 'node:timers/promises';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { pino } from 'pino';
import { createAccounts } from '../../src/aws/accounts.ts';
import { accountOptions } from '../../src/messages/requester/request-form.ts';
import { wordsFor } from '../../src/messages/words/words-for.ts';
import { heldUp } from './process-figures.ts';

/**
 * A process like the bot's in which somebody types, without Slack: the first key, then many, then the same while the list is read
 * anew, and the first with the new list. Tells what each took, in milliseconds, and ends.
 */
const { profiles, words, faster, reloads } = JSON.parse(process.env.PLAN ?? '');
const EVERY_MS = 7;
const ROUNDS = 60;

// What is read at AWS's pace is read so many times as fast.
const [began, now] = [Date.now(), Date.now];
Date.now = () => began + (now() - began) * faster;

const load = async () => {
  const signal = new AbortController();
  const client = new OrganizationsClient({ disableHostPrefix: true });
  const accounts = createAccounts(client, { profiles }, pino({ level: 'silent' }), signal.signal);
  return { accounts, stop: () => signal.abort() };
};
type Loading = Awaited<ReturnType<typeof load>>;

/** What a key takes, without the time that the machine gives to others. */
function press({ accounts }: Loading, text: string): number {
  const [due, others] = [performance.now(), heldUp()];
  answer(accounts, text);
  const held = heldUp() - others;
  return performance.now() - due - held;
}

function answer(accounts: Loading['accounts'], text: string): void {
  const result = accounts.search(text, 100, '');
  const { isLoaded, hasFailed } = accounts;
  JSON.stringify(accountOptions({ ...result, isLoaded, hasFailed, isNone: false }, wordsFor('en')));
}

/** Somebody presses a key whatever the process is doing: what it has to do first is in the time, too. */
async function typeUntil(list: Loading, isOver: () => boolean): Promise<number[]> {
  const durations: number[] = [];
  for (let n = 0; !isOver(); n++) {
    const [due, others] = [performance.now() + EVERY_MS, heldUp()];
    await pause(EVERY_MS);
    const late = performance.now() - due - (heldUp() - others);
    durations.push(Math.max(0, late) + press(list, words[n % words.length]));
  }
  return durations;
}

let list = await load();
while (!list.accounts.isLoaded) await pause(EVERY_MS);
const first = [press(list, words[0])];
const pressOften = (word: string) => Array.from({ length: ROUNDS }, () => press(list, word));
const many = Object.fromEntries(words.map((word: string) => [word, pressOften(word)]));
const meanwhile: number[] = [];
const afterwards: number[] = [];
for (let n = 0; n < reloads; n++) {
  const next = await load();
  meanwhile.push(...(await typeUntil(list, () => next.accounts.isLoaded)));
  afterwards.push(press(next, words[n % words.length]));
  list.stop();
  list = next;
}
list.stop();
process.stdout.write(JSON.stringify({ first, many, meanwhile, afterwards }));
process.exit();
