const ITS_CALLS_ARE_CAUGHT = 'Each call in the Map is caught by itself: this one is for what nobody has foreseen.';

/** What can be taken out of the definitions without a test that fails, each with why. */
export const exceptions: Record<string, string> = {
  'inspect-identity-center: AccountFailed, branch to AccountUnreachable':
    'Shared with IAM, where a role is assumed in the account. Here an account is only asked for at home.',
  'inspect-identity-center: CrossTargets, Catch of States.ALL to DirectoryFailed':
    'Nothing in the Map calls anything: it is for what nobody has foreseen.',
  'provision-iam-user: DetachPolicies, Catch of States.ALL to UndoFailed': ITS_CALLS_ARE_CAUGHT,
  'provision-iam-user: LeaveGroups, Catch of States.ALL to UndoFailed': ITS_CALLS_ARE_CAUGHT,
};
