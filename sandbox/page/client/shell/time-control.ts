import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { post } from '../act.ts';
import { durationText, useNow } from '../aws/clock.ts';
import { type Language, useLanguage, useWords } from '../language.ts';
import { presentTime } from '../present-time.ts';
import { type ShellWords, shellWords } from './words.ts';

const steps = ['1h', '1d', '1w'] as const;

type Answer = { now?: string; error?: string };

/** What time it is here, once it was moved on, and behind that how to move it on. */
export function TimeControl({ ahead }: { ahead: number }): VNode {
  const { time: words, close } = useWords(shellWords);
  const language = useLanguage();
  const [news, setNews] = useState('');
  const [isMoving, setMoving] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useNow(ahead > 0);

  async function move(forward: (typeof steps)[number]): Promise<void> {
    if (isMoving) return;
    setMoving(true);
    setNews(words.moving);
    const answer = await post<Answer>('/time', { forward });
    setNews(newsOf(answer, words, language));
    setMoving(false);
  }
  const open = () => {
    setNews('');
    dialog.current?.showModal();
  };

  return html`
    <button type="button" class="shell-plain shell-time" aria-haspopup="dialog" onClick=${open}>
      ${ahead > 0 ? words.shown(momentText(presentTime(), language, brief)) : words.button}
    </button>
    <dialog ref=${dialog} class="shell-about" aria-labelledby="shell-time">
      <h2 id="shell-time">${words.heading}</h2>
      <p>${words.now(momentText(presentTime(), language))}${ahead > 0 && ` ${words.ahead(durationText(ahead, language))}`}</p>
      <p>${words.what}</p>
      <div class="shell-steps">
        ${steps.map(
          (step) => html`
            <button type="button" key=${step} class="shell-go" aria-disabled=${isMoving} onClick=${() => move(step)}>
              ${words.by[step]}
            </button>
          `,
        )}
      </div>
      <p role="status">${news}</p>
      <form method="dialog"><button class="shell-plain">${close}</button></form>
    </dialog>
  `;
}

function newsOf({ now, error }: Answer, words: ShellWords['time'], language: Language): string {
  if (error === 'not-at-rest') return words.notAtRest;
  return now === undefined ? words.offline : words.moved(momentText(Date.parse(now), language));
}

const whole = { dateStyle: 'full', timeStyle: 'short' } as const;
const brief = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

const momentText = (moment: number, language: Language, form: Intl.DateTimeFormatOptions = whole): string =>
  new Date(moment).toLocaleString(language, { ...form, hourCycle: 'h23' });
