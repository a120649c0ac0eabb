import { DescribeStateMachineCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Logger } from 'pino';
import { isThrottling } from '../../aws/throttling.ts';
import { StartupError } from '../../watch/startup-error.ts';
import { withRemedy } from './remedies.ts';

/**
 * Checks that a state machine is there, of the type that the bot calls, and that its key can be used: to describe it Step
 * Functions decrypts its definition on the bot's behalf, as it does with what its executions hold.
 * @param variable what names the machine
 * @throws StartupError with the remedy
 */
export async function checkMachine(
  sfn: SFNClient,
  { variable, arn, type }: { variable: string; arn: string; type: 'STANDARD' | 'EXPRESS' },
  log: Logger,
): Promise<void> {
  const there = `deploy manifests/aws/boarding-pass.yaml first, and set ${variable} and AWS_REGION to its outputs`;
  const machine = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn })).catch((err: Error) => {
    // It is asked too often, perhaps by the other bots of a rollout: that says nothing against it.
    if (isThrottling(err)) return log.warn({ err, arn }, 'the state machine could not be checked');
    return withRemedy(`the state machine ${arn}`, {
      StateMachineDoesNotExist: there,
      InvalidArn: there,
      KmsInvalidStateException: 'enable its key in KMS, or cancel the key’s deletion',
      KmsAccessDeniedException:
        'let the role of the bot decrypt with its key: by the key’s policy and the role’s, as in manifests/aws/boarding-pass.yaml',
    })(err);
  });
  if (!machine) return;
  if (machine.type !== type) {
    throw new StartupError(
      `${variable} names a state machine of type ${machine.type}, but it must be ${type}: set it to the output of the stack boarding-pass.`,
    );
  }
  if (machine.status !== 'ACTIVE') {
    throw new StartupError(`The state machine ${arn} is ${machine.status}: ${there}.`);
  }
}
