import type { SeenState } from '../../slack/seen.ts';
import type { SlackLook } from '../../slack/slack.ts';
import type { Viewer } from './sources.ts';

/** So many messages of each conversation are shown. */
const newest = 100;

export const nobody: SeenState = {
  user: { id: '', name: '', realName: '', locale: 'en-US' },
  modals: [],
  channels: [],
  dms: [],
};

export const readMe = (slack: SlackLook, { as, client }: Viewer): SeenState =>
  slack.stateOf({ ...slack.people.find(as), client }, newest);
