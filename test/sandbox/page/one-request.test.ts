import { expect, test } from 'vitest';
import { passwordIn, useWorld } from '../../bot/world.ts';
import { listen } from './listen.ts';

const bot = useWorld();
const open = (as: string) => listen(bot.world.url, `?as=${as}`);

test('one request, as the pages of everybody see it; its password is on its owner’s page alone', async () => {
  const [aiko, yuki] = [open('U0AIKO'), open('U0YUKI')];
  const { id } = await bot.onboard();
  const onboarding = await aiko.slice('executions', (all) =>
    all.some((one) => one.name === id && one.status === 'SUCCEEDED'),
  );
  const parent = onboarding.find(({ name }) => name === id);
  expect(parent).toMatchObject({
    machine: 'onboarding',
    about: { accounts: ['payments-dev'], requestedBy: 'U0AIKO', people: 1 },
    states: { Inspect: { entered: 1, exited: 1, failed: 0, caught: 0 } },
  });
  expect(onboarding.filter(({ startedBy }) => startedBy === parent?.arn).map(({ machine }) => machine)).toEqual(
    expect.arrayContaining(['inspect-iam-user', 'provision-iam-user']),
  );
  const { shown } = await aiko.slice('accounts', ({ shown: [first] }) => first?.users.length === 1);
  expect(shown[0]).toMatchObject({ name: 'payments-dev', users: [{ userName: 'yuki@kumoworks.example' }] });

  const { channel, ts } = await bot.welcome('U0YUKI');
  await bot.as('U0YUKI').click(channel, ts, 'show-password');
  const { modals } = await yuki.slice('me', ({ modals }) => modals.some((modal) => passwordIn(modal) !== undefined));
  await aiko.slice('accounts', (accounts) => accounts.shown[0]?.users[0]?.loginProfile !== undefined);
  const password = bot.world.aws.seen.passwords()[0] ?? expect.fail('no password was made');
  expect(modals.map(passwordIn)).toEqual([password]);
  const { me, ...rest } = yuki.slices;
  expect(JSON.stringify(me)).toContain(JSON.stringify(password));
  for (const slices of [aiko.slices, rest]) {
    expect(JSON.stringify(slices)).not.toContain(JSON.stringify(password).slice(1, -1));
    expect(JSON.stringify(slices)).not.toMatch(/AQCYAAAAK|"salt"|"hash":"[0-9a-f]{64}/);
  }
});
