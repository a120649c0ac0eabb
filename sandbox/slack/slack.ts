import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hono } from 'hono';
import type { Hold } from '../misbehaving/hold.ts';
import { createLine, type Line } from '../misbehaving/line.ts';
import type { Organization } from '../organization/organization.ts';
import { actRoutes } from './acts/routes.ts';
import { signingSecret, tokens } from './bot.ts';
import { type Copies, createCopies } from './envelopes.ts';
import { overHttp } from './http.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { createPayloads } from './payloads.ts';
import { Refusal } from './refusal.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SeenState } from './seen.ts';
import { createSocket, type Socket } from './socket.ts';
import { stateOf, stateRoutes } from './state-view.ts';
import { createTriggers } from './triggers.ts';
import { createFaults, type Fault } from './web-api/faults.ts';
import { webApiMethods } from './web-api/methods/index.ts';
import { createScopes } from './web-api/scopes.ts';
import { type Call, createWebApi } from './web-api/web-api.ts';
import type { Conversation } from './workspace/conversations.ts';
import type { Latest } from './workspace/messages.ts';
import type { People, PersonAt, PersonChange } from './workspace/people.ts';
import { createWorkspace } from './workspace/workspace.ts';

export type SlackSettings = {
  /** Path of the app manifest whose scopes and commands hold; default: the one that is shipped. */
  manifest?: string;
  /** Milliseconds a trigger_id lives, and that an ack may take; Slack: 3,000 for both. */
  triggerLifetime?: number;
  ackTimeout?: number;
  /** Milliseconds that somebody who names no place waits for what they want to press (default 2,000). */
  patience?: number;
  /** Calls the bot over HTTP at this port, instead of being called for Socket Mode. */
  callsPort?: number;
};

/** What there is to see in the local Slack. */
export type SlackLook = {
  readonly team: Organization['team'];
  readonly commands: Manifest['commands'];
  readonly isReadOnly: boolean;
  people: Pick<People, 'list' | 'find' | 'exists' | 'groups' | 'version'>;
  conversations(): Conversation[];
  latest(): Latest[];
  /** What a person has before them, with so many messages of each conversation. */
  stateOf(person: PersonAt, newest: number): SeenState;
};

export type LocalSlack = {
  /** The Web API under /api/*, response_url endpoints under /response/*, the acts under /act/*, GET /state and GET /people. */
  routes: Hono;
  /** Socket Mode: the world hands over each WebSocket upgrade. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** The bot's environment, given where the world listens. */
  environment(url: string): Record<string, string>;
  /** For tests: what the bot did. `messages` is every message in every version, ephemeral ones too, as JSON. */
  seen: { calls(): Call[]; messages(): string; connections(): number; copies(): number };
  /** The next calls of a Web API method meet this fault. */
  answerNext(method: string, fault: Fault, times?: number): void;
  /** The next calls of a method wait until a test lets them go on, before they are carried out or, if it says so, before they are answered. */
  hold(method: string, times?: number, before?: 'call' | 'answer'): Hold;
  /** The time of every ack that is waited for is over, however much it had left. @returns how many those were */
  runOut(): number;
  /** Takes Slack away, Socket Mode and all, until what it gives back is called. */
  away: Line['away'];
  /** Disturbs the calls of the Web API and of response_url, until what it gives back is called. */
  disturb: Line['disturb'];
  /** How often a call has met what. */
  met: Line['met'];
  changePerson(id: string, change: PersonChange): void;
  setGroupMembers(id: string, members: string[]): void;
  /** From now on the envelopes of these kinds, or all, come twice, as Slack's do now and then. */
  deliverTwice: Copies['deliverTwice'];
  /** Asks every connection to leave and come back, as Slack does every few hours. */
  disconnect: Socket['disconnect'];
  /** For whoever shows it; nothing here is to be changed. */
  look: SlackLook;
  stop(): Promise<void>;
};

/** A Slack workspace in memory, with one app installed. */
export function createSlack(organization: Organization, settings: SlackSettings = {}): LocalSlack {
  const home = { url: '' };
  const parts = createParts(organization, settings, () => home.url);
  const { workspace, manifest, socket, line, copies, webApi, faults } = parts;

  return {
    routes: routesOf(parts),
    upgrade: socket.upgrade,
    environment(url) {
      home.url = url.replace(/\/$/, '');
      return environmentOf(home.url, settings);
    },
    seen: {
      calls: webApi.calls,
      messages: () => JSON.stringify(workspace.messages.everyVersion()),
      connections: socket.connections,
      copies: copies.sent,
    },
    answerNext: faults.order,
    hold: faults.hold,
    runOut: socket.runOut,
    away: line.away,
    disturb: line.disturb,
    met: line.met,
    changePerson: workspace.people.change,
    setGroupMembers: workspace.people.setGroupMembers,
    deliverTwice: copies.deliverTwice,
    disconnect: socket.disconnect,
    look: {
      team: workspace.team,
      commands: manifest.commands,
      isReadOnly: manifest.isReadOnly,
      people: workspace.people,
      conversations: workspace.conversations.list,
      latest: workspace.messages.latest,
      stateOf: (person, newest) => stateOf(workspace, person, newest),
    },
    async stop() {
      socket.stop();
    },
  };
}

type Parts = ReturnType<typeof createParts>;

/** @param home where the world listens, once that is known */
function createParts(organization: Organization, settings: SlackSettings, home: () => string) {
  const { triggerLifetime = 3000, ackTimeout = 3000, patience = 2000, callsPort } = settings;
  const manifest = readManifest(settings.manifest);
  const workspace = createWorkspace(organization);
  const line = createLine((outage) => {
    if (outage) socket.breakAll();
  });
  const socket = createSocket(ackTimeout, line);
  const copies = createCopies();
  const deliver = callsPort === undefined ? socket.deliver : overHttp(callsPort, ackTimeout, line);
  const triggers = createTriggers(triggerLifetime);
  const responseUrls = createResponseUrls(workspace.messages, () => socket.home() || home(), line);
  const payloads = createPayloads({ team: workspace.team, triggers, responseUrls });
  const scopes = createScopes(manifest.scopes);
  const faults = createFaults();
  const methods = webApiMethods({ workspace, socket, triggers, scopes, manifest });
  const webApi = createWebApi({ methods, scopes, faults, line });
  return { workspace, manifest, line, socket, copies, deliver, responseUrls, payloads, faults, webApi, patience };
}

const routesOf = ({ webApi, responseUrls, workspace, ...acting }: Parts): Hono =>
  new Hono()
    .route('/', webApi.routes)
    .route('/', responseUrls.routes)
    .route('/', actRoutes({ workspace, ...acting }))
    .route('/', stateRoutes(workspace))
    .onError((error, c) => {
      if (error instanceof Refusal) return c.json({ error: error.error, ...error.details }, error.status);
      throw error;
    });

const environmentOf = (home: string, { callsPort }: SlackSettings): Record<string, string> => ({
  SLACK_API_URL: `${home}/api/`,
  SLACK_BOT_TOKEN: tokens.bot,
  ...(callsPort === undefined
    ? { SLACK_APP_TOKEN: tokens.app }
    : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(callsPort) }),
});
