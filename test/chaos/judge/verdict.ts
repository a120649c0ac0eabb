import type { World } from '../../../sandbox/world.ts';
import { en } from '../../../src/messages/words/en.ts';
import type { Story } from '../actors/story.ts';
import type { Eyes } from '../world/eyes.ts';
import type { Finding, RequestFacts } from './facts.ts';
import { judge } from './judge.ts';
import { look } from './look.ts';

/**
 * Looks at what became of every request, and judges it.
 * @param alone who decide without others: for them it is never too late
 */
export async function judgeAll(
  stories: readonly Story[],
  alone: readonly string[],
  world: World,
  eyes: Eyes,
): Promise<{ facts: RequestFacts[]; findings: Finding[] }> {
  const facts: RequestFacts[] = [];
  for (const story of stories) if (story.id !== undefined) facts.push(await look(story, story.id, world, eyes));
  const belied = alone.filter((user) => eyes.whispers(user).some((text) => text.includes(en.alreadyDecided)));
  const unsent = stories.filter(({ id }) => id === undefined);
  return { facts, findings: [...facts.flatMap(judge), ...belied.map(toldTooLate), ...unsent.map(notSent)] };
}

const toldTooLate = (who: string): Finding => ({
  cell: 'told falsely',
  request: 'one of theirs',
  who,
  what: 'decided alone, and read that it was decided already',
});

const notSent = ({ requester }: Story): Finding => ({
  cell: 'hanging',
  request: 'a form',
  who: requester.id,
  what: 'could not be sent though everything was there again',
});
