import type { PlannedRequest } from '../plan/requests.ts';
import { decide } from './approvers.ts';
import { useFirstMail } from './by-mail.ts';
import { fetchPasswords } from './in-slack.ts';
import { isOver } from './over.ts';
import type { createPeople } from './people.ts';
import { sendRequest } from './requester.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** So many times as long as somebody waits before they press again, until the next request does not wait for this one any more. */
const PATIENCE = 60;

export type Load = ReturnType<typeof createLoad>;

/** Keeps requests coming, each with new people of its own. */
export function createLoad(
  requests: Iterator<PlannedRequest, never>,
  people: ReturnType<typeof createPeople>,
  stage: Stage,
) {
  const stories: Story[] = [];
  /** What people still do. */
  const acts = new Set<Promise<void>>();
  const { eyes, wait, clocks, over } = stage;

  async function one(): Promise<void> {
    const { value: plan } = requests.next();
    const requester = people.requester();
    const story: Story = { plan, requester, people: people.newcomers(plan), id: undefined, clicks: [] };
    stories.push(story);
    story.id = await sendRequest(story, stage);
    people.free({ requester });
    const { id } = story;
    if (id === undefined) return;

    if (plan.profile === 'developer') follow(story, id);
    const approvers = people.approvers();
    await decide(story, id, approvers, stage);
    people.free({ approvers });
    keep(wait(() => isOver(story, id, eyes)));
    await wait(() => isOver(story, id, eyes), PATIENCE * clocks.again);
  }

  /** Those who are told do what they are told. When all is over, who was not told will not be. */
  function follow(story: Story, id: string): void {
    const isTooLate = () => isOver(story, id, eyes);
    for (const person of story.people) {
      const { slackUserId, isEager } = person;
      if (slackUserId !== undefined) keep(fetchPasswords(person, { user: slackUserId, id }, isTooLate, stage));
      else if (isEager) keep(useFirstMail(person, story.plan.accounts, isTooLate, stage));
    }
  }

  function keep(act: Promise<unknown>): void {
    const kept: Promise<void> = act.then(() => void acts.delete(kept));
    acts.add(kept);
  }

  return {
    stories,
    /** Until the signal; resolves when those that were begun are over, or nobody waits any more. */
    async run(stop: AbortSignal): Promise<void> {
      const loop = async () => {
        while (!stop.aborted && !over.aborted) await one();
      };
      await Promise.all(Array.from({ length: clocks.atOnce }, loop));
    },
    /** Nobody has anything to do any more. */
    async rest(): Promise<void> {
      while (acts.size > 0) await Promise.all(acts);
    },
  };
}
