import type { FormProblem } from '../../onboarding/form-problem.ts';
import { cli } from './cli/ja.ts';
import { command } from './command.ts';
import type { Words } from './en.ts';
import { trouble } from './trouble/ja.ts';

const setAside: Words['setAside'] = {
  'unknown-in-slack': 'Slack で見つかりません。',
  deactivated: 'Slack のアカウントが解除されています。',
  bot: 'ボットのため対象外です。',
  guest: 'ゲストのため、この種類では対象にできません。',
  'other-workspace': '別のワークスペースのメンバーです。',
  'no-email': 'Slack に確認済みのメールアドレスがないため、ユーザー名を決められません。',
  'email-domain': 'Slack 未登録の方です。このアクセスの種類では、このドメインのメールアドレスは許可されていません。',
  'user-name-invalid':
    'メールアドレスをユーザー名に使えません。メンバーから選択せず、「対象者（Slack 未登録の方）」の欄に「ユーザー名 メールアドレス」の形で入力し、申請し直してください。',
  'user-name-taken':
    '同じ申請に、ユーザー名が重複する方がいます。「対象者（Slack 未登録の方）」の欄に「ユーザー名 メールアドレス」の形で入力し、申請し直してください。',
  'named-twice': '重複して指定されています（1 名として扱います）。',
};

/** 日本語の文言。敬体で書き、人の名前には「さん」を付ける。 */
export const ja: Words = {
  language: 'ja',

  form: {
    title: 'AWS アクセスの申請',
    submit: '申請する',
    cancel: 'キャンセル',
    profile: 'アクセスの種類',
    profilePlaceholder: '選択してください',
    accounts: 'AWS アカウント',
    accountsHint: 'アカウントは 10 件まで選択できます。',
    accountsPlaceholder: '名前、アカウント ID、OU で検索',
    whoHint: '*対象者* 次のどちらか一方の欄に 1 名以上（必須）。両方の欄に入力してもかまいません。',
    people: '対象者（Slack のメンバー）',
    peoplePlaceholder: 'メンバーを選択',
    others: '対象者（Slack 未登録の方）',
    othersHint: '1 行に 1 名：「メールアドレス」「ユーザー名＋空白＋メールアドレス」または「氏名 <メールアドレス>」',
    othersPlaceholder: 'sam@partner.example\nsam.lee  sam.lee@partner.example\n山田 太郎 <taro@partner.example>',
    reason: '申請理由',
    reasonPlaceholder: '例：決済チームに参加するため',
    accountsLoading: {
      text: 'アカウントを読み込んでいます。数秒後にもう一度入力してください',
      whatToDo: '大規模な組織では 1〜2 分かかります',
    },
    accountsNotLoaded: {
      text: 'アカウントを読み込めませんでした',
      whatToDo: '1 分ほど待って再度お試しください。続く場合はプラットフォームチームにご連絡を',
    },
    noAccounts: {
      text: '選択できるアカウントがありません',
      whatToDo: '別の種類を選ぶか、プラットフォームチームにお問い合わせください',
    },
    accountsMore: (shown, more) => `上位 ${shown} 件を表示（ほか ${more} 件は入力して絞り込み）`,
    allProblems: (sentences) => sentences.join(''),
    moreProblems: (count) => `…ほか ${count} 件`,
    sentBefore:
      'この申請は、変更前の内容ですでに送信されています。フォームを閉じて、結果のお知らせをお待ちください。変更した分は、あらためて申請してください。',
    stillFollowing:
      '選択したアクセスの種類に合わせて、フォームを更新している途中でした。表示されている項目を入力し、もう一度申請してください。',
    notSent:
      'AWS または Slack から応答がなく、送信できませんでした。入力内容は残っていますので、もう一度「申請する」を押してください。',
    mayNotRequest: (why) =>
      ({
        guest:
          'ゲストの方は AWS アクセスを申請できません。このワークスペースの、ゲスト以外のメンバーに依頼してください。',
        stranger: 'AWS アクセスを申請できるのは、このワークスペースのメンバーだけです。',
        'no-email':
          'Slack にあなたの確認済みメールアドレスがありません。Slack のアカウント設定でメールアドレスを確認してから、もう一度コマンドを入力してください。',
        'no-profile':
          '申請できるアクセスの種類がありません。必要な場合は、プラットフォームチームに申請権限の追加を依頼してください。',
      })[why],
  },

  help: {
    get steps() {
      return [
        '*AWS アクセスの申請*',
        `1. \`${command()}\` と入力し、アカウント（10 件まで）と対象者（50 名まで）を選択して、理由を入力します。`,
        '2. 承認者が承認または却下します。申請者と対象者は承認できません。',
        '3. アクセスが付与されます。すでにお持ちのアクセスは変更されません。',
        '4. 対象者に、サインイン先とサインイン方法のお知らせが届きます。Slack 未登録の方にはメールが届きます。',
      ].join('\n');
    },
    given: '*最近付与されたアクセス*',
    open: '*あなたを対象とする承認待ちの申請*',
    access: (profile, accounts, requester, approver, at) =>
      `${accounts} の ${profile} ：${requester} さんが申請（${at}）${approver === undefined ? '' : `、${approver} さんが承認`}`,
    accessFooter: (requests) =>
      `直近 ${requests} 件の申請を確認しました。ここにないアクセスについてのメッセージを受け取った場合は、サインインする前に、プラットフォームチームに確認してください。`,
    noAccess: (requests) =>
      `*最近付与されたアクセスはありません。* 直近 ${requests} 件の申請に、あなたを対象とするものはありません。メッセージを受け取った場合は、サインインする前に、プラットフォームチームに確認してください。`,
    mayAskFor: '*申請できるアクセスの種類*',
    more: (count) => `…ほか ${count} 件`,
    footer:
      '進み具合はその都度お知らせします。承認または却下されるまでは、お送りするメッセージから申請を取り下げられます。このアプリからパスワードをお尋ねすることはありません。',
  },

  formProblem: (problem: FormProblem): string => {
    switch (problem.kind) {
      case 'missing':
        return '入力してください。';
      case 'accounts-loading':
        return 'アカウントの読み込みが終わっていませんでした。もう一度アカウントを選択してください。大規模な組織では読み込みに 1〜2 分かかります。';
      case 'accounts-not-loaded':
        return 'AWS からアカウントの一覧を取得できませんでした。1 分ほど待って、もう一度申請してください。続く場合は、プラットフォームチームに連絡してください。';
      case 'no-accounts':
        return 'このアクセスの種類で選択できるアカウントがありません。別の種類を選択するか、プラットフォームチームにお問い合わせください。';
      case 'accounts-gone':
        return `停止されたか組織から外れたため、選択できないアカウントがあります：${problem.accounts.join('、')}。別のアカウントを選択してください。`;
      case 'profile-gone':
        return 'このアクセスの種類は申請できなくなりました。別の種類を選択してください。';
      case 'may-not-request':
        return '申請できるアクセスの種類がありません。必要な場合は、プラットフォームチームに申請権限の追加を依頼してください。';
      case 'not-offered':
        return `${problem.accounts.join('、')} では ${problem.profile} を申請できません。別のアカウントか、別のアクセスの種類を選択してください。`;
      case 'nobody':
        return 'この欄か下の欄で、対象者を 1 名以上指定してください。';
      case 'too-many-people':
        return `対象者が ${problem.count} 名います。1 件の申請は 50 名までですので、分けて申請してください。`;
      case 'too-many-accounts':
        return `アカウントが ${problem.count} 件選択されています。1 件の申請は 10 件までです。`;
      case 'too-many-pairs':
        return `対象者 ${problem.people} 名 × アカウント ${problem.across} 件では、付与が全部で ${problem.inAll} 件になります。1 件の申請は 250 件までですので、分けて申請してください。`;
      case 'too-long':
        return `${problem.count} 文字あります。500 文字以内で入力してください。`;
      case 'too-many-lines':
        return `${problem.count} 行あります。15 行以内で入力してください。`;
      case 'not-an-email':
        return `「${problem.text}」はメールアドレスの形式になっていません。`;
      case 'not-a-user-name':
        return problem.rule === 'letters-and-digits'
          ? `「${problem.text}」はユーザー名に使えません。64 文字以内の半角英数字と記号（+ = , . @ _ -）で入力してください。`
          : `「${problem.text}」はユーザー名に使えません。空白を含まない 128 文字以内で入力してください（Administrator は使えません）。`;
      case 'makes-no-user-name': {
        const rule = problem.rule === 'letters-and-digits' ? '64 文字以内の半角英数字と + = , . @ _ -' : '128 文字以内';
        return `「${problem.text}」からは、使用できるユーザー名（${rule}）を作成できません。前にユーザー名を入力してください${problem.instead === undefined ? '' : `（例：${problem.instead}）`}。`;
      }
      case 'cannot-be-onboarded':
        return `次の方を選択から外してください。${problem.people.map(({ who, reason }) => `${who}：${setAside[reason]}`).join('')}`;
      case 'name-too-long':
        return `氏名「${problem.text}」が長すぎます。128 文字以内で入力してください。`;
      case 'too-many-words':
        return `「${problem.text}」は項目が多すぎます。「ユーザー名 メールアドレス」または「氏名 <メールアドレス>」の形で入力してください。`;
      case 'two-addresses':
        return `「${problem.text}」にはメールアドレスが複数あります。1 行に 1 名ずつ入力してください。`;
      case 'email-twice':
        return `${problem.text} が重複しています。`;
      case 'user-name-twice':
        return `ユーザー名 ${problem.text} が重複しています。`;
      case 'email-domain':
        return problem.allowed.length === 0
          ? `${problem.text} は Slack に登録されていません。${problem.profile} の対象は Slack のメンバーのみです。`
          : `${problem.text} は Slack に登録されていません。Slack 未登録の方に ${problem.profile} を申請できるのは、${problem.allowed.join('、')} のメールアドレスのみです。`;
    }
  },

  request: {
    heading: (requester, count, account) =>
      `${requester} さんが ${account} への AWS アクセスを申請しました *（${count} 名）*`,
    profile: (name, description) => `*アクセスの種類* ${name} ：${description}`,
    grants: {
      groups: (groups) => `*グループ* ${groups}`,
      policies: (policies) => `*ポリシー* ${policies}`,
      opens: (group, accounts, more) =>
        `*グループ ${group} で利用できるアカウント* ${accounts}${more === 'many' ? ' ほか多数' : more > 0 ? ` ほか ${more} 件` : ''}`,
      permissionSet: (name, parts) => `*許可セット* ${name}${parts === '' ? '' : ` ： ${parts}`}`,
      customerManaged: (policies) => `カスタマー管理ポリシー ${policies}`,
      inline: 'インラインポリシー',
      boundary: 'アクセス許可の境界',
      session: (hours) => `セッション ${hours} 時間`,
      administers:
        ':rotating_light: *管理者権限が付与されます。* これらのアカウントであらゆる操作ができるようになります。',
    },
    severalAccounts: (count) => `${count} 件のアカウント`,
    noAccount: 'IAM Identity Center',
    groups: 'グループ',
    as: (account, permissionSets) => `${account} の ${permissionSets}`,
    joined: (labels) => labels.join(', '),
    accounts: (labels) => `*アカウント* ${labels}`,
    reason: '*申請理由*',
    people: '*対象者*',
    users: '*作成するユーザーと連絡方法*',
    usersWithMore: '*アクセスを追加する既存ユーザーと連絡方法*',
    names: (given, family) => `*姓* ${family} / *名* ${given}`,
    hasAndGets: (has, gets) => `*付与済み* ${has} / *追加* ${gets}`,
    otherMail: (email) =>
      `このユーザー名は、AWS では別のメールアドレス ${email} で登録されています。ご本人かどうか確認してください。`,
    outsideDirectory:
      'ほかの方と違い、社内ディレクトリのユーザーではないため、サインインできない可能性があります。AWS 管理者に確認を依頼してください。',
    having: '*すでにすべて付与済みの方*',
    via: (via) => (via === 'slack' ? '（DM）' : '（メール）'),
    andMore: (count) => `…ほか ${count} 名`,
    setAside: '*対象外*',
    managementAccount:
      ':rotating_light: *これは組織の管理アカウントです。* サインインした人は、組織内のほかのすべてのアカウントに影響する操作ができます。',
    unreachable: (why) => `:warning: *現在、このアクセスは付与できません。* ${why}`,
    missingGroups: (groups) =>
      `:warning: グループ ${groups} がありません。このグループがない間は、承認してもユーザーを作成できません。`,
    missingGroupsBefore: (groups) =>
      `:warning: グループ ${groups} がありません。AWS 管理者に作成を依頼し、その後もう一度申請してください。`,
    closedAccount: (account, why) => `:warning: ${account} ：${why}`,
    missingGroupsIn: (account, groups) =>
      `:warning: ${account} にグループ ${groups} がありません。このグループがない間は、承認してもこのアカウントにはユーザーを作成できません。`,
    directoryGroups: (groups) =>
      `:warning: グループ ${groups} のメンバーは社内ディレクトリで管理されているため、boarding-pass からは追加できません。社内ディレクトリで対象者を追加するよう依頼してください。`,
    existsIn: (accounts) => `${accounts} には同名のユーザーがすでに存在するため、作成しません`,
    nobodyNew: ':warning: *付与できるアクセスがありません。* 承認しても何も変わりません。',
    existing: ':warning: *すでに存在するユーザー（変更しません）*',
    approvers: (approvers, until) =>
      `${approvers} ${until} までに承認または却下をお願いします。申請者と対象者は、承認も却下もできません。`,
    nobodyToMention: '承認者の皆さん',
    approve: '承認',
    deny: '却下',
    confirm: {
      management: {
        title: '管理アカウントへのアクセス',
        text: '組織全体の管理アカウントへのアクセスを許可する申請です。承認しますか？',
      },
      administers: {
        title: '管理者権限の付与',
        text: '対象のアカウントであらゆる操作ができる、管理者権限を付与する申請です。承認しますか？',
      },
    },
    confirmYes: '承認する',
    confirmNo: '戻る',
    approved: (approver) => `:hourglass_flowing_sand: ${approver} さんが承認しました。アクセスを付与しています。`,
    progress: (done, all) => `${all} 名中 ${done} 名を処理済み`,
    batch: (first, last, all) => `*${all} 名中 ${first}〜${last} 人目*`,
    allInThread: '対象者ごとの結果は、スレッドをご覧ください。',
    othersInThread: 'ほかの対象者の結果は、スレッドをご覧ください。',
    reminder: (approvers, requester, count, account, until) =>
      `:bell: ${approvers} 承認待ちの申請があります。${until} までに承認または却下をお願いします。\n${requester} さんによる ${account} への申請（${count} 名分）`,
    requesterLeft: (requester) =>
      `:warning: *申請者の ${requester} さんは、すでにこのワークスペースのメンバーではないか、ゲストに変更されています。*`,
    askedAgain: (approvers, requester, until) =>
      `:warning: ${approvers} 申請者の ${requester} さんは、すでにこのワークスペースのメンバーではないか、ゲストに変更されています。アクセスはまだ付与していません。${until} までに、あらためて承認または却下をお願いします。`,
    doneHeading: (approver, done, all, had) => {
      if (done === all && had === 0)
        return `:white_check_mark: ${approver} さんが承認しました。${all} 名にアクセスを付与し、連絡しました。`;
      if (done === all) return `:white_check_mark: ${approver} さんが承認しました。${all} 名がアクセスを利用できます。`;
      return done === 0
        ? `:warning: ${approver} さんが承認しましたが、手続きが完了した方はまだいません。`
        : `:warning: ${approver} さんが承認しました。手続きが完了したのは ${all} 名中 ${done} 名です。`;
    },
    denied: (approver) => `:no_entry: ${approver} さんが却下しました。理由：`,
    withdrawn: (requester) =>
      `:leftwards_arrow_with_hook: ${requester} さんが申請を取り下げました。アクセスは付与されていません。`,
    expired: ':alarm_clock: 期限までに承認も却下もされなかったため、この申請は終了しました。',
    nobody: ':grey_question: 指定された方の中に対象にできる方がいなかったため、この申請は終了しました。',
    failed: (why) => `:x: 処理できなかったため、この申請は終了しました。${why}`,
    reference: (id) => `受付番号 ${id}`,
    decidedAt: (at) => `処理日時：${at}`,
    overAt: (at) => `終了日時：${at}`,
  },

  setAside,
  about: (who, what) => `${who} ：${what}`,

  outcome: {
    told: (via) => (via === 'slack' ? 'Slack で連絡済み' : 'メールで連絡済み'),
    had: 'すでにすべて付与済みです',
    createdNotTold: (why) => `付与しましたが、本人に連絡できていません。${why}`,
    createdMaybeTold:
      '付与しましたが、本人に連絡が届いていない可能性があります。本人に確認してください。届いていない場合は、新しいユーザーであれば AWS 管理者に削除を依頼してから、もう一度申請してください。',
    notCreated: (why) => `付与できません。${why}`,
    notCreatedIn: (accounts, why) => `${accounts} は付与できません。${why}`,
    pending: (accounts) => `${accounts} は AWS が準備中です。完了すると、自動的にポータルに表示されます。`,
    unknownIn: (accounts, why) => `${accounts} は付与された可能性があります。AWS で確認してください。${why}`,
    unknown: (why) => `付与された可能性があります。AWS で確認してください。${why}`,
  },

  cli,
  trouble,
  troubleDetail: (detail) => `(${detail})`,

  requester: {
    sent: (count, account, until) =>
      `:outbox_tray: ${account} への申請（${count} 名分）を承認者に送りました。承認の期限は ${until} です。結果はここでお知らせします。`,
    closed: (count, account) =>
      `:outbox_tray: ${account} への申請（${count} 名分）を承認者に送りました。結果は下のメッセージをご覧ください。`,
    withdraw: '取り下げる',
    withdrawTitle: '申請の取り下げ',
    withdrawText: 'この申請を取り下げますか？承認者は承認できなくなり、アクセスは付与されません。',
    withdrawYes: '取り下げる',
    withdrawNo: '取り下げない',
    withdrawn: (count, account) =>
      `:leftwards_arrow_with_hook: ${account} への申請（${count} 名分）を取り下げました。アクセスは付与されていません。`,
    approved: (approver, count, account) =>
      `:thumbsup: ${approver} さんが ${account} への申請を承認しました。${count} 名にアクセスを付与しています。`,
    denied: (approver, account) =>
      `:no_entry: ${approver} さんが ${account} への申請を却下しました。必要な場合は、${approver} さんに相談するか、もう一度 \`${command()}\` で申請してください。却下の理由：`,
    expired: (account) =>
      `:alarm_clock: ${account} への申請は、期限までに承認も却下もされませんでした。必要な場合は、もう一度 \`${command()}\` で申請してください。`,
    nobody: (account) =>
      `:grey_question: ${account} への申請は、指定された方の中に対象にできる方がいなかったため、承認を依頼していません。下の理由を確認し、もう一度 \`${command()}\` で申請してください。`,
    failed: (account, why) => `:x: ${account} への申請を処理できませんでした。${why}`,
    done: (done, all, account) => {
      if (done === all) return `:white_check_mark: 完了しました。${all} 名が ${account} を利用できます。`;
      return done === 0
        ? `:warning: 承認されましたが、${account} への申請で手続きが完了した方はまだいません。`
        : `:warning: ${account} への申請で手続きが完了したのは、${all} 名中 ${done} 名です。`;
    },
  },

  welcome: {
    first: (requester, approver, account, count) =>
      `${count === 0 ? 'AWS' : count > 1 ? `AWS の ${account}` : `AWS アカウント ${account}`} をご利用いただけるようになりました（申請：${requester} さん、承認：${approver} さん）。`,
    account: (account) => `*アカウント* ${account}`,
    signIn: (url, userName) => `*サインイン URL* ${url}\n*ユーザー名* ${userName}`,
    button: '一時パスワードを表示',
    buttonFor: (account) => `${account} の一時パスワードを表示`,
    steps: (until, accounts) =>
      [
        `*一時パスワードの受け取り期限* ${until}`,
        ...(accounts > 1 ? ['アカウントごとに、次の手順を行ってください。'] : []),
        '1. ボタンを押して、一時パスワードを受け取ってください。',
        '2. サインインして、ご自身のパスワードを設定してください。',
        '3. MFA を設定してください。画面右上のユーザー名から「セキュリティ認証情報」を開き、「MFA デバイスの割り当て」を選択します。',
        '4. いったんサインアウトし、MFA コードでサインインし直してください。それまでは、ほかの操作はすべて拒否されます。',
      ].join('\n'),
    footer: (requester) =>
      `このアプリからパスワードをお尋ねすることはありません。お心当たりがない場合は、サインインせずに ${requester} さんにお問い合わせください。付与された内容は \`${command()} help\` で確認できます。`,
    portal: (url, userName) => `*AWS アクセスポータル* ${url}\n*ユーザー名* ${userName}`,
    access: '*ご利用いただけるもの*',
    groups: (names) => `グループ ${names} と、そのグループで利用できるアカウント`,
    pending: (account) => `${account} は AWS が準備中です。完了すると、自動的にポータルに表示されます。`,
    firstSignIn: {
      'portal-code': (email) => [
        `ポータルを開き、ユーザー名を入力してください。AWS から ${email} にコードが届きます。`,
        'コードを入力し、ご自身のパスワードを設定してください。',
        '画面の案内に従って、MFA を設定してください。',
      ],
      'administrator-password': () => [
        'AWS 管理者から、ワンタイムパスワードを受け取ってください。',
        'ポータルを開き、そのパスワードでサインインして、ご自身のパスワードを設定してください。',
        '画面の案内に従って、MFA を設定してください。',
      ],
      'company-account': () => ['ポータルを開き、会社のアカウントでサインインしてください。'],
      'as-before': () => ['ポータルを開き、いつもどおりサインインしてください。パスワードと MFA は変わりません。'],
    },
  },

  mail: {
    subject: (accounts) =>
      accounts.length > 1
        ? `AWS アカウント（${accounts.length} 件）のご利用開始について`
        : `AWS アカウント ${accounts} のご利用開始について`,
    greeting: (name) => `${name} 様`,
    first: ({ requester, organization, approver }, accounts) =>
      `${organization === '' ? '' : `${organization} の `}AWS ${accounts.length === 0 ? '' : `アカウント ${accounts.join('、')} `}をご利用いただけるようになりました（申請：${requester} さん、承認：${approver} さん）。`,
    kind: (name, description) => `アクセスの種類：${name} – ${description}`,
    signIn: 'サインイン URL',
    userName: 'ユーザー名',
    password: '一時パスワード',
    fact: (name, value) => `${name}：${value}`,
    account: 'アカウント',
    everyAccountItsOwn: 'パスワードはアカウントごとに異なります。',
    portal: 'AWS アクセスポータル',
    access: 'ご利用いただけるもの：',
    portalSubject: 'AWS のご利用開始について',
    steps: [
      'サインインして、ご自身のパスワードを設定してください。',
      'MFA を設定してください。画面右上のユーザー名から「セキュリティ認証情報」を開き、「MFA デバイスの割り当て」を選択します。',
      'いったんサインアウトし、MFA コードでサインインし直してください。それまでは、ほかの操作はすべて拒否されます。',
    ],
    madeAt: '発行日時',
    ownPassword: 'なし（パスワードは設定済みです。ご不明な場合は、AWS 管理者にお問い合わせください）',
    newest: 'このメールが複数届いた場合は、発行日時が最も新しいパスワードのみ有効です。',
    footer: (requester, canAnswer) =>
      `このメールの送信元から、パスワードをお尋ねすることはありません。お心当たりがない場合は、サインインせずに、${canAnswer ? 'このメールへの返信で' : ''}申請者（${requester}）にお問い合わせください。`,
  },

  password: {
    title: '一時パスワード',
    close: '閉じる',
    loading: 'パスワードを発行しています…',
    account: (account) => `*アカウント* ${account}`,
    once: '今すぐコピーしてください。このパスワードは再表示できません。ほかの人には見せないでください。',
    onceInstead:
      '今すぐコピーしてください。このパスワードは再表示できません。以前に発行したパスワードは無効になりました。ほかの人には見せないでください。',
    next: 'サインインして、ご自身のパスワードを設定してください。次に「セキュリティ認証情報」で MFA を設定し、MFA コードでサインインし直してください。それまでは、ほかの操作はすべて拒否されます。',
    alreadyShown:
      '一時パスワードはすでに発行されています。ご自身のパスワードを設定するまでは、最後に発行したものを使えます。お手元になければ、新しく発行してください。新しく発行すると、以前のものは使えなくなります。',
    Overtaken:
      '別の端末などから、同時に新しいパスワードが発行されました。そちらをお使いください。お手元になければ、もう一度発行してください。',
    makeNew: '新しく発行する',
    NotYours: 'このユーザーは別の方のものです。パスワードを表示できるのは、ご本人だけです。',
    ClaimClosed:
      'パスワードを受け取れる期間は終了しました。AWS 管理者にユーザーの削除を依頼し、その後、申請した方に再申請を依頼してください。',
    AlreadySignedIn:
      'ご自身のパスワードを設定済みのため、一時パスワードはありません。パスワードをお忘れの場合は、AWS 管理者にお問い合わせください。',
    UserNotFound: 'このユーザーは、AWS アカウントに存在しません。申請した方にお問い合わせください。',
    spent: {
      AlreadySignedIn: 'ご自身のパスワードを設定済みです。',
      ClaimClosed: '一時パスワードを受け取れる期間は終了しました。',
      UserNotFound: 'このユーザーは、すでに存在しません。',
    },
    failed: 'パスワードを表示できませんでした。この画面を閉じ、少し待ってからもう一度ボタンを押してください。',
  },

  denial: {
    title: '申請の却下',
    submit: '却下する',
    reason: '却下の理由',
    reasonHint: '申請者にも表示されます。',
    notSent:
      'AWS または Slack から時間内に応答がありませんでした。もう一度「却下する」を押してください。すでに処理されていた場合は、その旨をお知らせします。',
    reasonPlaceholder: '例：まずテスト用アカウントで申請してください',
  },

  refusal: {
    guest: 'ゲストの方は、申請を承認・却下できません。',
    bot: 'ボットは、申請を承認・却下できません。',
    deactivated: 'Slack のアカウントが解除されているため、申請を承認・却下できません。',
    stranger: '申請を承認・却下できるのは、このワークスペースのメンバーだけです。',
    'no-email':
      'Slack にあなたの確認済みメールアドレスがないため、この申請の対象者かどうか判断できません。ほかの承認者に依頼してください。',
    'not-approver': 'あなたは、このアクセスの種類の承認者ではありません。承認者はメッセージに記載されています。',
    requester: 'ご自身の申請は、承認・却下できません。ほかの承認者に依頼してください。',
    beneficiary: 'ご自身が対象者の申請は、承認・却下できません。ほかの承認者に依頼してください。',
  },
  unknownCommand: (typed) =>
    `${typed} には対応していません。\`${command()}\` と入力してください。それが別のアプリのコマンドの場合は、設定 SLACK_COMMAND と Slack アプリのコマンド名を同じにするよう、プラットフォームチームに依頼してください。`,
  notYourRequest: '申請を取り下げられるのは、申請者本人だけです。',
  alreadyDecided:
    'この申請は、すでに処理されています（承認・却下・取り下げ、または期限切れ）。メッセージにまだボタンが表示されている場合は、もう一度押してください。',
  unclear:
    'AWS から時間内に応答がなく、操作が反映されたか確認できません。少し待ってからメッセージを確認し、変わっていなければ、もう一度ボタンを押してください。',
  noSuchRequest: 'この申請は、すでに存在しません。',
  profileGone:
    'このアクセスの種類は提供されなくなったため、この申請は承認も却下もできません。期限になると自動的に終了します。',
  profileChanged:
    '申請後に boarding-pass の設定が変更されたため、このメッセージの内容では承認できません。却下して、申請者に再申請を依頼してください。',
  somethingBroke: (reference) =>
    `問題が発生しました。もう一度お試しください。解決しない場合は、プラットフォームチームに次のエラー番号をお伝えください： ${reference}`,
};
