import { readFileSync } from 'node:fs';

export type Instruction = { word: string; rest: string };
export type Stage = { from: string; name: string | undefined; instructions: Instruction[] };

/** What a container of the image is started with. */
export type Image = {
  user: number;
  group: number;
  workdir: string;
  environment: Record<string, string>;
  command: string[];
  /** The command that tells whether the container is well. */
  healthCheck: string[];
  ports: number[];
};

const root = new URL('../../', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** The Dockerfile, stage by stage. */
export function readStages(text = textOf('Dockerfile')): Stage[] {
  const stages: Stage[] = [];
  /** What `--build-arg` may say otherwise. */
  const given = new Map<string, string>();
  const lines = text.replace(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, ' ');
  for (const line of lines.split('\n').filter((each) => each.trim() !== '')) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'ARG' && stages.length === 0) {
      const [name = '', value = ''] = rest.split('=', 2);
      given.set(name, value);
    } else if (word === 'FROM') {
      const [image = '', , name] = rest.split(/\s+/);
      const from = image.replace(/^\$\{(\w+)\}$/, (whole, arg: string) => given.get(arg) ?? whole);
      stages.push({ from, name, instructions: [] });
    } else stages.at(-1)?.instructions.push({ word, rest });
  }
  return stages;
}

export function readImage({ instructions } = readStages().at(-1) as Stage): Image {
  const all = (word: string) => instructions.filter((each) => each.word === word).map(({ rest }) => rest);
  const last = (word: string) => all(word).at(-1) ?? '';
  const [user, group] = last('USER').split(':').map(Number);
  return {
    user: user ?? Number.NaN,
    group: group ?? Number.NaN,
    workdir: last('WORKDIR'),
    environment: Object.fromEntries(all('ENV').map((each) => each.split('=', 2))),
    command: JSON.parse(last('CMD')),
    healthCheck: JSON.parse(last('HEALTHCHECK').replace(/^.*?CMD /, '')),
    ports: last('EXPOSE').split(' ').map(Number),
  };
}

/** Whether .dockerignore, which names what is let in, lets a file or folder of the repository into the build. */
export function isInContext(path: string): boolean {
  const lines = textOf('.dockerignore').split('\n').filter(Boolean);
  if (lines[0] !== '*') throw new Error('.dockerignore no longer begins with *: this reads it wrongly.');
  return lines.includes(`!${path}`);
}
