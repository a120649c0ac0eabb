import { MAX_GROUPS, MAX_PERMISSION_SETS } from '../../../../src/contract/sizes.ts';

/** What these machines ask of a published profile. */
export const GRANTS = ['grants.groups', 'grants.permissionSets', 'grants.sensitive'];
const NAMES = ['instanceArn', 'identityStoreId', 'region', 'portalUrl', 'users', 'firstSignIn', 'sessionName'];
export const SETTINGS = NAMES.map((name) => `settings.${name}`);

/** Hold for what the policy lets a profile give: of more, these machines would lose count. */
export const isWithinLimits = [
  { Not: { Variable: `$.profile.Object.grants.groups[${MAX_GROUPS}]`, IsPresent: true } },
  { Not: { Variable: `$.profile.Object.grants.permissionSets[${MAX_PERMISSION_SETS}]`, IsPresent: true } },
];
