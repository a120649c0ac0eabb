import { ROOMS, type Room } from './rooms.ts';

/** Where each room is drawn: its column, from the left, on floors from the roof down. A room stands above all that it imports. */
const FLOORS: Record<string, number>[] = [
  { main: 2 },
  { startup: 1, listeners: 2, worker: 3 },
  { policy: 1, workflow: 3 },
  { slack: 2, aws: 3 },
  { messages: 2, watch: 3 },
  { methods: 1 },
  { onboarding: 2 },
  { contract: 2 },
];
const [WIDTH, BOX, HEIGHT, STEP] = [1140, 340, 62, 96];

type Place = { x: number; y: number };

const places: Record<string, Place> = Object.fromEntries(
  FLOORS.flatMap((floor, i) =>
    Object.entries(floor).map(([room, column]) => [room, { x: (WIDTH * (2 * column - 1)) / 6, y: 20 + i * STEP }]),
  ),
);

const below = ({ imports, types = [] }: Room): string[] => [...imports, ...types];

/** Whether a room can be reached from another by way of a third: then no arrow of its own is drawn. */
function isImplied(room: string, other: string): boolean {
  const rest = below(ROOMS[room] as Room).filter((third) => third !== other);
  return rest.some((third) => third === other || reaches(third, other));
}

const reaches = (room: string, other: string): boolean =>
  below(ROOMS[room] as Room).some((next) => next === other || reaches(next, other));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function box(room: string): string {
  const { x, y } = places[room] as Place;
  const name = room === 'main' ? 'main.ts' : `${room}/`;
  return [
    `<rect x="${x - BOX / 2}" y="${y}" width="${BOX}" height="${HEIGHT}" rx="8"/>`,
    `<text class="name" x="${x}" y="${y + 25}">${name}</text>`,
    `<text x="${x}" y="${y + 46}">${escaped(ROOMS[room]?.is ?? '')}</text>`,
  ].join('\n  ');
}

function arrow(room: string, other: string): string {
  const [from, to] = [places[room] as Place, places[other] as Place];
  const [y1, y2] = [from.y + HEIGHT, to.y - 3];
  const bend = Math.min(60, (y2 - y1) / 2);
  return `<path d="M${from.x} ${y1} C${from.x} ${y1 + bend} ${to.x} ${y2 - bend} ${to.x} ${y2}"/>`;
}

/** The rooms of `src` and who imports whom, without the arrows that others imply. */
export function drawRooms(): string {
  const arrows = Object.entries(ROOMS).flatMap(([room, rules]) =>
    below(rules)
      .filter((other) => !isImplied(room, other))
      .map((other) => arrow(room, other)),
  );
  const height = 20 + (FLOORS.length - 1) * STEP + HEIGHT + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle">
  <title>The rooms of src, and who imports whom</title>
  <style>
    rect { fill: #f6f8fa; stroke: #8c959f }
    text { fill: #57606a }
    .name { fill: #1f2328; font-size: 16px; font-weight: 600 }
    path { fill: none; stroke: #8c959f; marker-end: url(#head) }
  </style>
  <marker id="head" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 z" style="fill: #8c959f; stroke: none"/></marker>
  <rect width="${WIDTH}" height="${height}" style="fill: #fff; stroke: none"/>
  ${arrows.join('\n  ')}
  ${Object.keys(places).map(box).join('\n  ')}
</svg>
`;
}
