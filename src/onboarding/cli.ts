import { type AccountOutcome, GROUPS } from '../contract/access.ts';
import type { CliSession, DeliveredCli } from '../contract/buttons.ts';

/** What somebody may be in an account, as far as it makes a profile of the AWS CLI. */
export type CliRole = {
  accountId: string;
  /** Not there where nobody knows it at the moment. */
  accountName: string | undefined;
  permissionSet: string;
  /** A command that the permission set allows, without `aws`; not there where that is not known. */
  try: string | undefined;
};

/** What somebody has at a portal. */
export type CliAccess = { session: CliSession; roles: CliRole[] };

/** A question of `aws configure sso`, as the CLI prints it, and what to answer. */
export type CliAnswer =
  | { prompt: string; answer: string }
  /** `enter`: what it suggests. `confirm`: the browser asks. */
  | { prompt: string | undefined; step: 'enter' | 'confirm' }
  /** Where its list has several: that one, or any. */
  | { prompt: undefined; step: 'account' | 'role'; choice: string | undefined };

/** What the AWS CLI of somebody needs to be told: all of it text of ours, checked to say what it is to say. */
export type CliSetup = {
  sessionName: string;
  /** The section of `~/.aws/config` that the profiles refer to. */
  session: string;
  /** A section for each role, with the same as commands. */
  profiles: { name: string; text: string; commands: string[]; try: string | undefined }[];
  /** The session as commands; only the AWS CLI of 2.34.22 and later takes them. */
  sessionCommands: string[];
  /** For the first of the profiles; and for what is not among them. */
  answers: CliAnswer[];
  answersForMore: CliAnswer[];
  /** How many roles no profile could be made of. */
  leftOut: number;
  /** The portal is reached over IPv6, too, which the device code's way has to be told. */
  isDualStack: boolean;
};

/**
 * What one delivery brought somebody at the portal; `undefined` where the portal's Region and session are not known.
 * @param tryAs a command that a permission set allows, where one is known
 */
export function deliveredCli(
  outcomes: AccountOutcome[],
  hadAccess: boolean,
  tryAs: (permissionSet: string) => string | undefined,
): DeliveredCli | undefined {
  const given = outcomes.filter(({ Status }) => Status === 'done' || Status === 'pending');
  const { LoginURL: startUrl, Region: region, SessionName: name } = given[0]?.SignIn ?? {};
  if (startUrl === undefined || region === undefined || name === undefined) return undefined;

  const done = given.filter(({ Status }) => Status === 'done');
  const names = new Set(done.flatMap(({ PermissionSet }) => PermissionSet ?? []));
  return {
    session: { name, startUrl, region },
    isFirst: !hadAccess,
    roles: [...names].map((set) => {
      const command = tryAs(set);
      const accounts = done.filter(({ PermissionSet }) => PermissionSet === set).map(({ AccountId }) => AccountId);
      return { name: set, accounts, ...(command !== undefined && { try: command }) };
    }),
    pending: given.length - done.length,
    hasGroups: done.some(({ AccountId }) => AccountId === GROUPS),
  };
}

/** The same with the accounts' names, account by account. */
export function accessOf(
  { session, roles }: Pick<DeliveredCli, 'session' | 'roles'>,
  nameOf: (accountId: string) => string | undefined,
): CliAccess {
  return {
    session,
    roles: roles.flatMap(({ name, accounts, try: command }) =>
      accounts.map((accountId) => ({
        accountId,
        accountName: nameOf(accountId),
        permissionSet: name,
        try: command,
      })),
    ),
  };
}
