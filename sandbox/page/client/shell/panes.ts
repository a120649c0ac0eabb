import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PersonSlice, Slices } from '../../slices.ts';
import { SignInContext, type SignInPlace } from '../aws/sign-in-context.ts';
import { useWords } from '../language.ts';
import { BottomBar } from './bottom-bar.ts';
import { type SettledPlace, whereToBegin } from './conversations.ts';
import { Frame, focusMain } from './frame.ts';
import { Hint } from './hint.ts';
import type { HintSetting } from './hint-setting.ts';
import { LeftPane } from './left-pane.ts';
import { MiddlePane } from './middle-pane.ts';
import { openTo } from './news.ts';
import { type Pane, type Place, writePlace } from './place.ts';
import { RightPane } from './right-pane.ts';
import { isDoneInModal } from './step.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useFromTerminal } from './use-from-terminal.ts';
import { useHint } from './use-hint.ts';
import { useNarrow } from './use-narrow.ts';
import { useNews } from './use-news.ts';
import { useTitle } from './use-title.ts';
import { shellWords } from './words.ts';

type Props = {
  slices: Slices;
  place: SettledPlace;
  onGo(change: Place): void;
  hints: HintSetting;
  find: string;
  onFind(text: string): void;
};

/** People and conversations, what is read, and AWS: side by side, or one at a time. */
export function Panes({ slices, hints, place, onGo, find, onFind }: Props): VNode {
  const { world, people } = slices;
  const isNarrow = useNarrow();
  const [signInAt, setSignInAt] = useState<SignInPlace>();
  const current: Pane = world.slack ? place.pane : 'aws';
  const isShown = (pane: Pane) => !isNarrow || current === pane;
  const news = useNews(slices, {
    person: place.person,
    conversation: isShown('slack') ? place.conversation : undefined,
    isAwsShown: isShown('aws'),
  });

  const hint = useHint(slices, hints);
  // Over the modal that it is about, where that is to be seen.
  const isElsewhere = hint !== undefined && isDoneInModal(hint.step) && isShown('slack');
  const words = useWords(shellWords);
  const me = people.find(({ id }) => id === place.person);
  useTitle(me?.realName, me ? news.of(me) : 0, `boarding-pass ${words.sandbox}`);
  useFocusKept(writePlace(place), focusMain);

  const become = (person: PersonSlice) => {
    const isNews = (id: string) => news.in(person.id, id).toThem > 0;
    const conversation = whereToBegin(openTo(person, world.channels), { before: place.conversation, isNews });
    onGo({ person: person.id, ...(conversation && { conversation }), pane: 'slack' });
  };
  const signIn = (at: SignInPlace) => {
    setSignInAt({ ...at, by: place.person });
    onGo({ ...place, pane: 'aws' });
  };

  useFromTerminal((terminal) => {
    // In whichever of the browsers here was in use last.
    setSignInAt({ account: '', portal: { terminal } });
    onGo({ ...place, pane: 'aws' });
  });

  return html`
    <${SignInContext.Provider} value=${world.aws ? signIn : undefined}>
      ${
        world.slack &&
        world.aws &&
        hint &&
        html`
        <${Hint} ...${{ hint, slices, place, isNarrow, isElsewhere }} onDismiss=${() => hints.set(false)}
          onGo=${(change: Partial<Place>) => onGo({ ...place, ...change })} onSignIn=${signIn} />
      `
      }
      <div class=${world.slack ? 'shell-panes' : 'shell-panes shell-only'}>
        ${
          world.slack &&
          html`
          <${Frame} name="left" role=${isNarrow ? 'main' : undefined} isShown=${isShown('people')}>
            <${LeftPane} ...${{ slices, place, news }} onPerson=${become}
              onConversation=${(conversation: string) => onGo({ ...place, conversation, pane: 'slack' })} />
          <//>
          <${Frame} name="middle" role="main" isShown=${isShown('slack')}>
            <${MiddlePane} ...${{ slices, place }} note=${isElsewhere ? hint?.text : undefined} />
          <//>
        `
        }
        <${Frame} name="right" role=${isNarrow || !world.slack ? 'main' : 'complementary'} isShown=${isShown('aws')} label=${words.panes.aws}>
          <${RightPane} ...${{ slices, find, onFind, signInAt }} />
        <//>
      </div>
      ${
        isNarrow &&
        world.slack &&
        html`
        <${BottomBar} me=${me} current=${current} news=${news.inPanes}
          onChoose=${(pane: Pane) => onGo({ ...place, pane })} />
      `
      }
    <//>
  `;
}
