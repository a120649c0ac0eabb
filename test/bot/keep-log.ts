import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps what the bot wrote until its test failed, and says where. */
export function keepLog(test: string, logFile: string): void {
  const kept = join('test-results', `${test.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.log`);
  mkdirSync('test-results', { recursive: true });
  cpSync(logFile, kept);
  process.stderr.write(`What the bot wrote: ${kept}\n`);
}
