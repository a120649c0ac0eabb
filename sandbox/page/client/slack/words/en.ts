import { isolated } from '../../isolated.ts';

/** What Slack's client itself says, in English. */
export const en = {
  message: {
    app: 'APP',
    edited: '(edited)',
    onlyYou: 'Only visible to you',
    replies: (count: number) => (count === 1 ? '1 reply' : `${count} replies`),
    toThread: 'replied to a thread',
    toEarlier: 'replied to an earlier message',
  },

  conversation: {
    messages: (title: string) => `Messages in ${isolated(title)}`,
    emptyChannel: (title: string) => `Nothing was said in ${isolated(title)} yet.`,
    emptyDm: (name: string) => `This is the very beginning of your direct messages with ${isolated(name)}.`,
    toNewest: 'New messages',
  },

  composer: {
    label: (title: string) => `Message to ${isolated(title)}`,
    placeholder: 'Type / for a command',
    send: 'Send',
    readOnly: 'Sending messages to this app has been turned off.',
    commands: 'Commands',
    unknown: (command: string) => `${isolated(command)} is not a valid command.`,
    noChat: 'People do not chat in this sandbox: it takes commands only. Type / to see them.',
    failed: (command: string) => `${isolated(command)} failed:`,
  },

  emoji: (name: string) => `${name.replaceAll('_', ' ')} emoji`,

  blocks: {
    cannotDraw: 'This page cannot draw',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy. It is selected: press Ctrl+C or ⌘C',
  },

  elements: {
    sending: 'Sending…',
    more: 'More actions',
    confirm: 'Are you sure?',
    yes: 'Yes',
    no: 'Cancel',
  },

  modal: {
    dismiss: 'Close',
    cancel: 'Cancel',
    close: 'Close',
    submit: 'Submit',
    leave: {
      title: 'Discard what you typed?',
      text: 'This form has not been sent.',
      discard: 'Discard',
      stay: 'Keep editing',
    },
    gone: 'This form is no longer open: it was sent or closed elsewhere.',
    outlived: 'The sandbox was restarted, so this form can no longer be sent. Copy what you need, and close it.',
  },

  form: {
    optional: '(optional)',
    required: 'Please complete this required field.',
    tooLong: (most: number) => `Please shorten this to ${most} characters or fewer.`,
    tooShort: (least: number) => `Please lengthen this to ${least} characters or more.`,
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    over: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`),
    clear: 'Clear',
    remove: (name: string) => `Remove ${isolated(name)}`,
    loading: 'Loading…',
    none: 'No matches',
    typeMore: (count: number) => (count === 1 ? 'Type a character to search' : `Type ${count} characters to search`),
    atMost: (count: number) => `No more than ${count} can be chosen`,
    moreThanShown: 'There are more: type to narrow down',
    menuFailed: 'The choices could not be loaded.',
  },

  trouble: {
    connecting: 'We had some trouble connecting. Try again?',
    offline: 'The sandbox does not answer. Is it still running?',
    late: 'The app did not answer in time.',
    unreachable: 'The app cannot be reached. Is the bot running?',
    gone: 'This no longer exists.',
  },

  mailbox: {
    title: 'E-mails',
    empty: 'No e-mail yet. E-mail to people outside Slack, and codes from AWS, appear here.',
    list: 'E-mails, newest first',
    from: 'From',
    to: 'To',
    replyTo: 'Reply to',
    sent: 'Sent',
    shownAs: 'Shown as',
    formatted: 'Formatted',
    plainText: 'Plain text',
    noContent: 'This e-mail has no content.',
  },
};

export type SlackWords = typeof en;
