import { expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { onboard, request, startAws, yuki } from './world.ts';

const claim = { AccountId: '111122223333', UserName: yuki.userName, ClaimedBy: 'U0YUKI', Reissue: false };
const again = { ...claim, Reissue: true };

/** A world in which somebody was shown a password, and what signs in there. */
async function startShown(waitDelay = 1) {
  const world = await startAws({ waitDelay });
  await onboard(world, request());
  const first = read(await world.issue(claim));
  const works = async (password: string) =>
    (await world.signIn({ accountId: claim.AccountId, userName: yuki.userName, password })).status === 200;
  return { world, first, works };
}

const read = ({ output = '', error }: { output?: string | undefined; error?: string | undefined }) => {
  if (error !== undefined) throw new Error(error);
  const { Password, MadeAt } = JSON.parse(output) as { Password: string; MadeAt: string };
  return { password: Password, madeAt: new Date(MadeAt) };
};

const called = ({ aws }: Awaited<ReturnType<typeof startAws>>, action: string): number =>
  aws.seen.calls().filter((call) => call.action === `iam:${action}`).length;

test.each([2, 3])(
  '%s wishes for another password at once: one is shown and works, the others hear of it',
  async (count) => {
    const { world, works } = await startShown(500);

    const answers = await Promise.all(Array.from({ length: count }, () => world.issue(again)));

    const shown = answers.filter(({ error }) => error === undefined).map(read);
    expect(shown).toHaveLength(1);
    expect(await works(shown[0]?.password ?? '')).toBe(true);
    expect(answers.flatMap(({ error }) => error ?? [])).toEqual(Array(count - 1).fill('Overtaken'));
  },
);

test.each(['2020-01-01T00:00:00.000Z an earlier one', 'another - by the alphabet a later one'])(
  'whoever is overtaken while IAM does not take their password leaves the one that is shown alone: by %s',
  async (Value) => {
    const { world, first, works } = await startShown(1000);
    world.aws.failNext('iam:updateLoginProfile', 'Iam.ServiceFailureException');
    const before = called(world, 'getUser');
    const early = world.issue(again);
    await until('that the mark was found to be its own', () => called(world, 'getUser') === before + 3);
    const Tags = [{ Key: 'onboarding:replacement', Value }];
    world.aws.asAdmin(claim.AccountId, 'tagUser', { UserName: claim.UserName, Tags });

    expect(await early).toMatchObject({ error: 'Overtaken' });
    expect(await works(first.password)).toBe(true);
  },
);

test('an earlier wish that is held up leaves the password alone that a later one was shown meanwhile', async () => {
  const { world, works } = await startShown();
  const held = world.aws.hold('iam:getLoginProfile');
  const early = world.issue(again);
  await held.reached;
  const { password } = read(await world.issue(again));
  held.release();

  expect(await early).toMatchObject({ error: 'Overtaken' });
  expect(await works(password)).toBe(true);
});

test('who marks the user is asked again where IAM says it late: somebody may have marked them meanwhile', async () => {
  const { world, works } = await startShown();
  let looks = 0;
  const disturbance = { slow: 1, slowBy: 60_000, only: ['getUser'], random: () => (++looks === 3 ? 0 : 1) };
  world.aws.disturb('iam', disturbance);
  const early = world.issue(again);
  await until('that IAM says late whose mark it is', () => looks === 3);
  const { password } = read(await world.issue(again));

  expect(await early).toMatchObject({ error: 'Overtaken' });
  expect(await works(password)).toBe(true);
});

test('whoever sets their own password while another one is being made keeps it', async () => {
  const { world, first, works } = await startShown(500);
  const late = world.issue(again);
  await until('the mark', () => called(world, 'tagUser') === 1);
  const own = { password: first.password, newPassword: 'Of-my-own-choosing-and-quite-long-1!' };
  await world.signIn({ accountId: claim.AccountId, userName: yuki.userName, ...own });

  expect(await late).toMatchObject({ error: 'AlreadySignedIn' });
  expect(await works(own.newPassword)).toBe(true);
});

test('whoever sets their own password while IAM does not say whose mark it is keeps it', async () => {
  const { world, first, works } = await startShown();
  let held: ReturnType<typeof world.aws.hold> | undefined;
  const isBroken = (): boolean => {
    if (held || called(world, 'tagUser') === 0) return false;
    held = world.aws.hold('iam:getLoginProfile');
    return true;
  };
  world.aws.disturb('iam', { broken: 1, only: ['getUser'], random: () => (isBroken() ? 0 : 1) });
  const late = world.issue(again);
  const looking = await until('that IAM does not say it', () => held);
  await looking.reached;
  const own = { password: first.password, newPassword: 'Of-my-own-choosing-and-quite-long-1!' };
  await world.signIn({ accountId: claim.AccountId, userName: yuki.userName, ...own });
  looking.release();

  expect(await late).toMatchObject({ error: 'AlreadySignedIn' });
  expect(await works(own.newPassword)).toBe(true);
});

test('another password is made though IAM fails for a while, or its answer is lost; not for ever', async () => {
  const { world, works } = await startShown();
  world.aws.failNext('iam:updateLoginProfile', 'Iam.EntityTemporarilyUnmodifiableException', 2);
  world.aws.failNext('iam:updateLoginProfile', 'Iam.SdkClientException', 1, { after: true });
  expect(await works(read(await world.issue(again)).password)).toBe(true);
  world.aws.failNext('iam:tagUser', 'Iam.NoSuchEntityException', 2);
  world.aws.failNext('iam:tagUser', 'Iam.SdkClientException', 1, { after: true });
  expect(await works(read(await world.issue(again)).password)).toBe(true);

  world.aws.failNext('iam:updateLoginProfile', 'Iam.ServiceFailureException', 99);
  expect(await world.issue(again)).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
});

test('each password says when it was made, so that of two the later one is known', async () => {
  const { world, first } = await startShown();
  const second = read(await world.issue(again));
  const third = read(await world.issue(again));

  expect([third, first, second].toSorted((a, b) => +a.madeAt - +b.madeAt)).toEqual([first, second, third]);
  expect(+third.madeAt).toBeGreaterThan(+first.madeAt);
});

test('a user who was just made and is not known everywhere yet gets their password all the same', async () => {
  const world = await startAws();
  await onboard(world, request());
  world.aws.failNext('iam:getUser', 'Iam.NoSuchEntityException', 3);

  expect(await world.issue(claim)).toMatchObject({ status: 'SUCCEEDED' });
});
