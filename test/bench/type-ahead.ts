import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import { createAws } from '../../sandbox/aws/aws.ts';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import type { Profile } from '../../src/onboarding/profile.ts';
import { nodeOptions } from './bots.ts';
import { type Figure, ms, percentile } from './figures.ts';

const WORDS = [
  '',
  'p',
  'pay',
  'payments',
  'payments-dev',
  'production web tokyo',
  '1111',
  'commerce / checkout',
  'xyzzy',
];
const BAD_WORDS = [
  'a'.repeat(1_000),
  'a '.repeat(500),
  'e',
  '本番 環境',
  'рабочий',
  'a w s k u m o r e x',
  Array.from({ length: 70 }, (_, n) => 100_000_000_000 + n).join(' '),
];

type Rules = Pick<Profile, 'id' | 'accounts'>[];
type Typed = { first: number[]; many: Record<string, number[]>; meanwhile: number[]; afterwards: number[] };
const organization = enlarged(kumoworks, { accounts: 10_000 });
const anywhere = { only: undefined, ous: undefined, except: [] };

/** What a key costs in the process over all accounts of a large organization: the worst of them counts, and whatever else the process has to do at that moment. */
export async function measureTypeAhead(): Promise<Figure[]> {
  const accounts = await serveAccounts(organization);
  const one: Rules = [{ id: 'developer', accounts: anywhere }];
  // Ever another unit, and every fourth the whole organization.
  const forty: Rules = Array.from({ length: 40 }, (_, n) => {
    const unit = organization.units[n % organization.units.length]?.id ?? '';
    return { id: `profile-${n}`, accounts: { ...anywhere, ous: [n % 4 === 0 ? organization.root : unit] } };
  });
  const usual = await accounts.type({ profiles: one, words: WORDS, faster: 10, reloads: 2 });
  const many = await accounts.type({ profiles: forty, words: WORDS, faster: 10, reloads: 2 });
  const bad = await accounts.type({ profiles: one, words: BAD_WORDS, faster: 1_000, reloads: 0 });
  accounts.stop();
  return [
    ...figuresOf('', usual),
    ...figuresOf(', 40 profiles', many),
    worst('what nobody types, the worst kind', bad.many),
  ];
}

const GOAL = '≤ 2 ms';
const p99 = (what: string, durations: number[]): Figure => ({
  what: `type-ahead over ${organization.accounts.length.toLocaleString('en')} accounts, ${what}: p99 (p50 ${ms(percentile(durations, 0.5))})`,
  goal: GOAL,
  is: ms(percentile(durations, 0.99)),
});

function figuresOf(more: string, { first, many, meanwhile, afterwards }: Typed): Figure[] {
  return [
    p99(`the first key${more}`, first),
    p99(`every other${more}`, Object.values(many).flat()),
    p99(`while the list is read anew, ten times as fast as AWS lets it${more}`, meanwhile),
    p99(`the first with the new list${more}`, afterwards),
  ];
}

function worst(what: string, many: Typed['many']): Figure {
  const all = Object.values(many).map((durations) => p99(what, durations));
  return all.toSorted((one, other) => Number.parseFloat(other.is) - Number.parseFloat(one.is))[0] ?? p99(what, []);
}

/** The organization behind HTTP, for processes in which somebody types. */
async function serveAccounts(organization: typeof kumoworks) {
  const aws = createAws(organization, { throttles: false });
  const server = createAdaptorServer({ fetch: (request) => aws.answer(request) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const environment = aws.environment(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    async type(plan: { profiles: Rules; words: string[]; faster: number; reloads: number }): Promise<Typed> {
      const env = { ...environment, PLAN: JSON.stringify(plan) };
      const program = new URL('typing.ts', import.meta.url).pathname;
      const child = spawn(process.execPath, [...nodeOptions, program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
      return JSON.parse(said);
    },
    stop() {
      aws.stop();
      server.close();
    },
  };
}
