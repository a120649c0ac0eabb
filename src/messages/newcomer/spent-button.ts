import type { KnownBlock } from '@slack/types';
import type { IssueRefusal } from '../../contract/errors.ts';
import { context } from '../kit/blocks.ts';
import type { Words } from '../words/words-for.ts';

/** After these the button for a password shows nothing any more, however often it is pressed. */
export const isSpent = (refusal: string): refusal is keyof Words['password']['spent'] & IssueRefusal =>
  refusal === 'AlreadySignedIn' || refusal === 'ClaimClosed' || refusal === 'UserNotFound';

/** The blocks of a message in which one button has no use any more: in its place stands why. */
export const withoutButton = (
  blocks: KnownBlock[],
  blockId: string,
  why: keyof Words['password']['spent'],
  { password }: Words,
): KnownBlock[] =>
  blocks.map((block) => (block.block_id === blockId ? { ...context(password.spent[why]), block_id: blockId } : block));
