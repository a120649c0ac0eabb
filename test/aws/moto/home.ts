import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ProfileObject } from '../../../src/contract/profile-object.ts';
import { keyOfProfile } from '../../../src/contract/profile-object.ts';
import { accounts } from '../../manifests/stacks.ts';
import { deployHome } from './deploy.ts';
import type { Moto } from './moto.ts';
import { withPaths } from './sdk-tasks.ts';

export type Home = Awaited<ReturnType<typeof createHome>>;

export const developer: ProfileObject = {
  id: 'developer',
  method: 'iam-user',
  grants: { groups: ['Developers'], policyArns: [] },
  settings: {},
  accounts: { kind: 'all', only: [], ous: [], except: [] },
  approvers: { ids: ['U0KEN'], emails: [], groups: [] },
};

/** The home account with our stack. It manages the organization, too: only there moto answers questions about others. */
export async function createHome(moto: Moto) {
  const connection = await moto.admin(accounts.home);
  const stack = await deployHome(connection);
  const organizations = new OrganizationsClient(connection);
  const s3 = new S3Client(withPaths(connection));
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const root = Roots?.[0]?.Id ?? '';

  return {
    connection,
    stack,
    root,

    async addUnit(Name: string, ParentId = root): Promise<string> {
      const made = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
      return made.OrganizationalUnit?.Id ?? '';
    },

    /** An account of the organization, by an id of moto's making. */
    async addAccount(name: string, unit = root): Promise<string> {
      const command = new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com` });
      const { CreateAccountStatus } = await organizations.send(command);
      const AccountId = CreateAccountStatus?.AccountId ?? '';
      if (unit !== root)
        await organizations.send(
          new MoveAccountCommand({ AccountId, SourceParentId: root, DestinationParentId: unit }),
        );
      return AccountId;
    },

    /** Writes a profile as whoever deploys does, and gives its version. */
    async publish(profile: Partial<ProfileObject> = {}): Promise<string> {
      const whole = { ...developer, ...profile };
      return this.publishText(whole.id, `${JSON.stringify(whole, null, 2)}\n`);
    },

    async publishText(id: string, Body: string): Promise<string> {
      const Bucket = stack.made.get('ProfilesBucket')?.physicalId;
      const { ETag = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: keyOfProfile(id), Body }));
      return ETag;
    },
  };
}
