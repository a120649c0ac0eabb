import type { Measured } from './drive.ts';
import { callsOf } from './growth.ts';

/** In US dollars, for us-east-1, and beyond what is free. Sources and dates: docs/costs.md. */
const PRICES = {
  transition: 0.025 / 1_000,
  expressExecution: 1 / 1_000_000,
  fifoRequest: 0.5 / 1_000_000,
  mail: 0.1 / 1_000,
  notice: 2 / 100_000,
};

/** What a run would have cost at AWS's prices, an item each; what is below a hundredth of a cent a person in none. */
export function costsOf(run: Measured): Record<string, number> {
  return {
    'state transitions': run.transitions * PRICES.transition,
    'Express executions': run.expresses * PRICES.expressExecution,
    SQS: callsOf(run, 'sqs') * PRICES.fifoRequest,
    SES: callsOf(run, 'ses') * PRICES.mail,
    SNS: callsOf(run, 'sns') * PRICES.notice,
  };
}
