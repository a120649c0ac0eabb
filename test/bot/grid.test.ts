import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { startWorld } from '../../sandbox/world.ts';
import { useWorld } from './world.ts';

const HOME = kumoworks.team.id;
const enterprise = { id: 'E0KUMO', name: 'Kumoworks Group' };
const person = (id: string, grid: { team: string; teams: string[] }) => ({
  id,
  name: id.toLowerCase(),
  realName: `Member ${id}`,
  email: `${id.toLowerCase()}@kumoworks.example`,
  locale: 'en-US',
  grid,
});
const organization = {
  ...kumoworks,
  team: { ...kumoworks.team, enterprise },
  people: [
    ...kumoworks.people,
    person('U0ALSO', { team: 'T0SISTER', teams: ['T0SISTER', HOME] }),
    person('U0ORG', { team: enterprise.id, teams: [HOME] }),
    person('U0SISTER', { team: 'T0SISTER', teams: ['T0SISTER'] }),
    person('U0LEFT', { team: enterprise.id, teams: ['T0SISTER'] }),
  ],
};
const withChannels = {
  ...organization,
  channels: kumoworks.channels.map((channel) => ({
    ...channel,
    members: [...channel.members, 'U0ALSO', 'U0ORG', 'U0SISTER', 'U0LEFT'],
  })),
};
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-grid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bot = useWorld({ organization: withChannels });

test.each(['U0ALSO', 'U0ORG'])('a member is one of this workspace wherever Slack counts them to: %s', async (id) => {
  expect(await bot.openForm(bot.as(id))).toMatchObject({ callback_id: 'request' });
});

test.each(['U0SISTER', 'U0LEFT'])(
  'who is in other workspaces of the organization alone is no member: %s',
  async (id) => {
    expect(await bot.as(id).command()).toEqual({ text: 'Only members of this workspace can ask for AWS access.' });
  },
);

test('of two approvers on Enterprise Grid the one who is in this workspace decides', async () => {
  bot.world.slack.setGroupMembers('S0PLATFORM', ['U0ALSO', 'U0LEFT']);
  const { id, ts } = await bot.request();
  await bot.approve('U0LEFT', ts);
  await bot.ephemeral('U0LEFT', (text) => text === 'Only members of this workspace can decide on requests.');
  await bot.approve('U0ALSO', ts);
  await bot.post(id, (text) => text.includes('Approved by'));
});

test('a token of an installation for the whole organization stops the start, in one line', async () => {
  const orgWide = {
    ...organization,
    team: { ...organization.team, enterprise: { ...enterprise, orgWide: true as const } },
  };
  const world = startWorld({ organization: orgWide, logFile: join(folder, 'org-wide.log') });
  await expect(world).rejects.toThrow(
    'SLACK_BOT_TOKEN comes from an installation for the whole organization Kumoworks Group: install the app in the one workspace that will use it, and copy the token from there.\n',
  );
});
