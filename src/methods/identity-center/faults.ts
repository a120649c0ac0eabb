import { z } from 'zod';
import type { Grants } from '../../onboarding/profile.ts';

const FAULTS: Record<string, string> = {
  OtherRegion:
    'identityCenter.region is not the Region of the stack at home: deploy the stack in the Region of Identity Center',
  InstanceMissing: 'there is no instance identityCenter.instanceArn in this Region: copy the ARN from its Settings',
  InstanceNotActive: 'the instance of Identity Center is not ACTIVE: look at it in its console',
  StoreMismatch: 'identityCenter.identityStoreId is not that of the instance: copy it from its Settings',
  DirectoryUnreachable:
    'there is no way into the account that administers Identity Center: deploy manifests/aws/identity-center.yaml there, and give its id to the stack at home as IdentityCenterAccountId',
  DirectoryNotPermitted:
    'Identity Center does not let boarding-pass look: deploy the current manifests/aws/identity-center.yaml with the parameters of npm run policy, and look at SCPs',
  KeyRefused:
    'the KMS key of Identity Center refuses boarding-pass: allow its roles in the key policy, and give the key to identity-center.yaml as KmsKeyArn',
};

const PROBLEMS: Record<string, string> = {
  PermissionSetMissing: 'does not exist: correct its ARN',
  PermissionSetInManagementAccount:
    'is provisioned in the management account too, so a delegated administrator may not assign it: make another one for the other accounts',
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
});

/** What keeps a profile of Identity Center from being given, each with its remedy. */
export function faults(fault: string | null, found: Grants | undefined): string[] {
  if (fault !== null) return [FAULTS[fault] ?? `could not be checked in Identity Center (${fault})`];
  const { groups, permissionSets } = found ? read.parse(found) : { groups: [], permissionSets: [] };
  return [
    ...groups.flatMap(({ Name, Exists, FromDirectory }) => {
      if (!Exists) return [`the group ${Name} does not exist in Identity Center: make it, or correct its name`];
      return FromDirectory ? [`the group ${Name} comes from the company directory: have people added there`] : [];
    }),
    ...permissionSets.flatMap(({ Name, Problem }) =>
      Problem === undefined
        ? []
        : [`the permission set ${Name} ${PROBLEMS[Problem] ?? `cannot be given (${Problem})`}`],
    ),
  ];
}
