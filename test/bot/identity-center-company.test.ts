import { expect, test } from 'vitest';
import { en } from '../../src/messages/words/en.ts';
import { ask, atPortal, found, messagesOf, PORTAL, portalMessage, republish, useCenter } from './identity-center.ts';
import { DEV } from './world.ts';

// People come from a company directory: they are found and never made, and so are the members of its groups.
const bot = useCenter({ users: 'existing' }, { policy: (text) => text.replace('users: create', 'users: existing') });

test('who is there gets it and signs in with their company account; who is not is told apart, and nobody is made', async () => {
  const { card, end, news } = await ask(bot, { accounts: [DEV], people: ['U0LENA', 'U0YUKI'] });
  const yuki = '• <@U0YUKI> → `yuki@kumoworks.example`';
  expect(card).toContain('*Existing users who get more*, and how each is told\n• <@U0LENA> → `l.fischer` (DM)');
  for (const text of [card, end, news]) expect(text).toContain(`*Not included*\n${yuki}: ${en.trouble.UserMissing}`);
  for (const text of [end, news]) expect(text).toContain('• <@U0LENA> → `l.fischer`: told in Slack');
  const told = await portalMessage(bot, 'U0LENA');
  expect(told).toContain('Open the portal, and sign in with your company account.');
  expect(told).not.toMatch(/password|code/);
  expect(await atPortal(bot, 'l.fischer').signIn({})).toEqual({ companySignInRequired: true });
  expect(found(bot, 'l.fischer')?.has).toEqual([`${DEV} Developer`]);
  expect(found(bot, 'yuki@kumoworks.example')).toBeUndefined();
  expect(await messagesOf(bot, 'U0YUKI')).toEqual([]);
});

const filledThere =
  ':warning: *Managed in your company directory:* group `Engineering`. Have these people added there; boarding-pass cannot do it.';

test('a group of the directory is filled there: the approver reads its name before, and everybody after', async () => {
  const { card, end, news } = await ask(bot, { profile: 'engineering', accounts: [], people: ['U0LENA'] });
  expect(card).toContain('There is nothing to give');
  expect(card).toContain(filledThere);
  for (const text of [end, news])
    expect(text).toContain(
      `• <@U0LENA> → \`l.fischer\`: no access: ${en.trouble.GroupFromDirectory} (\`Engineering\`)`,
    );
  expect(found(bot, 'l.fischer')?.groups).toEqual([]);
});

test('beside a permission set the group alone is refused', async () => {
  republish(bot, 'cloud-viewer', { grants: { groups: ['Engineering'] } });
  const { card, end } = await ask(bot, { profile: 'cloud-viewer', accounts: [DEV], people: ['U0LENA'] });
  expect(card).toContain(filledThere);
  expect(card).not.toContain('There is nothing to give');
  expect(end).toContain(
    `• <@U0LENA> → \`l.fischer\`: told in Slack\n      ◦ no access to the groups: ${en.trouble.GroupFromDirectory} (\`Engineering\`)`,
  );
  expect(found(bot, 'l.fischer')).toMatchObject({ groups: [], has: [`${DEV} Developer`, `${DEV} ReadOnly`] });
});

test('nobody outside Slack is invited either: the mail names the portal, and no code', async () => {
  bot.world.aws.identityCenter.asAdmin('createUser', {
    UserName: 'sam@partner.example',
    DisplayName: 'Sam Lee',
    Name: { GivenName: 'Sam', FamilyName: 'Lee' },
    Emails: [{ Value: 'sam@partner.example', Type: 'work', Primary: true }],
  });
  await ask(bot, { accounts: [DEV], people: [], others: 'sam@partner.example' });
  const [mail] = (await bot.mails()).filter(({ to }) => to.includes('sam@partner.example'));
  expect(mail?.text).toContain(`AWS access portal: ${PORTAL}`);
  expect(mail?.text).toContain('sign in with your company account');
  expect(mail?.text).not.toMatch(/AWS then mails/);
});
