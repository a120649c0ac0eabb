import { until } from '../../sandbox/acting/until.ts';
import type { TestWorld } from './world.ts';

type Line = Record<string, unknown> & { audit?: string; request?: string; task?: string; msg: string };

/** What the bot of this world wrote and counted. */
export function journalOf(bot: TestWorld) {
  /** Whole lines: the last one may still be on its way. */
  const lines = (): Line[] => {
    const whole = bot.log().split('\n').slice(0, -1);
    return whole.map((line) => JSON.parse(line) as Line);
  };
  const audit = (request: string) => lines().filter((line) => line.audit !== undefined && line.request === request);

  /** An audit line that will be there. */
  const line = (request: string | undefined, facts: object): Promise<Line> =>
    until(`a line with ${JSON.stringify(facts)}`, () =>
      lines().find(
        (found) =>
          found.audit !== undefined &&
          found.request === request &&
          Object.entries(facts).every(([key, value]) => found[key] === value),
      ),
    );

  /** What Prometheus would read, by name and labels. */
  async function samples(): Promise<Record<string, number>> {
    const text = await (await fetch(`${bot.world.bot.healthUrl}/metrics`)).text();
    const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    return Object.fromEntries(
      rows.map((row) => [row.slice(0, row.lastIndexOf(' ')), Number(row.slice(row.lastIndexOf(' ') + 1))]),
    );
  }

  return { lines, audit, line, samples };
}
