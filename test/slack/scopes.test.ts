import { expect, test } from 'vitest';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { SCOPES } from '../../src/slack/scopes.ts';

test('the bot asks at start for exactly the scopes that the manifest gives it', () => {
  expect(new Set(SCOPES)).toEqual(readManifest().scopes);
});
