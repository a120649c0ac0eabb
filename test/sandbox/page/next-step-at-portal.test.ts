import { expect, test } from 'vitest';
import type { Visits } from '../../../sandbox/page/client/aws/portal/visits.ts';
import { nextStep } from '../../../sandbox/page/client/shell/next-step.ts';
import type { Place } from '../../../sandbox/page/client/shell/place.ts';
import type { Step } from '../../../sandbox/page/client/shell/step.ts';
import { whereToGo } from '../../../sandbox/page/client/shell/where-to-go.ts';
import type { Slices } from '../../../sandbox/page/slices.ts';
import {
  account,
  aiko,
  arrived,
  as,
  atPortal,
  center,
  centerUser,
  codeFor,
  execution,
  ken,
  loginProfile,
  passwordLastUsed,
  person,
  slices,
  user,
  yuki,
} from './slices.ts';

const signedIn = { login: 'own', hasMfa: true, lastSignIn: '2026-01-01T00:04:00Z' } as const;
const both = ['yuki', 'ken'];
/** Two people who were told, and how far each is. */
const told = (more: Parameters<typeof centerUser>[1] = {}, ofKen: typeof more = {}): Partial<Slices> => ({
  executions: [atPortal(...both)],
  ...center(centerUser('yuki', more), centerUser('ken', ofKen)),
});
const running = execution({ about: { requestedBy: 'aiko', method: 'identity-center' } });
const provisioning = execution({ machine: 'provision-identity-center', startedBy: running.arn });
const form = { type: 'section', block_id: 'accounts' } as const;
const visits: Visits = { 'yuki@kumoworks.example': '2026-01-01T00:05:00Z' };

test.each<[string, Partial<Slices>, object | undefined, Visits?]>([
  ['a request waits for an approver, as any', { executions: [running] }, { name: 'approve', person: ken }],
  ['while access is given one waits', { executions: [provisioning, running] }, { name: 'wait' }],
  ['who was told opens the portal', told(), { name: 'to-portal', person: yuki, userName: 'yuki@kumoworks.example' }],
  [
    'who was not told does not',
    { ...told(), executions: [{ ...atPortal(), told: [{ userName: 'ken@kumoworks.example', claimant: 'ken' }] }] },
    { name: 'to-portal', person: ken },
  ],
  ['where nobody was told, somebody asks', { ...told(), executions: [atPortal()] }, { name: 'ask' }],
  ['likewise where the user is gone', { executions: [atPortal('yuki')] }, { name: 'ask' }],
  [
    'or disabled',
    { executions: [atPortal('yuki')], ...center(centerUser('yuki', { isDisabled: true })) },
    { name: 'ask' },
  ],
  [
    'who is not in Slack comes after those who are',
    { ...told(), executions: [atPortal('sam', 'yuki')], ...center(centerUser('sam'), centerUser('yuki')) },
    { name: 'to-portal', person: yuki },
  ],
  [
    'alone, they have an e-mail',
    { executions: [atPortal('sam')], ...center(centerUser('sam')) },
    { name: 'to-portal', person: undefined, userName: 'sam@kumoworks.example' },
  ],
  [
    'who was deactivated since keeps nobody waiting',
    { ...told(), people: [person('yuki', { kind: 'deactivated' }), ken] },
    { name: 'to-portal', person: ken },
  ],
  [
    'whoever typed their user name has a code',
    { ...told(), mails: [codeFor('ken')] },
    { name: 'mailed-code', email: 'ken@kumoworks.example' },
  ],
  ['with a password of their own they set up MFA', told({}, { login: 'own' }), { name: 'portal-mfa' }],
  ['whoever is in opens an account', told({}, signedIn), { name: 'open-account' }],
  ['before others begin', { ...told({}, signedIn), mails: [codeFor('yuki')] }, { name: 'open-account' }],
  [
    'who has opened one is through, and there is the other way',
    told(signedIn),
    { name: 'ask-next', person: aiko, way: 'iam-user' },
    visits,
  ],
  [
    'what they opened before they were told of this does not count',
    told(signedIn),
    { name: 'open-account' },
    { 'yuki@kumoworks.example': '2026-01-01T00:00:30Z' },
  ],
  [
    'then the form is for the other way',
    { ...told(signedIn), me: as('aiko', 'request', [form]) },
    { way: 'iam-user' },
    visits,
  ],
  [
    'who goes on with the same needs no hint',
    { ...told(signedIn), executions: [running, atPortal('yuki')] },
    undefined,
    visits,
  ],
  [
    'who goes on with the other is led there, too',
    { ...told(signedIn), executions: [execution(), atPortal('yuki')] },
    { name: 'approve' },
    visits,
  ],
  ['to its end', { ...told(signedIn), ...account(user('yuki', { loginProfile })) }, { name: 'sign-in' }, visits],
  ['after both ways all is done', { ...told(signedIn), ...account(user('yuki', arrived)) }, { name: 'done' }, visits],
  [
    'after users in accounts were led to their end, the portal is next',
    { ...told(), ...account(user('yuki', arrived)) },
    { name: 'to-portal' },
  ],
  [
    'of two that were begun it is the later one',
    { ...told(), ...account(user('yuki', { loginProfile, passwordLastUsed })) },
    { name: 'to-portal' },
  ],
  [
    'and where that is a user in an account, their password',
    { ...told(), ...account(user('yuki', { createdAt: '2026-01-01T01:00:00Z' })) },
    { name: 'fetch' },
  ],
])('%s', (_what, more, step, visits) => {
  if (step) expect(nextStep(slices(more), visits)).toMatchObject(step);
  else expect(nextStep(slices(more), visits)).toBeUndefined();
});

const toPortal: Step = { name: 'to-portal', person: yuki, userName: 'yuki' };
const mailed: Step = { name: 'mailed-code', email: 'yuki@kumoworks.example' };

test.each<[string, Step, Partial<Place>, boolean, Partial<Place> | undefined]>([
  ['the address is in a direct message', toPortal, {}, false, { person: 'yuki', conversation: 'Duki' }],
  ['or among the e-mails', { ...toPortal, person: undefined }, {}, false, { conversation: 'mail' }],
  [
    'on a narrow screen whoever followed it is where they should be',
    toPortal,
    { person: 'yuki', conversation: 'Duki', pane: 'aws' },
    true,
    undefined,
  ],
  ['the code is among the e-mails, too', mailed, {}, false, { conversation: 'mail' }],
  ['on a narrow screen also from the portal', mailed, { conversation: 'mail', pane: 'aws' }, true, { pane: 'slack' }],
  ['who reads it is there', mailed, { conversation: 'mail' }, true, undefined],
  ['the accounts are where one signed in', { name: 'open-account' }, {}, true, undefined],
])('whether to go there: %s', (_what, step, at, isNarrow, where) => {
  const place: Place = { person: 'aiko', conversation: 'general', pane: 'slack', ...at };
  const found = whereToGo(step, slices(), { place, isNarrow });
  if (where) expect(found).toMatchObject(where);
  else expect(found).toBeUndefined();
});
