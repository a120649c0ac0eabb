import { expect } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, outputOf, type TestWorld } from './world.ts';

const IN_SLACK = ['U0YUKI', 'U0HIRO', 'U0OMAR', 'U0LENA', 'U0MARIA'];

/** A request for eight people in an account: five are told in Slack, three by mail. */
export function eightPeople(account: string) {
  const addresses = ['kim', 'lee', 'max'].map((name) => `${name}-${account}@partner.example`);
  return { account, addresses, form: { accounts: [account], people: IN_SLACK, others: addresses.join('\n') } };
}

/** A task of a request, once it is in the queue. */
export const taskOf = (bot: TestWorld, id: string, task: string): Promise<unknown> =>
  until(`the task ${task} of ${id}`, () =>
    bot.world.aws.seen.queueBodies().some((body) => body.includes(id) && body.includes(`"task":"${task}"`)),
  );

/**
 * Everybody was told, and nobody twice: the approvers in one message, the requester in three, each new person in one, or in a mail whose
 * password works.
 * @param mails how many each may have got: SES does not tell a mail that is sent again
 */
export async function expectToldOnce(
  bot: TestWorld,
  id: string,
  { account, addresses }: ReturnType<typeof eightPeople>,
  mails = 1,
): Promise<void> {
  // After an outage everything is made up for at once: twice as long as anything else may take.
  const { status, output } = await bot.ended(id).catch(() => bot.ended(id));
  expect({ status, people: outputOf(output).people.map((person) => person.status) }).toEqual({
    status: 'SUCCEEDED',
    people: Array.from({ length: 8 }, () => 'told'),
  });
  const about = (messages: object[]) => messages.filter((message) => JSON.stringify(message).includes(id)).length;
  const told = {
    approvers: about(await bot.as('U0KEN').messagesIn(CHANNEL)),
    requester: about((await bot.as('U0AIKO').dm()).messages),
    people: await Promise.all(IN_SLACK.map(async (person) => about((await bot.as(person).dm()).messages))),
  };
  expect(told).toEqual({ approvers: 1, requester: 3, people: IN_SLACK.map(() => 1) });
  for (const address of addresses) {
    const theirs = (await bot.mails()).filter(({ to }) => to.includes(address));
    expect(theirs.length, `mails to ${address}`).toBeGreaterThan(0);
    expect(theirs.length, `mails to ${address}`).toBeLessThanOrEqual(mails);
    const password = /Temporary password: (\S+)/.exec(theirs.at(-1)?.text ?? '')?.[1] ?? '';
    const signedIn = await bot.signIn({ accountId: account, userName: address, password });
    expect(signedIn, address).toMatchObject({ passwordResetRequired: true });
  }
}
