import { describe, expect, test } from 'vitest';
import type { OnboardingState } from '../../../src/contract/state.ts';
import {
  approval,
  developer,
  everybodyThere,
  request,
  resolved,
  startAws,
  type Task,
  type World,
  yuki,
} from './world.ts';

// Whoever is the bot writes requests, resolves people and says who decided. For every field of those: what a false one brings.

const payments = '111122223333';
const management = '100000000000';
const mallory = {
  ...yuki,
  userName: 'mallory',
  email: 'mallory@kumoworks.example',
  slackUserId: 'U0MALLORY',
  claimant: 'U0MALLORY',
};

type Forgery = { request?: object; resolved?: object; decision?: (waiting: Task) => object; published?: object };

/** Plays a stolen bot to the end of its request. @returns the input of `report` */
async function play(world: World, forgery: Forgery): Promise<Record<string, unknown>> {
  if (forgery.published) world.publish({ ...developer, ...forgery.published });
  await world.start({ ...request(), ...forgery.request });
  for (;;) {
    const task = await world.nextTask();
    if (task.task === 'report') return task.input as Record<string, unknown>;
    const answers: Record<string, () => object> = {
      resolve: () => ({ ...resolved(), ...forgery.resolved }),
      announce: () => ({ channel: 'C0APPROVE', ts: '1.1' }),
      'await-decision': () => forgery.decision?.(task) ?? approval(task),
      'look-again': () => everybodyThere((task.input as OnboardingState).resolved?.users ?? []),
    };
    await world.answer(task.token, answers[task.task]?.() ?? {});
  }
}

const usersIn = (world: World, id = payments) => [...(world.aws.look.accounts.get(id)?.users.values() ?? [])];

describe('what a profile gives is the published profile’s word', () => {
  test.each([
    ['other groups', { profile: { ...request().profile, groups: ['ReadOnly'], grants: { groups: ['ReadOnly'] } } }],
    [
      'more policies',
      { profile: { ...request().profile, policyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
    ],
    ['an inspection of its own', { inspection: { Profile: { Grants: { groups: ['ReadOnly'] } } } }],
    ['machines of its own', { machines: { inspect: 'arn:aws:states:eu-west-1:1:stateMachine:x', provision: 'x' } }],
    ['batches of its own', { board: { batches: [[mallory]], inspected: [] } }],
    ['outcomes of its own', { outcomes: [{ people: [mallory] }] }],
  ])('%s in a request change nothing', async (_what, more) => {
    const world = await startAws();
    await play(world, { request: more });
    expect(usersIn(world).map(({ userName, groups, policies }) => [userName, [...groups], [...policies]])).toEqual([
      [yuki.userName, ['Developers'], ['arn:aws:iam::aws:policy/IAMUserChangePassword']],
    ]);
  });
});

describe('where it is given is the published profile’s word', () => {
  test.each([
    ['the management account', [management], {}],
    ['the management account, called something else', [management], { name: 'dev', isManagement: false }],
    ['an account outside the profile', [payments], {}],
  ])('%s is refused', async (_what, ids, more) => {
    const world = await startAws();
    const accounts = ids.map((id) => ({ id, name: 'x', isManagement: false, ...more }));
    const except = ids.filter((id) => id !== management);
    const input = await play(world, {
      request: { accounts },
      published: { accounts: { ...developer.accounts, except } },
    });
    expect(input).toMatchObject({
      outcomes: [
        {
          people: [{ Outcomes: ids.map((AccountId) => ({ AccountId, Status: 'failed', Error: 'AccountNotOffered' })) }],
        },
      ],
    });
    expect(ids.flatMap((id) => usersIn(world, id))).toEqual([]);
  });

  test('eleven accounts are no request', async () => {
    const world = await startAws();
    const accounts = Array.from({ length: 11 }, (_, i) => ({ id: `${111_122_223_333 + i}`, name: 'x' }));
    expect(await play(world, { request: { accounts } })).toMatchObject({ trouble: { Error: 'NotARequest' } });
    expect(usersIn(world)).toEqual([]);
  });

  test('an account that is named twice gets each user once', async () => {
    const world = await startAws();
    const account = { id: payments, name: 'x', isManagement: false };
    await play(world, { request: { accounts: [account, account] } });
    expect(usersIn(world)).toHaveLength(1);
  });
});

test('a method that there is no machine for is no request', async () => {
  const world = await startAws();
  const profile = { ...request().profile, method: 'root-keys' };
  expect(await play(world, { request: { profile } })).toMatchObject({ trouble: { Error: 'NotARequest' } });
});

describe('who decides', () => {
  const by = (who: object) => (waiting: Task) => ({ ...approval(waiting), by: { name: 'x', ...who } });
  const named = { approvers: { ids: ['U0KEN', 'U0YUKI'], emails: ['maria@kumoworks.example'], groups: [] } };
  test.each([
    ['who is named by id', by({ slackUserId: 'U0KEN', email: 'ken@kumoworks.example' }), named, undefined],
    ['who is named by mailbox', by({ slackUserId: 'U0MARIA', email: 'maria@kumoworks.example' }), named, undefined],
    ['who is not named', by({ slackUserId: 'U0OMAR', email: 'omar@kumoworks.example' }), named, 'NotAnApprover'],
    [
      'who is not named where a user group is: the bot’s word stands',
      by({ slackUserId: 'U0OMAR', email: 'o@k.example' }),
      {},
      undefined,
    ],
    [
      'who is named, and the person themselves',
      by({ slackUserId: 'U0YUKI', email: 'x@kumoworks.example' }),
      named,
      'SelfApproval',
    ],
    [
      'who has the mailbox of the person',
      by({ slackUserId: 'U0KEN', email: 'yuki@kumoworks.example' }),
      named,
      'SelfApproval',
    ],
    ['the requester', by({ slackUserId: 'U0AIKO', email: 'x@kumoworks.example' }), named, 'SelfApproval'],
    ['nobody', by({ slackUserId: '', email: '' }), named, 'SelfApproval'],
  ])('%s', async (_who, decision, published, name) => {
    const world = await startAws();
    // The list of those who take part is forged, too: who will claim takes part whatever it says.
    const input = await play(world, { resolved: { involved: [] }, decision, published });
    expect(input.trouble).toEqual(name && { Error: name, Cause: expect.any(String) });
    expect(usersIn(world)).toHaveLength(name ? 0 : 1);
  });

  test.each([
    ['of another version of the profile', { version: '"other"' }],
    ['that says no version', { version: undefined }],
  ])('a decision %s gives nothing', async (_what, more) => {
    const world = await startAws();
    const input = await play(world, { decision: (waiting) => ({ ...approval(waiting), ...more }) });
    expect(input).toMatchObject({ trouble: { Error: 'PolicyChanged' } });
    expect(usersIn(world)).toEqual([]);
  });
});

describe('whose the claim is', () => {
  const { slackUserId: _, ...outsider } = yuki;
  test.each([
    ['somebody else’s Slack id', { ...yuki, claimant: 'U0MALLORY' }],
    ['the hash of another address', { ...outsider, claimant: yuki.mailbox.replace(/^./, '0') }],
    ['a Slack id for somebody without Slack', { ...outsider, claimant: 'U0MALLORY' }],
    ['nobody’s', { ...yuki, claimant: '' }],
  ])('%s: nothing is given', async (_what, person) => {
    const world = await startAws();
    const input = await play(world, { resolved: { users: [person] } });
    expect(input).toMatchObject({
      outcomes: [{ people: [{ Outcomes: [{ Status: 'failed', Error: 'ClaimantMismatch' }] }] }],
    });
    expect(usersIn(world)).toEqual([]);
  });

  test.each([
    ['without an address', { ...yuki, email: undefined }],
    ['without a claimant', { ...yuki, claimant: undefined }],
    ['without a name', { ...yuki, userName: undefined }],
    ['that is no person', 'mallory'],
  ])('somebody %s: the request ends, and nothing is given', async (_what, person) => {
    const world = await startAws();
    const input = await play(world, { resolved: { users: [person] } });
    expect(input).toHaveProperty('trouble.Error');
    expect(usersIn(world)).toEqual([]);
  });

  test('without a mailbox nobody is created, and the others stand', async () => {
    const world = await startAws();
    const { mailbox: __, ...bare } = mallory;
    const input = await play(world, { resolved: { users: [yuki, bare] } });
    expect(input).toMatchObject({
      outcomes: [{ people: [{ delivered: {} }, { Outcomes: [{ Error: 'ClaimantMismatch' }] }] }],
    });
    expect(usersIn(world).map(({ userName }) => userName)).toEqual([yuki.userName]);
  });

  test('people whom the card need not show are told to whoever audits, before they are created', async () => {
    const world = await startAws();
    await play(world, { resolved: { users: [yuki, mallory] } });
    const calls = world.aws.seen.calls();
    const notice = calls.findIndex(({ action }) => action === 'sns:publish');
    expect(notice).toBeLessThan(calls.findIndex(({ action }) => action === 'iam:createUser'));
    expect(calls[notice]?.params).toMatchObject({
      Message: { claimants: ['U0YUKI', 'U0MALLORY'], emails: [yuki.email, mallory.email], gives: developer.grants },
    });
  });
});
