import { readStack, type Stack } from './cloudformation/stack.ts';

/** The stack of the shipped template in the home account. */
export const readHomeStack = (
  where: { region: string; account: string },
  parameters: { IdentityCenterAccountId?: string } = {},
): Stack =>
  readStack('boarding-pass.yaml', {
    ...where,
    partition: 'aws',
    parameters: { MailFrom: 'onboarding@example.com', ...parameters },
  });
