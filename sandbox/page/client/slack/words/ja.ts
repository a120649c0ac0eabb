import { isolated } from '../../isolated.ts';
import type { SlackWords } from './en.ts';

/** What Slack's client itself says, in Japanese. */
export const ja: SlackWords = {
  message: {
    app: 'アプリ',
    edited: '（編集済み）',
    onlyYou: 'あなただけに表示されています',
    replies: (count) => `${count} 件の返信`,
    toThread: 'スレッドに返信しました',
    toEarlier: '以前のメッセージに返信しました',
  },

  conversation: {
    messages: (title) => `${isolated(title)} のメッセージ`,
    emptyChannel: (title) => `${isolated(title)} にはまだメッセージがありません。`,
    emptyDm: (name) => `${isolated(name)} とのダイレクトメッセージはここから始まります。`,
    toNewest: '新しいメッセージ',
  },

  composer: {
    label: (title) => `${isolated(title)} へのメッセージ`,
    readOnly: 'このアプリへのメッセージの送信はオフになっています。',
    placeholder: '/ を入力するとコマンドを表示します',
    send: '送信',
    commands: 'コマンド',
    unknown: (command) => `${isolated(command)} は有効なコマンドではありません。`,
    noChat: 'このサンドボックスでは会話はできません。使えるのはコマンドだけです。/ を入力すると一覧が表示されます。',
    failed: (command) => `${isolated(command)} を実行できませんでした：`,
  },

  emoji: (name) => `絵文字 ${name}`,

  blocks: {
    cannotDraw: 'このページでは表示できません：',
    copy: 'コピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした。選択済みですので、Ctrl+C または ⌘C を押してください',
  },

  elements: {
    sending: '送信中…',
    more: 'その他の操作',
    confirm: 'よろしいですか？',
    yes: 'はい',
    no: 'キャンセル',
  },

  modal: {
    dismiss: '閉じる',
    cancel: 'キャンセル',
    close: '閉じる',
    submit: '送信',
    leave: {
      title: '入力内容を破棄しますか？',
      text: 'このフォームはまだ送信されていません。',
      discard: '破棄する',
      stay: '編集を続ける',
    },
    gone: 'このフォームは、ほかの場所で送信されたか閉じられたため、もう使えません。',
    outlived:
      'サンドボックスが再起動されたため、このフォームは送信できません。必要な内容はコピーしてから閉じてください。',
  },

  form: {
    optional: '（任意）',
    required: 'この項目は必須です。入力してください。',
    tooLong: (most) => `${most} 文字以内にしてください。`,
    tooShort: (least) => `${least} 文字以上にしてください。`,
    left: (count) => `残り ${count} 文字`,
    over: (count) => `${count} 文字超過しています`,
    clear: 'クリア',
    remove: (name) => `${isolated(name)} を外す`,
    loading: '読み込み中…',
    none: '一致するものがありません',
    typeMore: (count) => `${count} 文字以上入力すると検索します`,
    atMost: (count) => `選べるのは ${count} 件までです`,
    moreThanShown: 'ほかにもあります。入力すると絞り込めます',
    menuFailed: '選択肢を読み込めませんでした。',
  },

  trouble: {
    connecting: '接続に問題が発生しました。もう一度お試しください。',
    offline: 'サンドボックスから応答がありません。起動しているか確認してください。',
    late: 'アプリから時間内に応答がありませんでした。',
    unreachable: 'アプリに接続できません。ボットが起動しているか確認してください。',
    gone: '対象のメッセージまたはボタンは、もう存在しません。',
  },

  mailbox: {
    title: 'メール',
    empty: 'まだメールはありません。Slack 未登録の方へのお知らせと、AWS の確認コードがここに届きます。',
    list: 'メール（新しい順）',
    from: '差出人',
    to: '宛先',
    replyTo: '返信先',
    sent: '送信日時',
    shownAs: '表示形式',
    formatted: '書式付き',
    plainText: 'テキスト',
    noContent: 'このメールには本文がありません。',
  },
};
