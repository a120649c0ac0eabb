import type { TroubleName } from '../../../contract/errors.ts';

/** 問題とその対処。 */
export const trouble: Record<TroubleName, string> = {
  RateLimited:
    'Slack または AWS の制限が長く続いたため、処理できませんでした。しばらくしてからもう一度申請してください。',
  Unavailable: 'Slack または AWS から長時間応答がありませんでした。しばらくしてからもう一度申請してください。',
  CannotBeReached:
    'この方には Slack でメッセージを送れませんでした。直接お知らせください。一時パスワードが必要な場合は、AWS 管理者にユーザーの削除を依頼し、その後、メールアドレスを入力して申請し直してください。',
  MessageGone:
    'メッセージが削除されたため、承認も却下もできませんでした。アクセスは付与していません。もう一度申請してください。',
  MailRejected:
    'メールを送れませんでした。新しく作成されたユーザーの場合は AWS 管理者に削除を依頼し、その後、正しいアドレスで申請し直してください。',
  MessageTooLong:
    '内容が長すぎて、承認者にすべてを表示できません。アクセスは付与していません。複数の申請に分けて、もう一度申請してください。',
  Abandoned: '処理を何度か試みましたが、完了できませんでした。プラットフォームチームに受付番号をお伝えください。',
  Failed:
    '予期しない問題が発生しました。プラットフォームチームに受付番号をお伝えください。受付番号からログを調べられます。',
  PolicyChanged:
    'このアクセスの種類の内容が、申請後に変更されました。アクセスは付与していません。もう一度申請してください。',
  ProfileMissing:
    'このアクセスの種類は、AWS 側に公開されていません。プラットフォームチームにポリシーの公開 (`npm run policy`) を依頼し、その後もう一度申請してください。',
  ProfileUnreadable:
    'AWS 側に公開されているこのアクセスの種類の内容を読み取れません。プラットフォームチームにポリシーの再公開 (`npm run policy`) を依頼し、その後もう一度申請してください。',
  NotARequest:
    'この方法ではアクセスを付与できないか、アカウントが多すぎます。もう一度 `/onboard` から申請してください。',
  OrganizationUnreadable:
    'boarding-pass が AWS の組織情報を読み取れません。AWS 管理者に権限の設定を依頼し、その後もう一度申請してください。',
  AccountNotOffered: 'このアクセスの種類は、このアカウントでは申請できません。',
  AccountNotFound: 'このアカウントは、AWS の組織にありません。',
  AccountNotActive: 'このアカウントは、停止または解約されています。',
  AccountUnreachable:
    'boarding-pass がこのアカウントにアクセスできません。AWS 管理者に boarding-pass 用ロールの設定（StackSet のデプロイと、HomeAccountId・HomeRegion の確認）を依頼し、その後もう一度申請してください。',
  NotPermitted:
    'このアカウントの boarding-pass 用ロールの権限が足りません。AWS 管理者にロールの更新を依頼し、その後もう一度申請してください。',
  ProfileUnavailable:
    'AWS 側に公開されているこのアクセスの種類の内容を取得できませんでした。アクセスは付与していません。しばらくしてからもう一度申請してください。',
  PermissionSetMissing:
    'この許可セットは存在しません。プラットフォームチームにポリシーの修正を依頼し、その後もう一度申請してください。',
  PermissionSetInManagementAccount:
    'この許可セットは管理アカウントでも使われているため、boarding-pass からは割り当てられません。AWS 管理者に、ほかのアカウント用の許可セットの作成を依頼してください。',
  PermissionSetAdministers:
    'この許可セットには管理者権限がありますが、ポリシーで sensitive に指定されていません。プラットフォームチームにポリシーの確認を依頼してください。',
  GroupFromDirectory: 'このグループのメンバーは社内ディレクトリで管理されています。そちらで追加を依頼してください。',
  OtherRegion:
    'IAM Identity Center のリージョンが boarding-pass と異なります。プラットフォームチームに、ポリシーの region の確認を依頼してください。',
  InstanceMissing:
    'この ARN の IAM Identity Center が見つかりません。プラットフォームチームに、ポリシーの instanceArn の確認を依頼してください。',
  InstanceNotActive:
    'IAM Identity Center が有効な状態ではありません。AWS 管理者に確認を依頼し、その後もう一度申請してください。',
  StoreMismatch:
    'ポリシーの ID ストアが IAM Identity Center のものと異なります。プラットフォームチームに、identityStoreId の確認を依頼してください。',
  DirectoryUnreachable:
    'boarding-pass が IAM Identity Center にアクセスできません。AWS 管理者に、管理用アカウントへの identity-center.yaml のデプロイを依頼し、その後もう一度申請してください。',
  DirectoryNotPermitted:
    'IAM Identity Center でこの操作が許可されていません。AWS 管理者に identity-center.yaml と SCP の確認を依頼し、その後もう一度申請してください。',
  KeyRefused:
    'IAM Identity Center の KMS キーで、boarding-pass のロールが許可されていません。AWS 管理者に、キーポリシーの更新と identity-center.yaml の KmsKeyArn の設定を依頼し、その後もう一度申請してください。',
  UserMismatch:
    'IAM Identity Center で、このユーザー名またはメールアドレスは別の方が使っています（変更していません）。「ユーザー名 氏名 <メールアドレス>」の形で正しく入力し、申請し直してください。',
  UserDisabled: 'このユーザーは無効になっています。AWS 管理者に有効化を依頼し、その後もう一度申請してください。',
  UserMissing:
    'この方はまだ AWS に登録されていません。社内ディレクトリへの追加を依頼し、その後もう一度申請してください。',
  AssignmentFailed:
    'AWS が許可セットを割り当てられませんでした。AWS 管理者に確認を依頼し、その後もう一度申請してください。',
  UserGone: 'このユーザーは、申請の後に削除されました。もう一度申請してください。',
  GroupsLeft:
    '処理が途中で失敗し、取り消しにも失敗したため、一部のグループにだけ追加されている可能性があります。AWS 管理者に確認を依頼し、その後もう一度申請してください。',
  MayBeAssigned:
    '許可セットが割り当てられたかどうか、AWS に確認できませんでした。しばらくしてからもう一度申請してください（付与済みのものが重複することはありません）。',
  InertUserLeft: '作成したユーザーを削除できませんでした。アクセス権はないため、そのままでも問題ありません。',
  GroupMissing:
    'このアクセスの種類で使うグループがありません。AWS 管理者に作成を依頼し、その後もう一度申請してください。',
  PolicyMissing:
    'このアクセスの種類で使うポリシーがアカウントにありません。AWS 管理者に作成を依頼し、その後もう一度申請してください。',
  UserAlreadyExists:
    '同じ名前のユーザーがすでに存在します（変更していません）。別の名前で作成するには、「対象者（Slack にいない方）」の欄に「ユーザー名 メールアドレス」の形で入力し、申請し直してください。',
  ClaimantMismatch:
    'パスワードが別の方に渡るおそれがあるため、ユーザーは作成していません。受付番号を添えて、セキュリティチームに連絡してください。',
  UserMayExist:
    'ユーザーが作成されたかどうか、AWS に確認できませんでした。作成されていても、まだ何も利用できません。AWS 管理者に確認と削除を依頼し、その後もう一度申請してください。',
  UndoFailed:
    '処理が途中で失敗し、作成途中のユーザーも削除できませんでした。AWS 管理者に削除を依頼し、その後もう一度申請してください。',
  NotThisRequest:
    '承認または却下が、別の申請に対するものでした。アクセスは付与していません。もう一度申請してください。',
  SelfApproval:
    '承認した方が、この申請の申請者または対象者でした。アクセスは付与していません。もう一度申請し、ほかの承認者に承認を依頼してください。',
  NotAnApprover:
    '承認した方は、公開されているポリシーの承認者ではありません。アクセスは付与していません。もう一度申請してください。',
  NotNotified:
    '監査担当者に通知できなかったため、アクセスを付与していません。AWS 管理者に通知用トピックの確認を依頼し、その後もう一度申請してください。',
  EndedEarly: '承認または却下の前に、処理が中断しました。アクセスは付与していません。もう一度申請してください。',
  BrokenOff:
    'アクセスの付与中に処理が中断しました。付与されたまま、本人に連絡していない可能性があります。AWS 管理者に確認（連絡していない IAM ユーザーは削除）を依頼し、その後もう一度申請してください。',
};
