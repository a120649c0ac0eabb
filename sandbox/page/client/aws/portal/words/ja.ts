import { isolated } from '../../../isolated.ts';
import type { PortalWords } from './en.ts';

/** The page's Japanese words in and about the AWS access portal. */
export const ja: PortalWords = {
  doors: { label: 'サインインの方法', iam: 'IAM ユーザー', portal: 'AWS アクセスポータル' },

  title: 'AWS アクセスポータル',
  intro:
    'Slack またはメールで届いた URL の画面を再現しています。先にユーザー名を入力してください。コードのメールは、そのあとで初めて届きます。',
  introOfCompany:
    'Slack またはメールで届いた URL の画面を再現しています。ユーザーは社内ディレクトリで管理されているため、会社のサインイン画面に移動します。',
  userName: 'ユーザー名',
  next: '次へ',
  back: '別のユーザー',

  steps: {
    codeSent: { title: '本人確認', submit: '確認する' },
    passwordRequired: { title: 'パスワードの入力', submit: 'サインイン' },
    newPasswordRequired: { title: 'パスワードの設定', submit: '新しいパスワードを設定する' },
    mfaSetupRequired: { title: '認証アプリの登録', submit: 'MFA を登録する' },
    mfaRequired: { title: '追加の認証', submit: 'サインイン' },
    companySignInRequired: { title: '会社のサインイン画面', submit: '会社のアカウントでサインイン' },
  },
  codeSent: (who) =>
    `Identity Center に登録された ${isolated(who)} のメールアドレスに、コードを送信しました。この画面では「送信済みメール」で確認できます。`,
  code: '確認コード',
  password: 'パスワード',
  newPassword: '新しいパスワード',
  confirm: '新しいパスワード（確認）',
  passwordRules: '8〜64 文字。英大文字・英小文字・数字・記号をすべて含めてください。',
  mfaSetup: 'MFA の登録は必須です。この画面の認証アプリにはキーが登録済みです。お手元の認証アプリにも登録できます。',
  companySignIn:
    '会社独自のサインイン画面です。実際には、会社のパスワードと多要素認証を使います。ここではボタンを押すだけで進めます。',
  showKey: 'シークレットキーを表示',
  mfaCode: '認証アプリのコード',

  accounts: {
    title: 'アカウント',
    none: 'アクセスできるアカウントはまだありません。割り当てが完了すると、ここに表示されます。',
    open: (permissionSet, account) => `${permissionSet} で ${isolated(account)} を開く`,
    signOut: 'サインアウト',
    notYours: (account) => `${isolated(account)} へのこのアクセス権は、まだ割り当てられていません。`,
  },

  request: {
    title: 'アクセス許可のリクエスト',
    signInFirst: 'ターミナルからアクセスの許可を求められています。サインインすると、内容を確認できます。',
    signedInAs: 'サインイン中のユーザー',
    client: 'リクエスト元',
    code: 'ターミナルに表示されたコード',
    onlyIf: {
      code: 'ご自身のターミナルに表示されているコードと同じ場合にのみ、確認してください。',
      link: 'ご自身のターミナルで今「aws sso login」を実行し、この画面が開いた場合にのみ、許可してください。',
    },
    means:
      '許可すると、そのターミナルでは、サインインが終了するまで、あなたのすべてのアカウントであなたと同じ操作ができます。',
    confirm: '確認して続ける',
    allow: 'アクセスを許可する',
    deny: '拒否する',
    decided: {
      allow: '完了しました。ターミナルに戻ってください。',
      deny: '拒否しました。ターミナルからはアクセスできません。',
    },
    toAccounts: 'アカウントの一覧に戻る',
  },

  terminal: {
    title: 'お手元の AWS CLI で試す',
    intro:
      'このポータルは AWS CLI 2 から利用できます。このコンピューターのターミナルで、bash または zsh を開いてください。',
    setUp: 'このシェルの接続先を、AWS からサンドボックスに切り替えます。お手元の設定は変わりません。',
    paste:
      'Slack のメッセージの「AWS CLI を設定」、またはメールに記載された内容を貼り付けます。次のコマンドを実行して貼り付け、Enter キー、Ctrl-D の順に押してください。',
    signIn: 'サインインして、動作を確認します。',
  },

  console: {
    title: 'AWS コンソール',
    account: 'AWS アカウント',
    identity: 'サインイン中のユーザー',
    back: 'ポータルに戻る',
    services: { s3: 'S3 バケット', ec2: 'EC2 インスタンス', iam: 'IAM ユーザー一覧' },
  },

  refusals: {
    incorrect: 'サインイン情報が正しくありません。もう一度お試しください。',
    'incorrect-code': 'コードが正しくありません。もう一度お試しください。',
    'not-accepted':
      'このパスワードは使用できません。4 種類の文字をすべて含む 8〜64 文字の、新しいパスワードにしてください。',
    'contact-administrator': 'サインインできません。管理者にお問い合わせください。',
    'company-account':
      'このアカウントは会社に登録されていません。サインインできるのは、社内ディレクトリのユーザーだけです。',
    ForbiddenException: 'アクセス権がありません。',
    'unknown-code': 'リクエストが見つからないか、有効期限が切れています。もう一度コマンドを実行してください。',
    'signed-out': 'セッションの有効期限が切れました。もう一度サインインしてください。',
    offline: 'サンドボックスから応答がありません。起動しているか確認してください。',
  },
};
