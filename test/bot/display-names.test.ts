import { expect, test } from 'vitest';
import { useWorld } from './world.ts';

const bot = useWorld();
const half = '🎉'.slice(0, 1);

test.each([
  ['who asked', 'U0AIKO', '111122223333'],
  ['who approved', 'U0KEN', '333344446666'],
  ['somebody in the request', 'U0OMAR', '444455556666'],
])(
  'half a character in the name of %s, as cutting leaves it, keeps nobody from their message',
  async (_who, whose, account) => {
    bot.world.slack.changePerson(whose, { realName: `Kim Lee ${half}` });
    // Who they are is remembered for ten minutes.
    await bot.restart('SIGTERM');
    const others = `${whose.slice(2).toLowerCase()} of-${whose}@partner.example`;
    const { people } = await bot.onboard({ people: ['U0OMAR'], others, accounts: [account] });
    expect(people).toMatchObject([{ status: 'told' }, { status: 'told' }]);
  },
);
