import type { Changes } from './changes.ts';
import { createEvents } from './events.ts';
import type { Sources } from './read/sources.ts';
import { createReader } from './read-slices.ts';
import { pageRoutes } from './routes.ts';

export type Page = ReturnType<typeof createPage>;

/** The page of a sandbox: what it serves, and the streams that keep it up to date. */
export function createPage(sources: Sources, changes: Changes) {
  const events = createEvents(createReader(sources), changes);
  return {
    routes: pageRoutes(),
    /** For WebSockets at `/page/events`. */
    upgrade: events.upgrade,
    /** Whether a request is for the page itself, so that it changes nothing in the world. */
    serves: ({ url }: Request): boolean => /^\/(page\/|$)/.test(new URL(url).pathname),
    stop: events.stop,
  };
}
