import { beforeEach, inject } from 'vitest';
import { openShell as open, type Shell } from '../../../sandbox/own-cli/shell.ts';
import { needs } from '../needs.ts';
import { toldMissing } from '../tools.ts';

/** These tests need the real AWS CLI 2. Where CI could not get it they fail: what people are given is not worth much untried. */
export function needsAwsCli2(): void {
  const isMissing = inject('missingTools').includes('aws-cli-2');
  if (!process.env.CI) return void needs('aws-cli-2');
  beforeEach(() => {
    if (isMissing) throw new Error(toldMissing('aws-cli-2'));
  });
}

/** Every command takes the CLI some seconds, on a machine that has other things to do many of them. */
export const patience = { timeout: 120_000 };

/** Found once for all: to look for it holds up a world that runs in the same process. */
export const awsCli2 = (): string => inject('awsCli2');

export const openShell = (url: string): Promise<Shell> => open(url, awsCli2());
