import type { Click, DeadPassword } from '../actors/story.ts';

/** Whether somebody has what a place should give them. */
export type Has = 'whole' | 'part' | 'nothing';

/** Of signing in; `own one dead` where the password was of their own choosing. */
export type Answer = 'works' | 'dead' | 'own one dead';

/** What there is of one person when all is over: in AWS, in their messages, and in what others read of them. */
export type PersonFacts = {
  name: string;
  /** As others read of them: a mention, or an address. */
  known: string;
  via: 'slack' | 'mail';
  /** By place: an account, or `groups`. */
  has: ReadonlyMap<string, Has>;
  /** There is a user of theirs with nothing at all. */
  isEmptyUser: boolean;
  /** The places that each message or mail names that tells them of their access. */
  welcomes: string[][];
  /** By place, what came of signing in as they were told. */
  signIns: ReadonlyMap<string, Answer>;
  /** The passwords that they tried before, in vain. */
  dead: readonly DeadPassword[];
};

export type MessageFacts = { words: string; buttons: boolean };

/** What there is of one request when all is over. */
export type RequestFacts = {
  id: string;
  method: 'iam-user' | 'identity-center';
  places: string[];
  /** What its machine saw of accounts, groups and profiles let nobody be asked. */
  isRefused: boolean;
  clicks: Click[];
  /** In the approvals channel: the request's message, more than one if something went wrong, and those in its thread. */
  cards: MessageFacts[];
  thread: string[];
  /** In the direct messages with the requester. */
  news: MessageFacts[];
  people: PersonFacts[];
};

/** What is promised not to happen. */
export const CELLS = ['lost', 'told falsely', 'told twice', 'half made', 'hanging', 'dead password'] as const;
export type Cell = (typeof CELLS)[number];

/** What is not promised, and counted. */
export const COUNTS = ['mails twice', 'replaced unseen', 'nothing, and told so', 'uncertain, and told so'] as const;
export type Count = (typeof COUNTS)[number];

/** Somebody for whom a promise was broken, or something else happened that counts. */
export type Finding = { cell: Cell | Count; request: string; who: string | undefined; what: string };
