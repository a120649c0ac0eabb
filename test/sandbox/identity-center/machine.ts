import { onTestFinished } from 'vitest';
import { createFaults } from '../../../sandbox/aws/faults.ts';
import { createAccounts, hasPolicy } from '../../../sandbox/aws/iam/accounts.ts';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { createLines } from '../../../sandbox/aws/lines.ts';
import { createBucket } from '../../../sandbox/aws/s3.ts';
import { createTasks } from '../../../sandbox/aws/states/tasks.ts';
import { createTokens } from '../../../sandbox/aws/states/tokens.ts';
import { createTimers } from '../../../sandbox/aws/timers.ts';
import { createCenter } from '../../../sandbox/identity-center/center.ts';
import { createControls } from '../../../sandbox/identity-center/controls.ts';
import type { CenterStackParameters } from '../../../sandbox/identity-center/described.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { IdentityStoreId, InstanceArn } from './sdk.ts';

const { homeAccount, identityCenter } = kumoworks;
export const roleOf = (machine: string, account = identityCenter.administratorAccount) =>
  `arn:aws:iam::${account}:role/boarding-pass-${machine}-identity-center`;

/** Calls as a machine at home does, through the role that the template makes for it. */
export function startMachine(machine: 'inspect' | 'provision', parameters: CenterStackParameters = {}) {
  const organization = {
    ...kumoworks,
    identityCenter: { ...identityCenter, stackParameters: { ...identityCenter.stackParameters, ...parameters } },
  };
  const accounts = createAccounts(organization);
  const timers = createTimers(() => {});
  onTestFinished(timers.stop);
  const center = createCenter(organization, {
    later: timers.later,
    account(id) {
      const found = accounts.get(id);
      const hasIt = (name: string) => !!found && hasPolicy(found, `arn:aws:iam::${id}:policy/${name}`);
      return found && { state: found.account.state, hasPolicy: hasIt };
    },
  });
  const faults = createFaults();
  const tasks = createTasks({
    homeAccount,
    accounts,
    center,
    faults,
    tokens: createTokens(),
    organizations: {},
    profiles: createBucket('none'),
    lines: createLines(),
    send: async () => {},
    start: (machineArn) => {
      throw new Error(`Nothing starts ${machineArn} here.`);
    },
  });

  /** As Task states would, with the ids of the store and the instance in their places. */
  async function call(resource: string, input: object, as: { name?: string; roleArn?: string } = {}) {
    const { name = `${machine}-identity-center`, roleArn = roleOf(machine) } = as;
    const where = resource.startsWith('identitystore') ? { IdentityStoreId } : { InstanceArn };
    return tasks.run(resource, { ...(resource.endsWith('listInstances') ? {} : where), ...input } as JsonObject, {
      machine: { name, arn: `arn:aws:states:eu-west-1:${homeAccount}:stateMachine:boarding-pass-${name}` },
      executionArn: `arn:aws:states:eu-west-1:${homeAccount}:execution:boarding-pass-${name}:V01`,
      roleArn: roleArn || undefined,
      onToken: () => {},
      signal: new AbortController().signal,
    });
  }
  return { center, call, tasks, failNext: faults.failNext, controls: createControls(center) };
}
