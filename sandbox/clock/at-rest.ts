import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** What a world may be busy with. */
export type Busy = {
  /** Messages that the bot has in hand, or is about to take; none where nobody works on them. */
  tasks(): number;
  /** Every process that takes part has had its turn. */
  turn(): Promise<void>;
  /** Milliseconds that something may pause in the middle of its work. */
  longestPause: number;
};

/** What was still under way. */
export class NotAtRest extends Error {
  readonly calls: number;
  readonly tasks: number;
  constructor(calls: number, tasks: number) {
    super(`Under way: ${calls} calls, ${tasks} tasks.`);
    this.calls = calls;
    this.tasks = tasks;
  }
}

const LOOKS = 5;
/** Longer than the bot waits for an answer. */
const PATIENCE_MS = 15_000;
/** Whoever has a task in hand tells the queue so every ten seconds. */
const SILENCE_MS = 12_000;

/** Knows whether something happens in the world: calls, steps of executions, tasks in the bot's hands. */
export function createRest({ patience = PATIENCE_MS, silence = SILENCE_MS } = {}) {
  let calls = 0;
  let happened = 0;
  let latest = performance.now();
  const stir = (): void => {
    happened += 1;
    latest = performance.now();
  };

  return {
    /** Something has happened. */
    stir,

    /** Follows a call until its answer. A long poll is no work, and who only looks changes nothing. */
    async during<Answer>(request: Request, answer: () => Answer | Promise<Answer>): Promise<Answer> {
      if (!isWork(request)) return answer();
      stir();
      calls += 1;
      const answered = Promise.resolve().then(answer);
      void whenOver(request, answered).then(() => {
        calls -= 1;
        stir();
      });
      return answered;
    },

    /**
     * Resolves once nothing is under way, and nothing happens for as long as anything pauses. That a task is in the hands of somebody
     * who is silent does no harm: they are gone, and it comes again in time.
     * @throws NotAtRest where that takes too long
     */
    async reached({ tasks, turn, longestPause }: Busy): Promise<void> {
      const deadline = performance.now() + patience;
      for (let calm = 0, before = happened; calm < LOOKS; ) {
        if (performance.now() > deadline) {
          if (calls === 0 && performance.now() - latest > silence) return;
          throw new NotAtRest(calls, tasks());
        }
        await pause((longestPause * 1.5) / LOOKS);
        await turn();
        calm = calls === 0 && tasks() === 0 && before === happened ? calm + 1 : 0;
        before = happened;
      }
    },
  };
}

export type Rest = ReturnType<typeof createRest>;

/** Whoever has hung up waits no more, whatever becomes of it here. */
async function whenOver({ signal }: Request, answered: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const hungUp = once(signal, 'abort', { signal: over.signal });
  await Promise.race([answered, hungUp]).catch(() => {});
  over.abort();
}

const isWork = ({ method, url, headers }: Request): boolean =>
  method === 'POST' && new URL(url).pathname !== '/time' && headers.get('x-amz-target') !== 'AmazonSQS.ReceiveMessage';
