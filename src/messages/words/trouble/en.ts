import type { TroubleName } from '../../../contract/errors.ts';
import { command } from '../command.ts';

/** What went wrong, and what to do about it, in English. */
export const trouble = {
  RateLimited: 'Slack or AWS kept asking to slow down. Ask again in a while.',
  Unavailable: 'Slack or AWS did not answer for too long. Ask again in a while.',
  CannotBeReached:
    'They cannot get messages from me. Tell them yourself; if they need a temporary password, have your AWS administrators delete the user, then ask again with an e-mail address.',
  MessageGone: 'The message of this request was deleted, so nobody could decide. Nothing was given; ask again.',
  MailRejected:
    'The e-mail was rejected. If the user is new, have your AWS administrators delete it, then ask again with the right address.',
  MailNotSent:
    'AWS does not send our e-mail; nothing is wrong with the address. Have your platform team fix it: the log says how. Then, if the user is new, have your AWS administrators delete it, and ask again.',
  MessageTooLong:
    'The request is too long to be shown to the approvers in full. Nothing was given; split it into several requests.',
  Abandoned: 'A step was started several times and never finished. Give your platform team the reference.',
  Failed: 'A step failed unexpectedly. Give your platform team the reference: the log has the details under it.',
  PolicyChanged: 'This kind of access has changed since it was asked for. Nothing was given; ask again.',
  ProfileMissing:
    'This kind of access is not published to AWS. Have your platform team publish the policy (`npm run policy`), then ask again.',
  ProfileUnreadable:
    'The published version of this kind of access cannot be read. Have your platform team publish the policy again (`npm run policy`), then ask again.',
  get NotARequest() {
    return `There is no such way to give access, or there are too many accounts. Ask again with \`${command()}\`.`;
  },
  OrganizationUnreadable:
    'boarding-pass may not read your AWS organization. Have your AWS administrators allow its account to do so, then ask again.',
  AccountNotOffered: 'This kind of access is not offered in this account.',
  AccountNotFound: 'This account is not in your AWS organization.',
  AccountNotActive: 'This account is suspended or closed.',
  AccountUnreachable:
    'boarding-pass has no way into this account. Have your AWS administrators deploy its roles there (StackSet, with the right HomeAccountId and HomeRegion), then ask again.',
  NotPermitted:
    'The boarding-pass role in this account may not do this. Have your AWS administrators update it, then ask again.',
  ProfileUnavailable:
    'AWS did not return the published version of this kind of access. Nothing was given; ask again in a while.',
  PermissionSetMissing:
    'This permission set does not exist. Have your platform team correct the policy, then ask again.',
  PermissionSetInManagementAccount:
    'The management account uses this permission set too, so boarding-pass may not assign it. Have your AWS administrators create another one for the other accounts.',
  ManagementAccountClosed:
    'IAM Identity Center is administered from another account, and AWS lets only the management account itself give access to it. Have your platform team take it out of this kind of access.',
  AccountOfOurs:
    'boarding-pass runs in this account, or IAM Identity Center is administered here, so nobody is given access to it this way. Ask your AWS administrators.',
  PermissionSetAdministers:
    'This permission set gives administrator rights, and the policy does not mark it as sensitive. Have your platform team check the policy.',
  GroupFromDirectory: 'The members of this group are managed in your company directory. Have them added there.',
  NobodyLeft: 'Nobody in the request can be given this kind of access. Nothing was given.',
  OtherRegion:
    'IAM Identity Center is in another Region than boarding-pass. Have your platform team check “region” in the policy.',
  InstanceMissing:
    'There is no IAM Identity Center with this ARN. Have your platform team check “instanceArn” in the policy.',
  InstanceNotActive: 'IAM Identity Center is not active. Have your AWS administrators check, then ask again.',
  StoreMismatch:
    'The identity store in the policy is not the one of IAM Identity Center. Have your platform team check “identityStoreId”.',
  DirectoryUnreachable:
    'boarding-pass has no way into IAM Identity Center. Have your AWS administrators deploy identity-center.yaml in the account that administers it, then ask again.',
  DirectoryNotPermitted:
    'IAM Identity Center does not let boarding-pass do this. Have your AWS administrators check identity-center.yaml, the delegated administrator and their SCPs, then ask again.',
  KeyRefused:
    'The KMS key of IAM Identity Center keeps boarding-pass out. Have your AWS administrators allow its roles in the key policy and give the key to identity-center.yaml (KmsKeyArn), then ask again.',
  UserMismatch:
    'In IAM Identity Center, the user name or the e-mail address belongs to somebody else, so nothing was changed. Ask again with the right pair: “user-name Sam Lee <e-mail>”.',
  UserDisabled:
    'Their user is disabled. Have it enabled in IAM Identity Center, or in your company directory if people come from there, then ask again.',
  UserMissing:
    'AWS does not know them yet: people come from your company directory. Have them added there, and ask again once it has synchronized. If AWS has them under another address, ask again with that one.',
  AssignmentFailed: 'AWS could not assign the permission set. Have your AWS administrators check, then ask again.',
  UserGone: 'This user was deleted after the access was asked for. Ask again.',
  MayBeAssigned:
    'AWS did not say whether it assigned the permission set. Ask again in a while; nothing is given twice.',
  GroupsLeft:
    'A step failed, and undoing it failed too, so they may be in some of these groups and not in others. Have your AWS administrators check, then ask again.',
  InertUserLeft: 'Their user could not be removed. It has no access, so it does no harm.',
  GroupMissing:
    'A group of this kind of access does not exist. Have your AWS administrators create it, then ask again.',
  PolicyMissing:
    'A policy of this kind of access does not exist in the account. Have your AWS administrators create it, then ask again.',
  UserAlreadyExists:
    'The account already has a user with this name, which was left untouched. To use another name, ask again and type “user-name e-mail”.',
  ClaimantMismatch:
    'The password would go to somebody else, so nothing was created. Tell your security team, with the reference.',
  UserMayExist:
    'AWS did not say whether their user was created. If it was, it has no access yet: have your AWS administrators check and delete it, then ask again.',
  UndoFailed:
    'A step failed, and removing the half-created user failed too. Have your AWS administrators delete it, then ask again.',
  NotThisRequest: 'The decision was made for another request. Nothing was given; ask again.',
  SelfApproval:
    'The approver is the requester or one of the people in the request. Nothing was given; ask again, and have somebody else approve.',
  NotAnApprover: 'The person who approved is not an approver in the published policy. Nothing was given; ask again.',
  NotNotified:
    'Your auditors could not be notified, so nothing was given. Have your AWS administrators check the notifications topic, then ask again.',
  EndedEarly: 'It was stopped, or failed, before anything was given. Ask again.',
  BrokenOff:
    'It was stopped, or failed, while access was being given: some people may have it who were not told. Have your AWS administrators check, and delete IAM users who were not told; then ask again.',
  PersonGone: 'They are no longer a member of your Slack workspace, so nothing was given.',
  GuestNow: 'They are a guest in Slack now, and this kind of access is for full members. Nothing was given.',
} satisfies Record<TroubleName, string>;
