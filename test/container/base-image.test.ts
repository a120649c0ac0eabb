import { expect, test } from 'vitest';
import { readStages } from './dockerfile.ts';

const text = (NODE: string) => `ARG NODE=${NODE}\nFROM \${NODE} AS dependencies\nFROM \${NODE}\n`;

test('every stage is built on the same image of Node 26, which whoever builds may name by its digest', () => {
  const bases = new Set(readStages().map(({ from }) => from));
  expect(bases.size).toBe(1);
  expect([...bases][0]).toMatch(/^node:26-slim(@sha256:[0-9a-f]{64})?$/);
});

test('a base image is read from the build’s argument, with its digest', () => {
  const pinned = `node:26-slim@sha256:${'0'.repeat(64)}`;
  expect(readStages(text(pinned)).map(({ from }) => from)).toEqual([pinned, pinned]);
});
