import { z } from 'zod';
import type { Grants, Profile } from '../../onboarding/profile.ts';

const FAULTS: Record<string, string> = {
  OtherRegion:
    'identityCenter.region is not the Region of the home stack: deploy the stack in the Region of Identity Center',
  InstanceMissing: 'there is no instance identityCenter.instanceArn in this Region: copy the ARN from its Settings',
  InstanceNotActive: 'the instance of Identity Center is not ACTIVE: look at it in its console',
  StoreMismatch: 'identityCenter.identityStoreId is not that of the instance: copy it from its Settings',
  DirectoryUnreachable:
    'there is no way into the account that administers Identity Center: deploy manifests/aws/identity-center.yaml there, and give its id to the home stack as IdentityCenterAccountId',
  DirectoryNotPermitted:
    'Identity Center does not let boarding-pass look: deploy the current manifests/aws/identity-center.yaml with the parameters of npm run policy, make sure that its account is the delegated administrator (aws organizations list-delegated-administrators --service-principal sso.amazonaws.com), and look at SCPs',
  KeyRefused:
    'the KMS key of Identity Center refuses boarding-pass: allow its roles in the key policy, and give the key to identity-center.yaml as KmsKeyArn',
};

const PROBLEMS: Record<string, string> = {
  PermissionSetMissing: 'does not exist: correct its ARN',
  PermissionSetInManagementAccount:
    'is provisioned in the management account too, so a delegated administrator may not assign it: create another one for the other accounts',
  PermissionSetAdministers: 'gives administrator rights: if it is meant to, say sensitive: true in the profile',
};

const read = z.object({
  groups: z.array(z.object({ Name: z.string(), Exists: z.boolean(), FromDirectory: z.boolean() })),
  permissionSets: z.array(
    z.object({
      Arn: z.string(),
      Name: z.string(),
      Problem: z
        .object({ Error: z.string() })
        .nullable()
        .transform((problem) => problem?.Error),
    }),
  ),
  ManagementAccountId: z.string(),
  AdministratorAccountId: z.string(),
  HomeAccountId: z.string(),
});
type Found = z.output<typeof read>;
type About = Pick<Profile, 'accounts' | 'settings'>;

/** What keeps a profile of Identity Center from being given, each with its remedy. */
export function faults(fault: string | null, given: Grants | undefined, profile: About): string[] {
  if (fault !== null) return [FAULTS[fault] ?? `could not be checked in Identity Center (${fault})`];
  if (!given) return [];
  const found = read.parse(given);
  return [
    ...found.groups.flatMap((group) => faultOfGroup(group, profile)),
    ...found.permissionSets.flatMap(({ Name, Problem }) =>
      Problem === undefined
        ? []
        : [`the permission set ${Name} ${PROBLEMS[Problem] ?? `cannot be given (${Problem})`}`],
    ),
    ...(found.permissionSets.length > 0 ? faultsOfAccounts(found, profile) : []),
  ];
}

function faultOfGroup({ Name, Exists, FromDirectory }: Found['groups'][number], { settings }: About): string[] {
  if (!Exists) return [`the group ${Name} does not exist in Identity Center: create it, or correct its name`];
  if (!FromDirectory) return [];
  const others =
    settings.users === 'create' ? '; if people come from there, too, say identityCenter.users: existing' : '';
  return [
    `the group ${Name} comes from the company directory: have people added there, or name a group that was created in Identity Center${others}`,
  ];
}

/** Where nothing is assigned, though the profile names it: by AWS's rule for delegates, and by our own. */
function faultsOfAccounts(found: Found, { accounts }: About): string[] {
  const { ManagementAccountId: management, AdministratorAccountId: administrator, HomeAccountId: home } = found;
  const isDelegated = administrator !== management;
  const rules: [accountId: string, isClosed: boolean, why: string][] = [
    [
      management,
      isDelegated,
      'the management account, and Identity Center is administered by a delegate, which AWS lets assign nothing there: take it out of accounts.only, or administer from the management account (docs/identity-center.md, Delegated administrators)',
    ],
    [administrator, isDelegated, 'the account that administers Identity Center: take it out of accounts.only'],
    [home, true, 'the account where boarding-pass is: take it out of accounts.only'],
  ];
  return rules.flatMap(([id, isClosed, why]) => (isClosed && accounts.only?.includes(id) ? [`${id} is ${why}`] : []));
}
