import type { ModalView } from '../block-kit/check.ts';
import type { Option } from '../block-kit/composition.ts';
import { limits } from '../block-kit/limits.ts';
import { newHash, newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { type Fields, fieldsOf } from './fields.ts';

/** Whose screen it is: of all of a person's clients, or of one. */
export type Screen = { user: string; client?: string | undefined };

/** A modal on someone's screen. */
export type OpenView = Screen & {
  id: string;
  content: ModalView;
  hash: string;
  root: string;
  previous: string | null;
  /** What type-ahead showed so far, by action id and value; the client sends whole options back. */
  offered: Map<string, Map<string, Option>>;
  /** What its fields hold, which outlives an update. */
  fields: Fields;
  /** The blocks of earlier versions too: a client may not know yet that one is gone. */
  blocksEver: Set<string>;
};

const blockIds = ({ blocks }: ModalView): string[] => blocks.map(({ block_id }) => block_id);

export type Views = ReturnType<typeof createViews>;

export function createViews() {
  /** In the order in which they came up: the last of a person's is on top. */
  const open = new Map<string, OpenView>();
  const all = (): OpenView[] => [...open.values()];

  /** Who names no client sees what is open at any. */
  const of = ({ user, client }: Screen): OpenView[] =>
    all().filter(
      (view) => view.user === user && (client === undefined || view.client === undefined || view.client === client),
    );
  const stackOf = (view: OpenView): OpenView[] => of(view).filter(({ root }) => root === view.root);

  function find(id: string): OpenView {
    const view = open.get(id);
    if (!view) throw new Refusal('not_found');
    return view;
  }

  function add(screen: Screen, content: ModalView, below?: OpenView): OpenView {
    claimExternalId(all(), content);
    const view = newView(screen, content, below);
    open.set(view.id, view);
    return view;
  }

  return {
    of,
    find,
    isOpen: (view: OpenView): boolean => open.has(view.id),

    /** By id or by external id, as views.update takes them. */
    findEither({ view_id, external_id }: { view_id?: string | undefined; external_id?: string | undefined }): OpenView {
      if (view_id) return find(view_id);
      const view = all().find(({ content }) => content.external_id === external_id);
      if (!view || !external_id) throw new Refusal('not_found');
      return view;
    },

    open: (screen: Screen, content: ModalView): OpenView => add(screen, content),

    push(onto: OpenView, content: ModalView): OpenView {
      const stack = stackOf(onto);
      if (stack.length >= limits.pushedViews) throw new Refusal('push_limit_reached');
      return add(onto, content, stack.at(-1));
    },

    update: (view: OpenView, content: ModalView, hash?: string): OpenView => update(all(), view, content, hash),
    close: (view: OpenView): void => void open.delete(view.id),
    clear(view: OpenView): void {
      for (const { id } of stackOf(view)) open.delete(id);
    },
  };
}

function newView({ user, client }: Screen, content: ModalView, below: OpenView | undefined): OpenView {
  const id = newId('V');
  return {
    id,
    user,
    client,
    content,
    hash: newHash(),
    root: below?.root ?? id,
    previous: below?.id ?? null,
    offered: new Map(),
    fields: fieldsOf(content),
    blocksEver: new Set(blockIds(content)),
  };
}

function update(all: OpenView[], view: OpenView, content: ModalView, hash: string | undefined): OpenView {
  if (hash && hash !== view.hash) throw new Refusal('hash_conflict');
  claimExternalId(all, content, view);
  view.content = content;
  view.hash = newHash();
  view.fields = fieldsOf(content, view.fields);
  for (const id of blockIds(content)) view.blocksEver.add(id);
  return view;
}

/** Unique among the open views of the workspace. */
function claimExternalId(all: OpenView[], { external_id }: ModalView, owner?: OpenView): void {
  const taken = all.some((view) => view !== owner && view.content.external_id === external_id);
  if (external_id !== '' && taken) throw new Refusal('duplicate_external_id');
}
