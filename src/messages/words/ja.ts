import type { FormProblem } from '../../onboarding/form.ts';
import type { Words } from './en.ts';

/** 日本語の文言。敬体で書き、人の名前には「さん」を付ける。 */
export const ja: Words = {
  form: {
    title: 'AWS アクセスの申請',
    submit: '申請する',
    cancel: 'キャンセル',
    profile: 'アクセスの種類',
    profilePlaceholder: '選択してください',
    account: 'AWS アカウント',
    accountPlaceholder: '名前、アカウント ID、OU で検索',
    people: '対象者（Slack のメンバー）',
    peoplePlaceholder: 'メンバーを選択',
    others: '対象者（Slack にいない方）',
    othersHint: '1 行に 1 名ずつ、メールアドレスのみ、または「ユーザー名 メールアドレス」の形で入力してください。',
    othersPlaceholder: 'sam@partner.example\nsam.lee  sam.lee@partner.example',
    reason: '理由',
    reasonPlaceholder: '例：決済チームに参加するため',
    accountsLoading: 'アカウントを読み込んでいます。数秒後にもう一度入力してください',
    accountsMore: (shown, more) => `上位 ${shown} 件を表示（ほか ${more} 件は入力して絞り込み）`,
    sentBefore:
      'この申請は、最後の変更より前の内容ですでに受け付けています。フォームを閉じてお待ちください。結果はお知らせします。変更した分は新しく申請してください。',
    notSent:
      'AWS または Slack から応答がなく、まだ送信されていません。入力内容はそのままですので、もう一度「申請する」を押してください。',
    mayNotRequest: (why) =>
      why === 'guest'
        ? 'ゲストの方は AWS アクセスを申請できません。このワークスペースの正規メンバーに依頼してください。'
        : '申請できるアクセスの種類がありません。必要な場合は、ポリシーファイルの申請者への追加をプラットフォームチームに依頼してください。',
  },

  help: {
    steps: [
      '*AWS アクセスの申請*',
      '1. `/onboard` と入力し、アカウントと対象者（50 名まで）を選んで理由を書きます。',
      '2. 承認者が承認または却下します。申請者と対象者は、自分の関わる申請を承認できません。',
      '3. ユーザーが作成されます。すでに存在するユーザーには手を加えません。',
      '4. 対象者に、サインイン用 URL と一時パスワードの表示ボタンが届きます。Slack にいない方にはメールでお知らせします。',
    ].join('\n'),
    mayAskFor: '*申請できるアクセスの種類*',
    more: (count) => `…ほか ${count} 件`,
    footer:
      '進み具合はその都度お知らせします。申請は、承認または却下されるまで取り下げられます。パスワードをお尋ねすることはありません。',
  },

  formProblem: (problem: FormProblem): string => {
    switch (problem.kind) {
      case 'missing':
        return '入力してください。';
      case 'accounts-loading':
        return 'アカウントを読み込んでいます。数秒後にもう一度「申請する」を押してください。';
      case 'account-gone':
        return 'このアカウントは現在、組織で有効ではありません。別のアカウントを選んでください。';
      case 'profile-gone':
        return 'このアクセスの種類は申請できなくなりました。別の種類を選んでください。';
      case 'may-not-request':
        return '申請できるアクセスの種類がありません。プラットフォームチームにご相談ください。';
      case 'not-offered':
        return `${problem.account} では ${problem.profile} を申請できません。別のアカウントか、別のアクセスの種類を選んでください。`;
      case 'nobody':
        return '対象者を 1 名以上、ここか下の欄で指定してください。';
      case 'too-many-people':
        return `対象者が ${problem.count} 名います。1 件の申請は 50 名までですので、分けて申請してください。`;
      case 'too-long':
        return `${problem.count} 文字あります。500 文字以内で入力してください。`;
      case 'not-an-email':
        return `「${problem.text}」はメールアドレスの形になっていません。`;
      case 'not-a-user-name':
        return `「${problem.text}」はユーザー名に使えません。64 文字以内の半角英数字と + = , . @ _ - で入力してください。`;
      case 'too-many-words':
        return `「${problem.text}」は項目が多すぎます。「ユーザー名 メールアドレス」か、メールアドレスのみを入力してください。`;
      case 'email-twice':
        return `${problem.text} が重複しています。`;
      case 'user-name-twice':
        return `ユーザー名 ${problem.text} が重複しています。`;
    }
  },

  request: {
    heading: (requester, count, account) =>
      `${requester} さんが、${account} への AWS アクセスを *${count} 名分* 申請しています`,
    profile: (name, description) => `*アクセスの種類* ${name}：${description}`,
    grants: {
      groups: (groups) => `*グループ* ${groups}`,
      policies: (policies) => `*ポリシー* ${policies}`,
    },
    users: '*作成するユーザーと連絡方法*',
    via: (via) => (via === 'slack' ? 'DM' : 'メール'),
    andMore: (count) => `…ほか ${count} 名`,
    setAside: '*対象外となった方*',
    managementAccount:
      ':rotating_light: *これは組織の管理アカウントです。* ここに入れる人は、ほかのすべてのアカウントに影響を及ぼせます。',
    unreachable: (why) => `:warning: *事前の確認ができませんでした。* ${why}`,
    missingGroups: (groups) =>
      `:warning: *次のグループがアカウントにありません：* ${groups} 作成されるまで、誰も追加できません。`,
    existing: ':warning: *すでに存在するユーザー（変更しません）*',
    approvers: (approvers, until) =>
      `${approvers} ${until} までに承認または却下をお願いします。申請者と対象者は承認できません。`,
    approve: '承認',
    deny: '却下',
    confirmTitle: '管理アカウントの承認',
    confirmText: '組織全体の管理アカウントへのアクセスを許可します。承認しますか？',
    confirmYes: '承認する',
    confirmNo: '戻る',
    approved: (approver) => `:hourglass_flowing_sand: ${approver} さんが承認しました。ユーザーを作成しています。`,
    progress: (done, all) => `${all} 名中 ${done} 名が完了`,
    batch: (first, last, all) => `*${all} 名中 ${first}～${last} 人目*`,
    everybodyInThread: '対象者ごとの結果はスレッドにあります。',
    reminder: (approvers, requester, count, account, until) =>
      `:bell: ${approvers} ${requester} さんによる ${account} への申請（${count} 名分）が、まだ承認待ちです。期限は ${until} です。`,
    doneHeading: (approver, done, all) =>
      `${done === all ? ':white_check_mark:' : ':warning:'} ${approver} さんが承認しました。${all} 名中 ${done} 名がサインインできます。`,
    denied: (approver) => `:no_entry: ${approver} さんが却下しました。理由：`,
    withdrawn: (requester) =>
      `:leftwards_arrow_with_hook: ${requester} さんが申請を取り下げました。何も作成されていません。`,
    expired: ':alarm_clock: 期限までに承認も却下もされなかったため、この申請は終了しました。',
    nobody: ':grey_question: 申請できる対象者がいなかったため、この申請は終了しました。',
    failed: (why) => `:x: 申請を処理できずに終了しました。${why}`,
    reference: (id) => `受付番号 ${id}`,
  },

  setAside: {
    'unknown-in-slack': 'Slack で見つかりません',
    deactivated: 'Slack のアカウントが解除されています',
    bot: 'ボットです',
    guest: 'ゲストです。この種類は正規メンバーのみが対象です',
    'other-workspace': '別のワークスペースの方です',
    'no-email': 'Slack にメールアドレスがなく、ユーザー名を決められません',
    'email-domain': 'Slack のメンバーではなく、このドメインのアドレスはこの種類では許可されていません',
    'user-name-invalid':
      'このアドレスは IAM ユーザー名に使えません。メンバーとして選ばずに「ユーザー名 メールアドレス」と入力してください',
    'user-name-taken': '同じ申請にユーザー名が重なる方がいます。「ユーザー名 メールアドレス」と入力してください',
    'named-twice': '重複して指定されています（1 名として扱います）',
  },

  outcome: {
    told: (via) => (via === 'slack' ? 'Slack で連絡済み' : 'メールで連絡済み'),
    createdNotTold: (why) => `作成済みですが、本人に連絡できていません。${why}`,
    notCreated: (why) => `作成できませんでした。${why}`,
    unknown: (why) => `作成された可能性があります。アカウントを確認してください。${why}`,
  },

  trouble: {
    'account-unreachable':
      'boarding-pass はこのアカウントに入れません。AWS 管理者に boarding-pass 用ロールの展開を依頼し、その後もう一度申請してください。',
    'not-permitted':
      'このアカウントの boarding-pass 用ロールに権限がありません。AWS 管理者にロールの更新を依頼し、その後もう一度申請してください。',
    'group-missing':
      'このアクセスの種類で使うグループがアカウントにありません。AWS 管理者に作成を依頼し、その後もう一度申請してください。',
    'policy-missing':
      'このアクセスの種類で使うポリシーがアカウントにありません。AWS 管理者に作成を依頼し、その後もう一度申請してください。',
    'user-exists':
      '同じ名前のユーザーがすでにあり、変更していません。別の名前で作成するには、「ユーザー名 メールアドレス」と入力して申請し直してください。',
    'half-made':
      '途中で失敗し、作りかけのユーザーも削除できませんでした。AWS 管理者に削除を依頼し、その後もう一度申請してください。',
    'cannot-be-reached':
      'この方には Slack でメッセージを送れません。AWS 管理者にユーザーの削除を依頼し、その後メールアドレスで申請し直してください。',
    'mail-rejected':
      'メールを送れませんでした。AWS 管理者にユーザーの削除を依頼し、その後、正しいアドレスで申請し直してください。',
    'policy-changed':
      'このアクセスの種類はポリシーファイルからなくなりました。何も作成していません。別の種類で申請してください。',
    'not-this-request': '別の申請に対する判断でした。何も作成していません。もう一度申請してください。',
    'message-too-long':
      '内容が長すぎて、承認者にすべてを表示できません。何も作成していません。複数の申請に分けてください。',
    'self-approval': '承認した方が申請の当事者でした。何も作成していません。ほかの方に承認を依頼してください。',
    other: '予期しない問題が起きました。受付番号をプラットフォームチームにお伝えください。詳細はログにあります。',
  },
  troubleDetail: (detail) => `（${detail}）`,

  requester: {
    sent: (count, account, until) =>
      `:outbox_tray: ${account} への申請（${count} 名分）を承認者に送りました。結果はここでお知らせします。期限は ${until} です。`,
    closed: (count, account) =>
      `:outbox_tray: ${account} への申請（${count} 名分）を承認者に送りました。結果は下のメッセージをご覧ください。`,
    withdraw: '取り下げる',
    withdrawTitle: '申請の取り下げ',
    withdrawText: '承認者はこの申請を承認できなくなり、何も作成されません。',
    withdrawYes: '取り下げる',
    withdrawNo: 'やめる',
    withdrawn: (count, account) =>
      `:leftwards_arrow_with_hook: ${account} への申請（${count} 名分）を取り下げました。何も作成されていません。`,
    approved: (approver, count, account) =>
      `:thumbsup: ${approver} さんが申請を承認しました。${account} に ${count} 名分のユーザーを作成しています。`,
    denied: (approver, account) =>
      `:no_entry: ${approver} さんが ${account} への申請を却下しました。ご本人に相談するか、\`/onboard\` で申請し直してください。却下の理由：`,
    expired: (account) =>
      `:alarm_clock: ${account} への申請は、期限までに承認も却下もされませんでした。\`/onboard\` でもう一度申請してください。`,
    nobody: (account) =>
      `:grey_question: ${account} への申請には申請できる対象者がいなかったため、承認者に送りませんでした。\`/onboard\` で申請し直してください。`,
    failed: (account, why) => `:x: ${account} への申請を処理できませんでした。${why}`,
    done: (done, all, account) =>
      done === all
        ? `:white_check_mark: 完了しました。${all} 名が ${account} にサインインできます。`
        : `:warning: ${account} には ${all} 名中 ${done} 名がサインインできます。`,
  },

  welcome: {
    first: (requester, approver, account) =>
      `${requester} さんの申請を ${approver} さんが承認し、AWS アカウント ${account} をご利用いただけるようになりました。`,
    signIn: (url, userName) => `*サインイン用 URL* ${url}\n*ユーザー名* ${userName}`,
    button: '一時パスワードを表示',
    footer: (until, requester) =>
      `${until} までにボタンを押すと、一時パスワードが発行されます。初回サインイン時にご自身のパスワードを設定してください。パスワードをお尋ねすることはありません。お心当たりがない場合は ${requester} さんにお問い合わせください。`,
  },

  mail: {
    subject: (account) => `AWS アカウント ${account} のご利用開始について`,
    first: (requester, approver, account) =>
      `${requester} さんの申請を ${approver} さんが承認し、AWS アカウント ${account} をご利用いただけるようになりました。`,
    signIn: 'サインイン用 URL',
    userName: 'ユーザー名',
    password: '一時パスワード',
    mustChange:
      '初回サインイン時に、ご自身のパスワードを設定してください。このメールが複数届いた場合は、最新のメールのパスワードのみ有効です。',
    footer: (requester) =>
      `パスワードをお尋ねすることはありません。お心当たりがない場合は、サインインせず、このメールへの返信で ${requester} さんにお問い合わせください。`,
  },

  password: {
    title: '一時パスワード',
    close: '閉じる',
    loading: 'パスワードを発行しています…',
    account: (account) => `*アカウント* ${account}`,
    once: '今すぐコピーしてください。このパスワードは二度と表示されません。以前のものは使えなくなりました。サインイン時にご自身のパスワードを設定してください。ほかの人には見せないでください。',
    alreadyShown:
      '一時パスワードはすでに発行されています。お手元にあればそれを使い、なければ新しく発行してください。発行すると、以前のものは使えなくなります。',
    makeNew: '新しく発行する',
    NotYours: 'このパスワードは、別の方のために作られたユーザーのものです。',
    ClaimClosed:
      'このパスワードを受け取れる期限が過ぎています。AWS 管理者にユーザーの削除を依頼してください。その後、あらためて申請できます。',
    AlreadySignedIn:
      'すでにサインイン済みのため、一時パスワードはありません。ご自身のパスワードをお忘れの場合は、AWS 管理者にお問い合わせください。',
    UserNotFound: 'このユーザーは、もうアカウントに存在しません。申請した方にお問い合わせください。',
    failed: 'パスワードを表示できませんでした。この画面を閉じ、少し待ってからもう一度ボタンを押してください。',
  },

  denial: {
    title: '申請の却下',
    submit: '却下する',
    reason: '理由',
    reasonHint: '申請者に伝わります。',
    notSent:
      'AWS または Slack から時間内に応答がありませんでした。もう一度「却下する」を押してください。すでに決まっていた場合は、そうお伝えします。',
    reasonPlaceholder: '例：まずテスト用アカウントで申請してください',
  },

  refusal: {
    guest: 'ゲストの方は、申請を承認・却下できません。',
    bot: 'ボットは、申請を承認・却下できません。',
    deactivated: 'Slack のアカウントが解除されているため、申請を承認・却下できません。',
    stranger: '申請を承認・却下できるのは、このワークスペースのメンバーだけです。',
    'no-email':
      'Slack であなたのメールアドレスを確認できず、この申請の対象者かどうか判断できません。ほかの方が承認または却下する必要があります。',
    'not-approver': 'あなたは、このアクセスの種類の承認者ではありません。承認者はメッセージに記載されています。',
    requester: 'ご自身の申請です。ほかの方が承認または却下する必要があります。',
    beneficiary: 'あなたが対象者の申請です。ほかの方が承認または却下する必要があります。',
  },
  notYourRequest: '申請を取り下げられるのは、申請した本人だけです。',
  alreadyDecided:
    'この申請は、すでに決まったか、期限が過ぎています。メッセージにまだボタンがあれば、それは新しいボタンですので、もう一度押してください。',
  unclear:
    'AWS から時間内に応答がなく、あなたの判断が反映されたか確認できません。少し待ってメッセージを確認し、変わっていなければもう一度押してください。',
  noSuchRequest: 'この申請は、もう存在しません。',
  profileGone:
    'このアクセスの種類はポリシーファイルからなくなったため、この申請は誰も承認・却下できません。期限が来ると自動的に終了します。',
  profileChanged:
    '申請の後にポリシーファイルが変わり、このメッセージの内容のアクセスは認められなくなりました。却下して、申請し直してもらってください。',
  somethingBroke: (reference) =>
    `問題が発生しました。もう一度お試しください。解決しない場合は、この番号をプラットフォームチームにお伝えください：${reference}`,
};
