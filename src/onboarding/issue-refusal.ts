/** Why the state machine `issue-password` made none. Its names are those of the machine's Fail states. */
export type IssueRefusal = 'NotYours' | 'ClaimClosed' | 'AlreadySignedIn' | 'AlreadyShown' | 'UserNotFound';
