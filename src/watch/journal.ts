import type { Logger } from 'pino';
import type { Decision } from '../contract/decision.ts';
import type { IssueRefusal } from '../contract/errors.ts';
import type { Refusal } from '../onboarding/may-decide.ts';
import type { Metrics } from './metrics.ts';

/** By which rule somebody was refused what they tried. */
export type Rule =
  | Refusal
  /** The policy file offers no profile to this person, or not (any more) the one that they chose. */
  | 'no-profile'
  | 'profile-gone'
  /** The policy file no longer offers what was asked for. */
  | 'policy-changed'
  /** Only the requester may withdraw. */
  | 'not-requester'
  /** Somebody else's password, or settings of the AWS CLI. */
  | 'not-theirs';

type User = { account: string; userName: string };
/** Somebody with all the accounts that one message tells of. */
type Told = { accounts: string[]; userName: string };

/** Something that happened: ids, names and counts alone, never what somebody wrote and never a secret. */
export type Happening =
  | { event: 'asked'; request: string; requester: string; accounts: string[]; profile: string; people: number }
  | { event: 'decided'; request: string; outcome: Decision['outcome']; by: string | undefined }
  | {
      event: 'refused';
      /** Not there where somebody was refused before there was a request. */
      request: string | undefined;
      tried: 'ask' | 'decide' | 'withdraw' | 'show-password' | 'set-up-cli';
      by: string;
      rule: Rule;
    }
  | ({ event: 'created'; request: string; approvedBy: string } & User)
  /** `maybe-created`: the whole batch broke off, or AWS did not answer, and how far it came for this person is not known. */
  | ({ event: 'not-created' | 'maybe-created'; request: string; error: string } & User)
  /** Nothing could be given to them, wherever it is: the request went on without them. */
  | { event: 'set-aside'; request: string; userName: string; error: string }
  /** AWS goes on preparing it, under an id of its own. */
  | ({ event: 'pending'; request: string; awsRequest: string } & User)
  | ({ event: 'delivered'; request: string; via: 'slack' | 'mail' } & Told)
  | ({ event: 'not-delivered'; request: string; via: 'slack' | 'mail'; error: string } & Told)
  | ({ event: 'password-shown' | 'password-replaced'; request: string; by: string } & User)
  | ({
      event: 'password-refused';
      request: string;
      by: string;
      refusal: Exclude<IssueRefusal, 'NotYours'>;
    } & User)
  | ({ event: 'password-failed'; request: string; by: string; error: string } & User)
  /** Somebody looked how they set up the AWS CLI, for what one delivery brought; `console`: what they may do without. */
  | {
      event: 'cli-shown';
      request: string | undefined;
      by: string;
      what: 'delivered' | 'console';
      form: 'file' | 'commands';
    }
  /** Somebody asked what they have in Identity Center. To `access-refused` there is no reason: whoever asks is told none. */
  | { event: 'access-shown' | 'access-refused'; by: string; profile: string }
  | { event: 'access-failed'; by: string; profile: string; error: string }
  | {
      event: 'ended';
      request: string;
      requester: string;
      accounts: string[];
      profile: string;
      outcome: string;
      /** How many were to be onboarded, and how many have all they need to sign in. */
      people: number;
      told: number;
      decidedBy: string | undefined;
      error: string | undefined;
    };

/** The bot's account of what happened: a line in the log for each event, and the count of its kind. */
export type Journal = { record(happening: Happening): void };

/** At least once: a task may run twice, and what it tells is then told twice. */
export function createJournal(log: Logger, metrics: Metrics): Journal {
  // Told however quiet the rest of the log is to be.
  const audit = log.child({}, { level: 'info' });
  return {
    record(happening) {
      const { event, ...facts } = happening;
      audit.info({ audit: event, ...facts }, event);
      count(happening, metrics);
    },
  };
}

function count(happening: Happening, metrics: Metrics): void {
  switch (happening.event) {
    case 'asked':
      metrics.requests.inc();
      break;
    case 'decided':
      metrics.decisions.inc({ outcome: happening.outcome });
      break;
    case 'refused':
      metrics.refusals.inc({ rule: happening.rule });
      break;
    case 'delivered':
    case 'not-delivered':
      metrics.deliveries.inc({ via: happening.via, outcome: happening.event });
      break;
    case 'password-shown':
    case 'password-replaced':
    case 'password-failed':
      metrics.passwords.inc({ outcome: happening.event.slice('password-'.length) });
      break;
    case 'password-refused':
      metrics.passwords.inc({ outcome: happening.refusal });
      break;
    case 'cli-shown':
      metrics.cliWindows.inc({ what: happening.what, form: happening.form });
      break;
    case 'access-shown':
    case 'access-refused':
    case 'access-failed':
      metrics.accessQuestions.inc({ outcome: happening.event.slice('access-'.length) });
  }
}
