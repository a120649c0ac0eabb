/** What these machines ask of a published profile. */
export const GRANTS = ['grants.groups', 'grants.permissionSets', 'grants.sensitive'];
export const SETTINGS = ['instanceArn', 'identityStoreId', 'region', 'portalUrl', 'users', 'firstSignIn'].map(
  (name) => `settings.${name}`,
);
