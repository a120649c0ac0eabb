import type { CenterWords } from './en.ts';

/** The page's Japanese words about IAM Identity Center. */
export const ja: CenterWords = {
  intro: 'IAM Identity Center です。ユーザーは 1 つの URL から、割り当てられたすべてのアカウントにサインインできます。',
  portal: 'AWS アクセスポータル',
  toPortal: 'ポータルにサインインする',

  directory: {
    title: '社内ディレクトリ',
    intro:
      'ユーザーは社内ディレクトリで追加され、次回の同期で AWS に登録されます。それまで、新しい社員は AWS に存在しません。',
    waiting: '未同期',
    synchronize: '今すぐ同期する',
    arrived: (who) => `AWS に登録しました：${who}`,
    nobodyArrived: '同期待ちのユーザーはいません。',
    refused: (who) =>
      `${who} は登録できませんでした。同じユーザー名またはメールアドレスのユーザーが、すでに手動で作成されています。`,
    offline: 'サンドボックスから応答がありません。起動しているか確認してください。',
  },

  users: 'ユーザー',
  none: 'なし',
  isNew: '新規',
  disabled: '無効',
  fromDirectory: '社内ディレクトリのユーザー',
  groupFromDirectory: '社内ディレクトリのグループ',
  logins: { none: 'パスワード未設定', temporary: 'ワンタイムパスワード', own: '自分で設定したパスワード' },
  userName: 'ユーザー名',
  email: 'メールアドレス',
  groups: 'グループ',
  created: '作成日時',
  mfa: 'MFA',
  withMfa: '登録済み',
  lastSignIn: '最終サインイン',
  never: 'なし',
  signInAs: 'このユーザーでサインイン',

  members: 'メンバー',

  assignments: 'アカウントの割り当て',
  noAssignments: '割り当てはまだありません。',
  group: 'グループ',
  statuses: { HELD: '割り当て済み', ASSIGNING: '割り当て中', REMOVING: '解除中', FAILED: '失敗' },
  noReason: 'AWS から理由は示されていません。',
};
