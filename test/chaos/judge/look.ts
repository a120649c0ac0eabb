import type { SeenMessage } from '../../../sandbox/slack/seen.ts';
import type { World } from '../../../sandbox/world.ts';
import { welcomesTo } from '../actors/mailbox.ts';
import type { Newcomer, Story } from '../actors/story.ts';
import { type Eyes, hasButton, isAbout, isCard, wordsIn } from '../world/eyes.ts';
import type { MessageFacts, PersonFacts, RequestFacts } from './facts.ts';
import { placesIn } from './said.ts';
import { trySignIns } from './sign-ins.ts';
import { thereIs } from './there.ts';

/** Looks at everything that there is of a request: what people have before them, and what AWS has. */
export async function look(story: Story, id: string, world: World, eyes: Eyes): Promise<RequestFacts> {
  const { plan, requester, clicks } = story;
  const inChannel = eyes
    .channel(Number.POSITIVE_INFINITY)
    .filter((message) => !message.ephemeral && isAbout(message, id));
  const news = eyes.dm(requester.id, Number.POSITIVE_INFINITY).messages.filter((message) => isAbout(message, id));
  const people: PersonFacts[] = [];
  for (const newcomer of story.people) people.push(await lookAt(newcomer, story, id, world, eyes));
  return {
    id,
    method: plan.profile === 'developer' ? 'iam-user' : 'identity-center',
    places: placesOf(story),
    isRefused: isRefused(id, world),
    clicks,
    cards: inChannel.filter((message) => isCard(message, id)).map(factsOf),
    thread: inChannel.filter((message) => !isCard(message, id)).map(({ blocks }) => wordsIn(blocks)),
    news: news.map(factsOf),
    people,
  };
}

/** What the bot's tasks fail with leads past this state, though the requester may read the same of it. */
const isRefused = (id: string, { aws }: World): boolean =>
  aws.look
    .executions()
    .some(({ name, history = [] }) => name === id && history.some(({ state }) => state === 'CannotBeGiven'));

const placesOf = ({ plan }: Story): string[] => (plan.profile === 'engineering' ? ['groups'] : plan.accounts);

const factsOf = (message: SeenMessage): MessageFacts => ({
  words: wordsIn(message.blocks),
  buttons: ['approve', 'deny', 'withdraw'].some((button) => hasButton(message, button)),
});

async function lookAt(newcomer: Newcomer, story: Story, id: string, world: World, eyes: Eyes): Promise<PersonFacts> {
  const { slackUserId, email, dead } = newcomer;
  const texts =
    slackUserId === undefined
      ? welcomesTo(world, email).map(({ text }) => text)
      : eyes
          .dm(slackUserId)
          .messages.filter((message) => isAbout(message, id))
          .map(({ blocks }) => wordsIn(blocks));
  const welcomes = texts.map((text) => placesIn(text, placesOf(story)));
  return {
    name: slackUserId === undefined ? email : `${slackUserId} (${email})`,
    known: slackUserId === undefined ? `\`${email}\`` : `<@${slackUserId}>`,
    via: slackUserId === undefined ? 'mail' : 'slack',
    ...thereIs(world, newcomer, story.plan, id),
    welcomes,
    dead,
    signIns: await trySignIns(world, newcomer, story.plan, [...new Set(welcomes.flat())]),
  };
}
