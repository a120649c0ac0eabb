import type { AwsSettings } from '../../sandbox/aws/settings.ts';

/** How long things take, in milliseconds. */
export type Clocks = {
  aws: AwsSettings;
  outage: number;
  /** Longer than a received message stays hidden. */
  freeze: number;
  /** How long calls are disturbed at least, and by how much a late answer is late. */
  mishaps: number;
  slowBy: number;
  /** After so long a machine has given up what its service did not let it finish, and after so long undoing that, too. */
  givenUp: number;
  undoingGivenUp: number;
  /** So often everybody looks at what is before them. */
  look: number;
  /** After so long somebody presses again what did nothing. */
  again: number;
  /** So long a fault waits for the call that it is meant for. */
  moment: number;
  /** Where nothing has happened for so long, nothing will: whoever still waits then hangs. */
  quiet: number;
  /** Requests under way at once. */
  atOnce: number;
};

/** As in production. A pause between two tries may be four minutes, a step's tries over two hours. */
export const wholeClocks: Clocks = {
  aws: {
    visibilityTimeout: 30,
    retryDelay: 'as written',
    waitDelay: 'as written',
    identityCenter: { assignmentMs: 3_000 },
  },
  outage: 600_000,
  freeze: 45_000,
  mishaps: 60_000,
  slowBy: 6_000,
  givenUp: 60_000,
  undoingGivenUp: 240_000,
  look: 250,
  again: 4_000,
  moment: 60_000,
  quiet: 360_000,
  atOnce: 8,
};

/**
 * Of a run that is part of `npm test`: a step is tried again at once, so that sixty tries last as long as the outages times ten. As in
 * production, whoever waits for others waits longer than a late answer takes.
 */
export const briefClocks: Clocks = {
  aws: { visibilityTimeout: 2, retryDelay: 300, waitDelay: 600, identityCenter: { assignmentMs: 20 } },
  outage: 1_500,
  freeze: 3_000,
  mishaps: 8_000,
  slowBy: 400,
  givenUp: 2_500,
  undoingGivenUp: 12_000,
  look: 50,
  again: 700,
  moment: 5_000,
  quiet: 60_000,
  atOnce: 4,
};
