import type { cli as en } from './en.ts';

/** ご自身のターミナルのための文言。 */
export const cli: typeof en = {
  title: 'AWS CLI の設定',
  close: '閉じる',
  button: 'AWS CLI を設定',
  everything: '現在のアクセスをすべて表示',
  asCommands: 'コマンドで設定',

  headings: {
    file: '設定ファイル',
    commands: '最初に実行するコマンド',
    questions: '質問に答えて設定する場合',
    noBrowser: 'ブラウザがない環境の場合',
  },
  sentences: (sentences) => sentences.join(''),
  intro: (code) =>
    `ご自身のターミナルから、AWS CLI でアカウントを利用できるようにします。AWS CLI 2.9 以降が必要です（${code('aws --version')} で確認できます）。`,
  first: (code) =>
    `次の内容を、ファイル ${code('~/.aws/config')}（Windows では ${code('%USERPROFILE%\\.aws\\config')}）に貼り付けてください。すでに内容がある場合は、その下に追加してください。ファイルがない場合は作成してください。`,
  later: (code) =>
    `次の内容を、ファイル ${code('~/.aws/config')}（Windows では ${code('%USERPROFILE%\\.aws\\config')}）の末尾に追加してください。`,
  sessionStays: (session, code) =>
    `${code(`[sso-session ${session}]`)} は、そのまま残してください。ファイルにない場合は、代わりに「現在のアクセスをすべて表示」の内容を使ってください。`,
  sessionToo: (session, code) =>
    `ファイルに ${code(`[sso-session ${session}]`)} がまだない場合は、次の内容も追加してください：`,
  whole: (session, code) =>
    `現在のアクセスがすべて含まれています。これまでの設定は、この内容に置き換えてください。ファイル ${code('~/.aws/config')}（Windows では ${code('%USERPROFILE%\\.aws\\config')}）に ${code(`[sso-session ${session}]`)} や、${code(`sso_session = ${session}`)} と書かれた ${code('[profile …]')} がある場合は、先にすべて削除してから貼り付けてください。同じセクションが 2 つあると、${code('aws')} コマンドがすべて使えなくなります。`,
  missing: (count, code) =>
    `${count === undefined ? 'ここに表示されていないアクセスがあります。' : `ほかに ${count} 件のプロファイルがありますが、ここには表示されていません。`}${code('aws configure sso')} を実行すると、すべて一覧から選択できます。`,
  pending: (count) => `${count} 件のアカウントは AWS が準備中です。完了すると、自動的にポータルに表示されます。`,
  groups: 'グループで利用できるアカウントは含まれていません。',
  laterEverything: '「現在のアクセスをすべて表示」を押すと、それらも含めた内容を確認できます。',

  tryIt: (code) =>
    `${code('aws sso login')} を実行するとブラウザが開き、許可を求められます。許可するのは、ご自身のターミナルで今実行したものだけにしてください。`,
  tried: (code) =>
    `最後のコマンドで ${code('AccessDenied')} と表示された場合、サインインはできていますが、許可セットでそのコマンドが許可されていません。業務で使うコマンドでお試しください。`,
  answers: (code) =>
    `${code('aws configure sso')} を実行し、次のように答えてください。プロファイルは 1 回に 1 つずつ作成されます。`,
  answersForMore: (code) =>
    `上の設定に含まれていないアカウントは、${code('aws configure sso')} を実行し、次のように答えて設定してください。プロファイルは 1 回に 1 つずつ作成されます。`,
  answer: (question, answer) => `${question} → ${answer}`,
  steps: {
    enter: 'そのまま Enter キー',
    confirm: 'ブラウザが開くので、サインインしてアクセスを許可します。',
    account: (one) => `アカウントが複数ある場合は、${one ?? '1 つ'}${one === undefined ? '' : ' を'}選択します。`,
    role: (one) => `許可セットが複数ある場合は、${one ?? '1 つ'}${one === undefined ? '' : ' を'}選択します。`,
  },
  questions: (session, code) =>
    `最後の質問の文言は、バージョンによって少し異なります。ファイルに ${code(`[sso-session ${session}]`)} がすでにある場合、2〜4 の質問は表示されません。`,
  noBrowser: (code) =>
    `${code('aws sso login')} に ${code('--use-device-code')}（2.22 より前のバージョンでは ${code('--no-browser')}）を付けてください。別の端末で開く URL とコードが表示されます。入力するのは、ご自身のターミナルに表示されたコードだけにしてください。`,
  dualStack: (code) =>
    `このポータルでコードを使う場合は、環境変数 ${code('AWS_USE_DUALSTACK_ENDPOINT=true')} も設定してください。`,

  commands: {
    intro: 'ターミナルで次のコマンドを実行してください。もう一度実行しても、設定が重複することはありません。',
    session: (code) => `セッション（AWS CLI 2.34.22 以降。${code('aws --version')} で確認できます）：`,
    sessionBefore: (answers, code) =>
      `それより前のバージョンでは、代わりに ${code('aws configure sso-session')} を実行し、${answers} と順に答え、最後に Enter キーを押してください。`,
    profiles: 'プロファイル：',
  },

  loading: 'AWS に確認しています…',
  nothing:
    'あなたのアクセスは見つかりませんでした。Slack に登録されているメールアドレスで、IAM Identity Center に登録されている必要があります。プラットフォームチームに確認してください。',
  none: '現在、ポータルで利用できるアカウントはありません。AWS が準備中の場合は、数分後にもう一度お試しください。',
  onlyPending: (count) =>
    `まだ設定できるものがありません。${count} 件のアカウントを AWS が準備しています。数分後にもう一度お試しください。`,
  unusable:
    'このポータルは AWS CLI で利用できません。ポータルの URL、リージョン、セッション名のいずれかが正しくないためです。プラットフォームチームにポリシーの修正を依頼してください。',
  failed: 'AWS に確認できませんでした。この画面を閉じ、少し待ってからもう一度お試しください。',

  console: {
    can: (code) =>
      `*ターミナルで利用できること*\nAWS CLI 2.32 以降では、${code('aws login')} を実行するとブラウザにコンソールのサインイン画面が開き、最長 12 時間有効な認証情報がターミナルに渡されます。コンソールと同じように、MFA を使ってサインインしてください。ターミナルでは、コンソールと同じ操作ができます。`,
    notes: (code) =>
      `アカウントが複数ある場合は、${code('aws login --profile NAME')} のように、それぞれに名前を付けてください。ブラウザがない環境では ${code('aws login --remote')} を使ってください。\nAWS に拒否された場合は、AWS のポリシー ${code('SignInLocalDevelopmentAccess')} が付与されていません。プラットフォームチームに追加を依頼してください。`,
    cannot:
      '*利用できないこと*\nアクセスキーはありません。ご自身で作成することもできません。アクセスキーは、削除されるまで、MFA なしで誰でも使えてしまうためです。',
  },
};
