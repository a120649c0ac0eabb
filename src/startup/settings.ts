import type { Logger } from 'pino';
import { type Policy, readPolicyFile } from '../policy/read.ts';
import { type Config, readConfig } from './config.ts';

/** What the operator has set: the environment, and the policy file that it names. From now on the log is as loud as it is to be. */
export function readSettings(env: NodeJS.ProcessEnv, log: Logger): Config & { policy: Policy } {
  const config = readConfig(env);
  log.level = config.logLevel;
  const [, partition] = config.machines.onboardingArn.split(':');
  return { ...config, policy: readPolicyFile(config.policyFile, partition) };
}
