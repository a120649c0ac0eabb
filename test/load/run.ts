import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drive, type Measured } from './drive.ts';
import { endure, isLeaking, reportEndured } from './endurance.ts';
import { growthIn } from './growth.ts';
import { planOf } from './plan.ts';
import { report } from './table.ts';

const USAGE = `npm run load -- --seed 1 --bots 1
  --seed N         who asks for whom, and in which account: the same seed plans the same
  --bots N         1 to 3 processes of the bot (default 1)
  --profile ID     what is asked for: developer (default), cloud-developer or engineering
  --requests LIST  how many at once, one run after the other (default 5,20,80)
  --people N       in each of them (default 50)
  --memory N       instead: so many requests for one person each, and what the bot's memory is after a tenth of them and after all`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'developer' },
    requests: { type: 'string', default: '5,20,80' },
    people: { type: 'string', default: '50' },
    memory: { type: 'string' },
  },
});
const [seed, bots, people] = [values.seed, values.bots, values.people].map(Number) as [number, number, number];
const sizes = values.requests.split(',').map(Number);
const isWhole = (value: number) => Number.isInteger(value) && value > 0;
if (!Number.isInteger(seed) || !isWhole(bots) || bots > 3 || !isWhole(people) || !sizes.every(isWhole))
  throw new Error(USAGE);

// So that no bot outlives it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-load-'));
const log = (name: string | number) => join(folder, `${name}.log`);
const say = (text: string) => void process.stdout.write(`${text}\n`);

if (await (values.memory ? endures(Number(values.memory)) : keepsPace())) rmSync(folder, { recursive: true });
else process.exitCode = 1;

async function keepsPace(): Promise<boolean> {
  const runs: Measured[] = [];
  for (const requests of sizes) {
    const run = await drive(planOf({ seed, requests, people, profile: values.profile }), bots, log(requests));
    say(`${report(run)}\n`);
    runs.push(run);
  }
  const growing = growthIn(runs);
  for (const line of growing) say(`grows faster than the work: ${line}`);
  const untold = runs.filter((run) => run.told < run.people);
  for (const run of untold)
    say(`${run.people - run.told} of ${run.people} people were not told; the bots’ logs are in ${folder}`);
  return growing.length + untold.length === 0;
}

async function endures(requests: number): Promise<boolean> {
  const endured = await endure(requests, seed, log('endurance'));
  say(reportEndured(endured));
  return !isLeaking(endured);
}
