import { trouble } from '../../../src/messages/words/trouble/en.ts';
import type { DeadPassword } from '../actors/story.ts';
import type { Ending } from './ends.ts';
import type { Cell, Count, Finding, PersonFacts, RequestFacts } from './facts.ts';
import { reasonOf } from './reasons.ts';
import { type Said, saidOf } from './said.ts';

type Judged = { cell: Cell | Count; what: string };

/** Compares what there is of one person with what they, and others, were told. */
export function judgePerson(
  person: PersonFacts,
  { id, places }: Pick<RequestFacts, 'id' | 'places'>,
  ending: Ending,
  messages: string[],
): Finding[] {
  const judged = ending === 'boarded' ? ofGiven(person, places, messages) : ofNotGiven(person, ending, messages);
  return [...judged, ...ofWelcomes(person)].map((each) => ({ ...each, request: id, who: person.name }));
}

/** Nothing was approved, or nothing came of it. */
function ofNotGiven({ has, welcomes, isEmptyUser }: PersonFacts, ending: Ending, messages: string[]): Judged[] {
  const there = [...has].filter(([, each]) => each !== 'nothing').map(([place]) => place);
  const isAnything = there.length > 0 || isEmptyUser;
  if (isAnything && messages.some((words) => words.includes(trouble.BrokenOff)))
    return [
      welcomes.length === 0
        ? { cell: 'lost', what: `has something in ${there}, and was not told` }
        : { cell: 'uncertain, and told so', what: `in ${there}` },
    ];
  if (isAnything) return [falsely(`it ended ${ending}, and there is something in ${there}`)];
  if (welcomes.length > 0) return [falsely(`it ended ${ending}, and they were told of access`)];
  return ending === 'failed' ? [{ cell: 'nothing, and told so', what: reasonOf(messages).why }] : [];
}

function ofGiven(person: PersonFacts, places: string[], messages: string[]): Judged[] {
  const { known, has, welcomes, isEmptyUser } = person;
  const all = messages.flatMap((words) => saidOf(known, places, words) ?? []);
  const [said] = all;
  if (!said) return [{ cell: 'lost', what: 'nobody was told what became of them' }];
  const named = new Set(welcomes.flat());
  return [
    ...(all.some((other) => !agree(said, other)) ? [falsely('the messages about them do not agree')] : []),
    ...places.flatMap((place) => ofPlace(place, said, has.get(place) ?? 'nothing', named)),
    ...(said.told === 'not told' ? [{ cell: 'lost' as const, what: 'has access and was not told' }] : []),
    ...(said.told === 'told' && welcomes.length === 0
      ? [{ cell: 'lost' as const, what: 'is said to be told, and was not' }]
      : []),
    ...(said.told !== 'told' && welcomes.length > 0 ? [falsely('was told, and is said not to be')] : []),
    ...(isEmptyUser && !said.admitsLeft ? [{ cell: 'half made' as const, what: 'has a user without anything' }] : []),
  ];
}

const falsely = (what: string): Judged => ({ cell: 'told falsely', what });

const agree = (one: Said, other: Said): boolean =>
  one.told === other.told && [...one.claims].every(([place, claim]) => other.claims.get(place) === claim);

/** What is there in one place, against what is said of it and what the person was told. */
function ofPlace(place: string, { claims, lines, admitsLeft }: Said, is: string, named: ReadonlySet<string>): Judged[] {
  const claim = claims.get(place);
  const in_ = `in ${place}`;
  const line = lines.get(place) ?? '';
  if (claim === undefined) return [{ cell: 'lost', what: `nobody was told what became of them ${in_}` }];
  if (is === 'part' && !admitsLeft)
    return [{ cell: 'half made', what: `has only a part ${in_}, which counts as ${claim}` }];
  if (claim === 'perhaps' || (claim === 'nothing' && is !== 'nothing' && admitsLeft))
    return [{ cell: 'uncertain, and told so', what: line }];
  if (claim === 'nothing')
    return is === 'nothing'
      ? [{ cell: 'nothing, and told so', what: line }]
      : [falsely(`has access ${in_}, and is said to have none`)];
  if (claim === 'had') return [falsely(`was given access ${in_}, and is said to have had it before`)];
  if (is !== 'whole') return [falsely(`is said to have access ${in_}, and has ${is}`)];
  return named.has(place) ? [] : [{ cell: 'lost', what: `has access ${in_}, of which they were not told` }];
}

/** Their own messages: one, of what is theirs, with which they can sign in. */
function ofWelcomes({ via, welcomes, has, signIns, dead: inVain }: PersonFacts): Judged[] {
  const twice: Judged[] = welcomes
    .slice(1)
    .map(() =>
      via === 'mail'
        ? { cell: 'mails twice', what: '' }
        : { cell: 'told twice', what: 'was told of their access twice' },
    );
  const astray = [...new Set(welcomes.flat())].filter((place) => has.get(place) !== 'whole');
  const dead = [...signIns].filter(([, answer]) => answer !== 'works');
  return [
    ...twice,
    ...astray.map((place) => falsely(`was told of access in ${place}, and has none`)),
    ...dead.map(([place, answer]): Judged => {
      const tried = inVain.filter((each) => each.place === place).map(({ instead }) => `, IAM took ${instead}`);
      return {
        cell: 'dead password',
        what: `cannot sign in to ${place} as they were told: ${answer}${tried.join('')}`,
      };
    }),
    ...inVain.filter(({ place }) => (signIns.get(place) ?? 'works') === 'works').map(ofDead),
  ];
}

/** Whoever asks on two devices may get the later one on neither, if who makes it is killed. They are to make a new one, and that works. */
const ofDead = ({ place, devices, instead }: DeadPassword): Judged =>
  devices > 1 && instead === 'one that nobody saw'
    ? { cell: 'replaced unseen', what: `in ${place}` }
    : { cell: 'dead password', what: `had one for ${place} on a screen that did not work; IAM took ${instead}` };
