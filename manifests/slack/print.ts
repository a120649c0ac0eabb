import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { overHttp } from './over-http.ts';

const USAGE = `Usage: npm run --silent manifest -- [--http ADDRESS]

  --http ADDRESS     for a bot that Slack calls at this address, for example https://bot.example.com;
                     without it, for Socket Mode
`;

try {
  const { values } = parseArgs({ options: { http: { type: 'string' } } });
  const manifest = readFileSync(new URL('app.yaml', import.meta.url), 'utf8');
  process.stdout.write(values.http === undefined ? manifest : overHttp(manifest, values.http));
} catch (err) {
  process.stderr.write(`${(err as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
