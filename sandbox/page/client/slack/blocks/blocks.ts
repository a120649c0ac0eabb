import type { AnyBlock, KnownBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Actions } from './actions.ts';
import { CannotDraw } from './cannot-draw.ts';
import { Context } from './context.ts';
import { Divider } from './divider.ts';
import { Header } from './header.ts';
import { Image } from './image.ts';
import { Input } from './input.ts';
import { RichText } from './rich-text.ts';
import { Section } from './section.ts';

type Drawn<Type> = ((props: { block: Extract<KnownBlock, { type: Type }> }) => VNode) | undefined;

/** How each kind of block is drawn; those without an entry here are shown as they came. */
const kinds = {
  actions: Actions,
  alert: undefined,
  card: undefined,
  carousel: undefined,
  container: undefined,
  context: Context,
  context_actions: undefined,
  data_table: undefined,
  divider: Divider,
  file: undefined,
  header: Header,
  image: Image,
  input: Input,
  markdown: undefined,
  plan: undefined,
  rich_text: RichText,
  section: Section,
  table: undefined,
  task_card: undefined,
  video: undefined,
} satisfies { [Type in KnownBlock['type']]: Drawn<Type> };

const drawn = new Map<string, unknown>(Object.entries(kinds));

export function Blocks({ blocks }: { blocks: AnyBlock[] }): VNode {
  return html`${blocks.map((block) => {
    const Block = drawn.get(block.type);
    return Block
      ? html`<${Block} key=${block.block_id} block=${block} />`
      : html`<${CannotDraw} key=${block.block_id} piece=${block} />`;
  })}`;
}
