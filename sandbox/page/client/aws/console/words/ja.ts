import type { ConsoleWords } from './en.ts';

/** The page's Japanese words in and about the console, after its door. */
export const ja: ConsoleWords = {
  title: 'AWS コンソール',
  pages: { home: 'ホーム', s3: 'S3 バケット', security: 'セキュリティ認証情報' },
  signOut: 'サインアウト',

  home: {
    title: 'サインインしました',
    mfa: 'MFA',
    with: 'MFA コードでサインイン',
    without: 'MFA なしでサインイン',
    limited:
      'MFA でサインインするまで、MFA の設定以外の操作はすべてアクセス許可の境界により拒否されます（「S3 バケット」でお試しください）。「セキュリティ認証情報」で MFA デバイスを割り当ててください。',
    signInAgain:
      'MFA デバイスは割り当て済みですが、このセッションはその前に始まったものです。サインアウトし、MFA コードを使ってもう一度サインインしてください。',
    done: '申請、承認、作成、MFA でのサインインまで、すべて完了しました。',
  },

  buckets: { title: 'Amazon S3：バケット' },

  security: {
    title: 'セキュリティ認証情報',
    devices: '多要素認証 (MFA)',
    none: 'MFA デバイスはありません。',
    assign: 'MFA デバイスの割り当て',
    assigned:
      'MFA デバイスを割り当てました。次のサインインから有効です。サインアウトし、MFA コードを使ってもう一度サインインしてください。',
    signInAgain: 'サインアウトしてサインインし直す',
  },

  assign: {
    title: 'MFA デバイスの割り当て',
    name: 'デバイス名',
    nameHint: '英数字と + = , . @ - _ を使用できます。アカウント内で重複しない名前にしてください。',
    next: '次へ',
    setUp: 'デバイスの設定',
    showKey: 'シークレットキーを表示',
    keyHint: 'キーは、このページの認証アプリに登録済みです。お手持ちの認証アプリにも登録できます。',
    code1: 'MFA コード 1',
    code2: 'MFA コード 2',
    add: 'MFA を追加',
    back: 'キャンセル',
  },

  mfaForm: {
    title: '多要素認証',
    intro: 'MFA デバイスに表示されているコードを入力してください。同じコードは 1 回しか使えません。',
    code: 'MFA コード',
    submit: '送信',
  },

  telephone: {
    title: '認証アプリ',
    code: 'コード',
    left: (seconds) => `あと ${seconds} 秒で次のコードに変わります`,
    used: (seconds) => `直前のコードは使用済みです。あと ${seconds} 秒で次のコードが表示されます。`,
    two: '実際の認証アプリでは、30 秒ごとにコードが 1 つ表示されます。ここでは待たずに済むよう、直近の 2 つを表示しています。',
    elsewhere: 'このタブには、このユーザーのキーがありません。デバイスを割り当てたときの認証アプリをお使いください。',
  },

  refusals: {
    InvalidAuthenticationCode: 'デバイスの認証コードが正しくありません。',
    EntityAlreadyExists: '同じ名前の MFA デバイスがすでに存在します。',
    ValidationError: 'デバイス名に使用できない文字が含まれています。英数字と + = , . @ - _ を使用してください。',
    LimitExceeded: 'MFA デバイスは 1 ユーザーにつき 8 台までです。',
    'signed-out': 'セッションの有効期限が切れました。もう一度サインインしてください。',
    offline: 'サンドボックスから応答がありません。起動しているか確認してください。',
  },
};
