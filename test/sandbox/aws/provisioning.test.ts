import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization.ts';
import { onboard, request, startWorld, yuki } from './world.ts';

const payments = '111122223333';

/** The input of the last task says what became of everybody. */
async function outcomes(...[world, input, more]: Parameters<typeof onboard>) {
  const { tasks } = await onboard(world, input, more);
  const report = world.aws.seen.queueBodies().at(-1) ?? '';
  const [{ people, trouble }] = JSON.parse(report).input.outcomes;
  return { tasks, people, trouble };
}

test('a user who exists already is left untouched and reported', async () => {
  const world = await startWorld();
  const omar = { ...yuki, userName: 'Omar@Kumoworks.example' };

  const { tasks, people } = await outcomes(world, request({ account: '222233334444' }), { users: [omar, yuki] });

  expect(people).toMatchObject([
    { userName: 'Omar@Kumoworks.example', Error: 'UserAlreadyExists' },
    { userName: 'yuki@kumoworks.example', delivered: { by: 'slack' } },
  ]);
  expect(tasks.filter((task) => task === 'deliver')).toHaveLength(1);
  expect(await world.user('222233334444', 'omar@kumoworks.example')).toMatchObject({ path: '/', groups: [], tags: {} });
});

test('when a policy cannot be attached for good, everything made is undone', async () => {
  const world = await startWorld();
  world.aws.failNext('iam:attachUserPolicy', 'Iam.ServiceFailureException', 100);

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ userName: yuki.userName, Error: 'Iam.ServiceFailureException' }]);
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test('when a group is missing, the user is undone and the cause says which group', async () => {
  const stackParameters = { AllowedGroupArns: 'arn:aws:iam::*:group/Pilots' };
  const world = await startWorld({}, { ...kumoworks, stackParameters });

  const { people } = await outcomes(world, request({ groups: ['Pilots'] }));

  expect(people).toMatchObject([{ Error: 'Iam.NoSuchEntityException', Cause: expect.stringContaining('Pilots') }]);
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test('when the stack does not name a group or policy of the profile, the user is undone and the cause says what was refused', async () => {
  const world = await startWorld();
  const strong = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

  const ofGroup = await outcomes(world, request({ groups: ['Pilots'] }));
  const ofPolicy = await outcomes(world, request({ policies: [strong] }));

  const refused = (call: string) => [
    { Error: 'Iam.IamException', Cause: expect.stringMatching(`is not authorized to perform: ${call} on resource`) },
  ];
  expect(ofGroup.people).toMatchObject(refused('iam:AddUserToGroup'));
  expect(ofPolicy.people).toMatchObject(refused('iam:AttachUserPolicy'));
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test('when the answer of CreateUser is lost, the user is recognized and finished', async () => {
  const world = await startWorld();
  world.aws.failNext('iam:createUser', 'Iam.SdkClientException', 1, { after: true });

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ userName: yuki.userName, delivered: { by: 'slack' } }]);
  expect(await world.user(payments, yuki.userName)).toMatchObject({ groups: ['Developers'] });
});

test('an error that passes is retried, and nobody notices', async () => {
  const world = await startWorld();
  world.aws.failNext('iam:addUserToGroup', 'Iam.NoSuchEntityException', 2);

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ delivered: { by: 'slack' } }]);
});

test('where the roles were never deployed, every person is reported', async () => {
  const world = await startWorld();
  const users = [yuki, { ...yuki, userName: 'hiro' }];

  const { people, trouble } = await outcomes(world, request({ account: '555566667777' }), { users });

  expect(people).toHaveLength(2);
  expect(trouble.Error).toBe('States.TaskFailed');
  expect(JSON.parse(trouble.Cause)).toMatchObject({
    Error: 'Sts.StsException',
    Cause: expect.stringContaining(
      'is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::555566667777',
    ),
  });
});
