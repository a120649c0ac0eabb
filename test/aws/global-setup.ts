import type { TestProject } from 'vitest/node';
import { findAwsCli2 } from '../../sandbox/own-cli/find.ts';
import { startMoto } from './moto-server.ts';
import { isInstalled, type ToolName, toldMissing, toolNames } from './tools.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    missingTools: ToolName[];
    /** Where moto listens; empty where it is missing. */
    motoUrl: string;
    /** Where an AWS CLI 2 is; empty where it is missing. */
    awsCli2: string;
  }
}

/** Looks which tools there are, and starts the one server for all files of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = toolNames.filter((name) => !isInstalled(name));
  for (const name of missing) process.stderr.write(`\n${toldMissing(name)}\n`);
  const moto = missing.includes('moto') ? undefined : await startMoto();
  project.provide('missingTools', missing);
  project.provide('motoUrl', moto?.url ?? '');
  project.provide('awsCli2', findAwsCli2() ?? '');
  return async () => moto?.stop();
}
