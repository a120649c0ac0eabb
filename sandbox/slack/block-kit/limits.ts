/**
 * Block Kit's limits, in characters or items. Source: the comments of @slack/types 3.2.0 and docs.slack.dev/reference/block-kit;
 * other sources are named beside the number.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All of a message's blocks together. Undocumented: 9,597 was accepted, 11,341 refused (bolt-js#2867). */
  messageText: 10_000,
  /** chat.postMessage cuts longer text silently; here it is an error, so that it is noticed. */
  text: 40_000,
  /** chat.update and chat.postEphemeral refuse more (docs.slack.dev/reference/methods/chat.update). */
  updatedText: 4_000,
  viewBytes: 250_000,
  title: 24,
  privateMetadata: 3_000,
  id: 255,
  pushedViews: 3,

  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  header: 150,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  markdown: 12_000,
  imageText: 2_000,
  imageUrl: 3_000,
  tableRows: 100,
  tableColumns: 20,
  alert: 200,

  inputLabel: 2_000,
  inputHint: 2_000,
  placeholder: 150,
  textInput: 3_000,
  files: 10,

  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,

  options: 100,
  optionGroups: 100,
  groupLabel: 75,
  optionText: 75,
  /** 150 in slackblocks' spec; the smaller is the one that certainly holds. */
  optionValue: 75,
  checkboxes: 10,
  overflow: 5,
} as const;
