import { isolated } from '../../isolated.ts';
import type { ShellWords } from './en.ts';

const kinds = { 'iam-user': 'Developer', 'identity-center': 'Cloud developer' };

export const ja: ShellWords = {
  sandbox: 'サンドボックス',
  skip: '会話へ移動',
  language: 'このページの言語',
  loading: 'サンドボックスを読み込んでいます…',
  reconnecting: '再接続しています…',
  anotherWorld: 'サンドボックスが再起動されました。すべて最初の状態に戻りました。',
  dismiss: '閉じる',
  close: '閉じる',

  parts: '表示の切り替え',
  panes: { people: 'メンバー', slack: 'Slack', aws: 'AWS' },
  news: (count) => `新着 ${count} 件`,
  unread: '未読',

  peopleAndConversations: 'メンバーと会話',
  youAre: '操作中のユーザー',
  beSomebodyElse: '別の人に切り替える',
  findPerson: 'メンバーを検索',
  morePeople: (count) => `ほかに ${count} 名います。名前で検索してください`,
  noPerson: '該当する人がいません。',
  approver: '承認者',
  kinds: {
    member: 'メンバー',
    guest: 'ゲスト',
    stranger: '社外',
    bot: 'ボット',
    deactivated: 'アカウント解除済み',
  },
  whoCannotAct: (count) => `操作できないメンバー（${count} 名）`,
  whyNot: {
    member: '',
    guest: '',
    stranger: '',
    bot: 'ボットです。プログラムが操作します',
    deactivated: 'アカウントが解除されているため、Slack にサインインできません',
  },

  channels: 'チャンネル',
  directMessages: 'ダイレクトメッセージ',
  byMail: 'メール',
  mailbox: '送信済みメール',
  isPrivate: 'プライベートチャンネル',

  noSlack:
    '実際の Slack に接続しています。ボットは環境変数で指定されたワークスペースで動いています。ここにはローカルの AWS だけを表示します。',

  time: {
    button: '時刻',
    shown: (moment) => `時刻：${moment}`,
    heading: 'サンドボックスの時刻',
    now: (moment) => `現在は ${moment} です。`,
    ahead: (duration) => `このコンピューターより ${duration}進んでいます。`,
    what: '時刻を進めると、それまでに期限が来るもの（リマインド、承認の期限、セッションの終了など）が順番に処理されます。時刻は戻せません。サンドボックスを再起動すると実際の時刻に戻ります。',
    by: { '1h': '+1 時間', '1d': '+1 日', '1w': '+1 週間' },
    moving: '時刻を進めています…',
    moved: (moment) => `${moment} になりました。`,
    notAtRest: '処理中のものがあります。終わってから、もう一度お試しください。',
    offline: 'サンドボックスから応答がありません。起動しているか確認してください。',
  },

  howThisWorks: 'このページについて',
  about: {
    real: '本番と同じもの',
    realThings: [
      'ボット：本番と同じプログラムが、独立したプロセスとして動いています。',
      'ステートマシン：デプロイされる定義そのものです。待機、再試行、取り消しもそのまま動きます。',
      '通信：Slack の Web API と Socket Mode、AWS SDK のプロトコルをそのまま使います。',
    ],
    local: 'ローカルで再現しているもの',
    localThings: [
      'Slack、AWS、メールはこのマシンのメモリ上にあり、本物と同じ内容をチェックします。外部には何も送信されません。',
      'Kumoworks の人とアカウントは架空のものです。左で選んだ人として Slack を操作します。',
      '再試行の待ち時間は数分ではなく 0.1 秒です。再起動するとすべて最初に戻ります。',
    ],
  },

  hint: {
    label: '次にすること',
    ask: (who) =>
      `まずは申請です。${isolated(who)} さんとして #general で /onboard と入力し、Enter キーを押してください。`,
    fill: (way) =>
      way === undefined
        ? 'この種類では、アカウントの指定は不要です。残りを入力して申請してください。例：対象者は 佐藤 由紀 さん。理由は自由に入力してください。'
        : `フォームに入力して申請してください。例：アクセスの種類は ${kinds[way]}、アカウントは payments-dev、対象者は 佐藤 由紀 さん。理由は自由に入力してください。`,
    inspect: 'AWS Step Functions が現在の状態を確認しています。実行の一覧で進み具合を確認できます。',
    approve: (who) => `申請は承認待ちです。${isolated(who)} さんとして、チャンネルで申請を承認してください。`,
    wait: 'AWS Step Functions がアクセスを付与しています。実行の一覧で進み具合を確認できます。',
    fetch: (who, count) =>
      `ユーザーが作成されました。${isolated(who)} さんとして、ダイレクトメッセージのボタンを${count === 1 ? '' : 'どれか 1 つ'}押し、パスワードを受け取ってください。`,
    'fetch-next': (who, after, account) =>
      `${isolated(after)} は完了です。${isolated(account)} にも ${isolated(who)} さんのユーザーがあります。ダイレクトメッセージで ${isolated(account)} のボタンを押してください。`,
    copy: (user, account) =>
      `パスワードをコピーしてこの画面を閉じ、${isolated(account)} に ${isolated(user)} としてサインインしてください。`,
    'sign-in': (user, account) =>
      `${isolated(account)} に ${isolated(user)} としてサインインしてください。コピーしていない場合は、もう一度ボタンを押すと新しく発行できます。`,
    'own-password': '次に、ご自身のパスワードを設定してください。',
    'assign-mfa':
      'サインインできましたが、MFA がないとまだ何も操作できません。コンソールの「セキュリティ認証情報」で MFA デバイスを割り当ててください。',
    'sign-in-again': (user, account) =>
      `サインアウトし、MFA コードを使って ${isolated(account)} に ${isolated(user)} としてもう一度サインインしてください。`,
    'read-mail': (user, account) =>
      `パスワードはメールで届きました。${isolated(account)} に ${isolated(user)} としてサインインしてください。`,
    'to-portal': (who, user) =>
      who === undefined
        ? `アクセスが付与されました。メールの URL から AWS アクセスポータルを開き、ユーザー名 ${isolated(user)} を入力してください。`
        : `アクセスが付与されました。${isolated(who)} さんとして、ダイレクトメッセージの URL から AWS アクセスポータルを開き、ユーザー名 ${isolated(user)} を入力してください。`,
    'mailed-code': (email) =>
      `${isolated(email)} に AWS からコードが届きました。「送信済みメール」で確認し、ポータルに入力して、パスワードを設定してください。`,
    'portal-mfa': 'ポータルでは MFA が必須です。認証アプリに表示されているコードを入力してください。',
    'open-account': 'サインインできました。アカウントをどれか 1 つ開いてください。',
    'ask-next': (who, way) =>
      way === 'identity-center'
        ? `IAM ユーザーでの一連の流れは完了です。もう 1 つの方法は AWS アクセスポータルです。${isolated(who)} さんとしてもう一度 /onboard と入力し、${kinds[way]} を選択してください。`
        : `AWS アクセスポータルでの一連の流れは完了です。もう 1 つの方法は、アカウントごとの IAM ユーザーです。${isolated(who)} さんとしてもう一度 /onboard と入力し、${kinds[way]} を選択してください。`,
    done: 'これで一連の流れは完了です。IAM ユーザーと AWS アクセスポータルの両方で、申請、承認、付与、連絡、MFA でのサインインまで終わりました。',
    goThere: '移動する',
    toPassword: 'パスワードへ',
    toSignIn: 'サインインへ',
    dismiss: 'ヒントを表示しない',
    showAgain: 'ヒントをもう一度表示する',
    close: '閉じる',
  },
};
