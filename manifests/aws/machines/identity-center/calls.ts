import { arn, placeholder, type Rule, says, type Task, type Template } from '../asl.ts';
import { backoff } from '../retries.ts';

/** Where `settings` of a published profile lie in the state of every part of these machines. */
export const settings = (name: string): string => `$.settings.${name}`;

/** Holds where people come from a company's directory, as the profile is published. */
export const comesFromCompany = { Variable: settings('users'), StringEquals: 'existing' };

/** What a Map hands on, so that the calls inside find the settings. */
export const withSettings: Template = { 'settings.$': '$.settings' };

/** Where people sign in, and how their own AWS CLI gets there. */
export const portal: Template = {
  'LoginURL.$': settings('portalUrl'),
  'Region.$': settings('region'),
  'SessionName.$': settings('sessionName'),
};

/** Errors that pass, of either API. What its model does not name is called like the API itself. */
const passing = (prefix: string): string[] => [
  ...['ThrottlingException', 'InternalServerException', `${prefix}Exception`, 'SdkClientException'].map(
    (name) => `${prefix}.${name}`,
  ),
  'States.Timeout',
];

/** How long a call may take, and how often it is tried again. */
export type Patience = { timeout: number; longest: number; attempts: number };

/** Both APIs take 20 calls a second, of all who ask. Source: IAM Identity Center User Guide, Quotas. */
const PATIENT: Patience = { timeout: 30, longest: 20, attempts: 8 };

const whileItRecovers = (prefix: string, patience = PATIENT) => backoff(passing(prefix), patience);

/**
 * Assigning conflicts with others who assign, and only 15 may be under way: for about ten minutes (of full jitter, which halves
 * each pause) it is tried again. Source: IAM Identity Center User Guide, Quotas.
 */
const whileOthersAssign = backoff(
  [...passing('SsoAdmin'), 'SsoAdmin.ConflictException', 'SsoAdmin.ServiceQuotaExceededException'],
  { longest: 30, attempts: 45 },
);

/** Who, or what, was just made may not be known everywhere yet; of what is gone it is told a little later. */
const whileItIsNew = (prefix: string) => backoff([`${prefix}.ResourceNotFoundException`], { attempts: 4 });

export const untilKnown = (prefix: string) => [whileItRecovers(prefix), whileItIsNew(prefix)];
export const whileAssigning = [whileOthersAssign, whileItIsNew('SsoAdmin')];

/** Calls of Identity Center in the account where it is administered, with the role there that trusts this machine. */
export function identityCenter(machine: string, patience = PATIENT) {
  const call =
    (service: string, prefix: string, where: Template) =>
    (action: string, Parameters: Template, rest: Partial<Task>): Task => ({
      Type: 'Task',
      Resource: arn(`states:::aws-sdk:${service}:${action}`),
      Credentials: { RoleArn: arn(`iam::${placeholder('IdentityCenterAccountId')}:role/boarding-pass-${machine}`) },
      Parameters: { ...where, ...Parameters },
      TimeoutSeconds: patience.timeout,
      Retry: [whileItRecovers(prefix, patience)],
      ...rest,
    });
  return {
    /** Users and groups: the Identity Store API. */
    store: call('identitystore', 'Identitystore', { 'IdentityStoreId.$': settings('identityStoreId') }),
    /** Permission sets and assignments: the SSO Admin API. */
    admin: call('ssoadmin', 'SsoAdmin', { 'InstanceArn.$': settings('instanceArn') }),
  };
}

export const NOT_FOUND = {
  store: ['Identitystore.ResourceNotFoundException'],
  admin: ['SsoAdmin.ResourceNotFoundException', 'SsoAdmin.ValidationException'],
};

/** A group, or a user, by an attribute that only one has. */
export const by = (AttributePath: string, value: string): Template => ({
  AlternateIdentifier: { UniqueAttribute: { AttributePath, 'AttributeValue.$': value } },
});

/** What keeps us out, or waiting for too long, by our own names. */
export const REFUSALS = [
  'DirectoryUnreachable',
  'KeyRefused',
  'DirectoryNotPermitted',
  'RateLimited',
  'Unavailable',
] as const;

/**
 * Tells them apart, each with where it leads. A key that refuses is told with the same error as a right that is missing.
 * @param failure the path of what a Catch left
 */
export function refusals(
  failure: string,
  next: (name: (typeof REFUSALS)[number]) => string,
): (Rule & { Next: string })[] {
  const { unreachable, key, denied } = keepingOut(failure);
  return [
    { ...unreachable, Next: next('DirectoryUnreachable') },
    { Or: key, Next: next('KeyRefused') },
    { Or: denied, Next: next('DirectoryNotPermitted') },
    { Or: isBusy(failure), Next: next('RateLimited') },
    {
      Or: named(failure, '*.InternalServerException', '*.SdkClientException', 'States.Timeout'),
      Next: next('Unavailable'),
    },
  ];
}

const named = (failure: string, ...patterns: string[]): Rule[] =>
  patterns.map((StringMatches) => ({ Variable: `${failure}.Error`, StringMatches }));

const keepingOut = (failure: string) => ({
  unreachable: says(`${failure}.Cause`, '*sts:AssumeRole*'),
  key: ['*KMS*', '*kms:*'].map((text) => says(`${failure}.Cause`, text)),
  denied: [...named(failure, '*.AccessDeniedException'), says(`${failure}.Cause`, '*is not authorized to perform*')],
});

/** Any of these: what keeps us out, for as long as nobody changes it. */
export function isKeptOut(failure: string): Rule[] {
  const { unreachable, key, denied } = keepingOut(failure);
  return [unreachable, ...key, ...denied];
}

/** Any of these: AWS, or what others ask of it, has no time for us. */
export const isBusy = (failure: string): Rule[] =>
  named(failure, '*.ThrottlingException', 'SsoAdmin.ConflictException', 'SsoAdmin.ServiceQuotaExceededException');
