import type { SFNClient } from '@aws-sdk/client-sfn';
import { createWorkflow } from './client.ts';
import { createAccessFinder } from './find-access.ts';
import { createIssuer } from './issue-password.ts';

export type MachineArns = { onboardingArn: string; issuePasswordArn: string; findAccessArn: string };

/** The machines that the bot may start, each by what it does for whoever asks. */
export const createMachines = (
  { sfn, deciding, express }: { sfn: SFNClient; deciding: SFNClient; express: SFNClient },
  { onboardingArn, issuePasswordArn, findAccessArn }: MachineArns,
) => ({
  workflow: createWorkflow({ sfn, once: deciding }, onboardingArn),
  issuePassword: createIssuer(express, issuePasswordArn),
  findAccess: createAccessFinder(express, findAccessArn),
});
