import { action, noSuchEntity } from './action.ts';

export const accountSettings = {
  listAccountAliases: action({}, ({ account }) => ({
    AccountAliases: account.alias ? [account.alias] : [],
    IsTruncated: false,
  })),

  getAccountPasswordPolicy: action({}, ({ account }) => {
    if (!account.passwordPolicy) {
      throw noSuchEntity(`The Password Policy with domain name ${account.id} cannot be found.`);
    }
    return {
      PasswordPolicy: { ...account.passwordPolicy, AllowUsersToChangePassword: false, ExpirePasswords: false },
    };
  }),
};
