import { identityCenterOfKumoworks } from './identity-center-of-kumoworks.ts';
import type { Account, Organization } from './organization.ts';

/** A custom password policy: 32 characters, some of every kind. */
export const strictPolicy = {
  MinimumPasswordLength: 32,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
};

/** The sandbox's fictional organization. */
export const kumoworks: Organization = {
  team: { id: 'T0KUMO', name: 'Kumoworks', domain: 'kumoworks' },
  people: [
    { id: 'U0AIKO', name: 'aiko', realName: 'Aiko Tanaka', email: 'aiko@kumoworks.example', locale: 'en-US' },
    { id: 'U0KEN', name: 'ken', realName: 'Ken Watanabe', email: 'ken@kumoworks.example', locale: 'en-US' },
    { id: 'U0MARIA', name: 'maria', realName: 'Maria Lopez', email: 'maria@kumoworks.example', locale: 'en-GB' },
    { id: 'U0YUKI', name: 'yuki', realName: '佐藤 由紀', email: 'yuki@kumoworks.example', locale: 'ja-JP' },
    { id: 'U0HIRO', name: 'hiro', realName: '鈴木 宏', email: 'hiro@kumoworks.example', locale: 'ja-JP' },
    { id: 'U0OMAR', name: 'omar', realName: 'Omar Haddad', email: 'Omar@Kumoworks.example', locale: 'en-US' },
    { id: 'U0LENA', name: 'lena', realName: 'Lena Fischer', email: 'lena@kumoworks.example', locale: 'de-DE' },
    {
      id: 'U0GUEST',
      name: 'greta',
      realName: 'Greta Guest',
      email: 'greta@agency.example',
      locale: 'en-US',
      guest: 'multi-channel',
    },
    {
      id: 'U0GONE',
      name: 'gil',
      realName: 'Gil Gone',
      email: 'gil@kumoworks.example',
      locale: 'en-US',
      deleted: true,
    },
    {
      id: 'U0ROBOT',
      name: 'deploybot',
      realName: 'Deploy Bot',
      email: 'deploybot@kumoworks.example',
      locale: 'en-US',
      bot: true,
    },
    {
      id: 'U0OTHER',
      name: 'otto',
      realName: 'Otto Other',
      email: 'otto@elsewhere.example',
      locale: 'en-US',
      stranger: true,
    },
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', private: false, members: ['*'] },
    {
      id: 'C0APPROVE',
      name: 'aws-approvals',
      private: true,
      members: ['U0KEN', 'U0MARIA', 'U0AIKO', 'U0HIRO', 'U0LENA', 'U0GUEST', 'U0OTHER', 'U0BOARDING'],
    },
  ],
  userGroups: [
    {
      id: 'S0PLATFORM',
      handle: 'platform-team',
      members: ['U0KEN', 'U0MARIA', 'U0GONE'],
    },
    { id: 'S0LEADS', handle: 'team-leads', members: ['U0AIKO', 'U0HIRO', 'U0KEN'] },
  ],
  homeAccount: '100000000001',
  homeRegion: 'eu-west-1',
  managementAccount: '100000000000',
  stackParameters: {
    AllowedGroupArns: 'arn:aws:iam::*:group/Developers,arn:aws:iam::*:group/ReadOnly',
    AllowedPolicyArns: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
  },
  root: 'r-kumo',
  units: [
    { id: 'ou-kumo-platform', name: 'Platform', parent: 'r-kumo' },
    { id: 'ou-kumo-products0', name: 'Products', parent: 'r-kumo' },
    { id: 'ou-kumo-payments0', name: 'Payments', parent: 'ou-kumo-products0' },
    { id: 'ou-kumo-search00', name: 'Search', parent: 'ou-kumo-products0' },
    { id: 'ou-kumo-sandboxes', name: 'Sandboxes', parent: 'r-kumo' },
    { id: 'ou-kumo-closed00', name: 'Closed', parent: 'r-kumo' },
  ],
  accounts: [
    account('100000000000', 'kumoworks', 'r-kumo', { groups: ['Administrators'] }),
    account('100000000001', 'automation', 'ou-kumo-platform', { groups: ['Administrators'] }),
    account('111122223333', 'payments-dev', 'ou-kumo-payments0', { alias: 'kumo-payments-dev' }),
    account('111122224444', 'payments-prod', 'ou-kumo-payments0', {
      alias: 'kumo-payments-prod',
      passwordPolicy: strictPolicy,
    }),
    account('222233334444', 'search-dev', 'ou-kumo-search00', { users: ['omar@kumoworks.example'] }),
    account('222233335555', 'search-prod', 'ou-kumo-search00', { passwordPolicy: strictPolicy }),
    account('333344445555', 'data-lake', 'ou-kumo-platform', { groups: ['Administrators'] }),
    account('333344446666', 'observability', 'ou-kumo-platform', {}),
    account('444455556666', 'sandbox-tokyo', 'ou-kumo-sandboxes', { alias: 'kumo-sandbox-tokyo' }),
    account('444455557777', 'sandbox-lisbon', 'ou-kumo-sandboxes', {}),
    account('555566667777', 'new-venture', 'ou-kumo-products0', { withoutRoles: true }),
    account('999988887777', 'legacy', 'ou-kumo-closed00', { state: 'SUSPENDED' }),
  ],
  identityCenter: identityCenterOfKumoworks,
};

/** An account as most are: active, with the groups that the policy's profiles name. */
export function account(id: string, name: string, parent: string, more: Partial<Account>): Account {
  return {
    id,
    name,
    email: `aws+${name}@kumoworks.example`,
    parent,
    state: 'ACTIVE',
    groups: ['Developers', 'ReadOnly'],
    ...more,
  };
}
