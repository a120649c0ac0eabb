import type { DescribedIdentityCenter } from '../identity-center/described.ts';

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const setOf = (id: string) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${id}`;

const sets = {
  readOnly: setOf('1111aaaa1111aaaa'),
  developer: setOf('2222bbbb2222bbbb'),
  administrator: setOf('3333cccc3333cccc'),
};
const groups = {
  engineering: '1234567890-aaaa1111-0000-4000-8000-00000000000a',
  dataPlatform: '1234567890-bbbb2222-0000-4000-8000-00000000000b',
  controlTowerAdmins: '1234567890-cccc3333-0000-4000-8000-00000000000c',
};

/** What developers must not do, whatever PowerUserAccess lets them. */
const noPurchases = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: ['aws-marketplace:Subscribe', 'savingsplans:Create*'], Resource: '*' }],
};

/** The Identity Center of the sandbox's organization. Profiles may name two groups and two permission sets of it. */
export const identityCenterOfKumoworks: DescribedIdentityCenter = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  identityStoreId: 'd-1234567890',
  portalUrl: 'https://kumoworks.awsapps.com/start',
  administratorAccount: '333344446666',
  stackParameters: {
    GroupIds: [groups.engineering, groups.dataPlatform].join(','),
    PermissionSetArns: [sets.readOnly, sets.developer].join(','),
    AccountIds: [
      '111122223333',
      '111122224444',
      '222233334444',
      '222233335555',
      '333344445555',
      '444455556666',
      '444455557777',
      '555566667777',
      '999988887777', // closed since
    ].join(','),
  },
  permissionSets: [
    {
      arn: sets.readOnly,
      name: 'ReadOnly',
      description: 'Sees everything, changes nothing',
      sessionDuration: 'PT8H',
      managedPolicies: [aws('ReadOnlyAccess')],
    },
    {
      arn: sets.developer,
      name: 'Developer',
      description: 'Builds and deploys; no users, no purchases',
      sessionDuration: 'PT4H',
      managedPolicies: [aws('PowerUserAccess')],
      inlinePolicy: noPurchases,
    },
    {
      arn: sets.administrator,
      name: 'Administrator',
      description: 'Everything, for those who are on call',
      sessionDuration: 'PT1H',
      managedPolicies: [aws('AdministratorAccess')],
    },
  ],
  groups: [
    {
      id: groups.engineering,
      name: 'Engineering',
      opens: [{ permissionSet: 'ReadOnly', accounts: ['111122223333', '222233334444'] }],
    },
    {
      id: groups.dataPlatform,
      name: 'DataPlatform',
      opens: [{ permissionSet: 'Developer', accounts: ['333344445555'] }],
    },
    {
      id: groups.controlTowerAdmins,
      name: 'AWSControlTowerAdmins',
      opens: [{ permissionSet: 'Administrator', accounts: ['100000000000', '100000000001'] }],
    },
  ],
  users: [
    {
      id: '1234567890-dddd4444-0000-4000-8000-00000000000d',
      userName: 'Ken@Kumoworks.example',
      displayName: 'Ken Watanabe',
      givenName: 'Ken',
      familyName: 'Watanabe',
      email: 'ken@kumoworks.example',
      groups: ['Engineering'],
    },
    {
      id: '1234567890-eeee5555-0000-4000-8000-00000000000e',
      userName: 'hiro@kumoworks.example',
      displayName: '鈴木 宏',
      givenName: '宏',
      familyName: '鈴木',
      email: 'hiro@kumoworks.example',
      disabled: true,
    },
    // Lena has her mail here under a name of before.
    {
      id: '1234567890-ffff6666-0000-4000-8000-00000000000f',
      userName: 'l.fischer',
      displayName: 'Lena Fischer',
      givenName: 'Lena',
      familyName: 'Fischer',
      email: 'lena@kumoworks.example',
    },
  ],
};
