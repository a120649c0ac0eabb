import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { DEV, goodForm, useWorld } from './world.ts';

const bot = useWorld();
const anyway = { dispatchAnyway: true };

test('/onboard opens the form with the profiles that the person may ask for', async () => {
  const profilesOf = async (who: string) => {
    const { blocks } = await bot.openForm(bot.as(who));
    const { element } = blocks.find(({ block_id }) => block_id === 'profile') as unknown as {
      element: { options: { value: string }[] };
    };
    return element.options.map(({ value }) => value);
  };
  const atPortal = ['cloud-developer', 'cloud-viewer', 'engineering'];
  expect(await profilesOf('U0AIKO')).toEqual(['developer', 'auditor', 'experimenter', ...atPortal]);
  expect(await profilesOf('U0YUKI')).toEqual(['developer', 'experimenter', ...atPortal]);
});

test('/onboard help tells how it goes and what the reader may ask for, and only to them', async () => {
  const before = await bot.as('U0YUKI').modal();
  const { text } = await bot.as('U0YUKI').command('help');
  expect(text).toMatch(/Type `\/onboard`.*Developer.*: Read-only console.*Experimenter/s);
  expect(text).not.toContain('Auditor');
  expect(await bot.as('U0YUKI').modal()).toEqual(before);
  expect(await bot.ephemeral('U0YUKI', (told) => told === text)).toBeDefined();
});

test.each(['halp', 'ヘルプ', 'Help!', '--help', '@yuki payments-dev'])(
  '/onboard %s gets the help, too',
  async (word) => {
    const before = await bot.as('U0YUKI').modal();
    const { text } = await bot.as('U0YUKI').command(word);
    expect(text).toMatch(/Type `\/onboard`/);
    expect(await bot.as('U0YUKI').modal()).toEqual(before);
  },
);

test('a guest is told in words that guests cannot ask', async () => {
  const { text } = await bot.as('U0GUEST').command();
  expect(text).toContain('Guests cannot ask');
  expect(await bot.as('U0GUEST').modal()).toBeUndefined();
});

test('the form opens in time even when Slack does not say who is asking', async () => {
  bot.world.slack.answerNext('users.info', { status: 429, retryAfter: 1 }, 1);
  const started = performance.now();
  const { blocks } = await bot.openForm(bot.as('U0OMAR'));
  expect(JSON.stringify(blocks)).toContain('auditor'); // not knowing who asks, it offers everything
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('the account is found by name, id, e-mail or OU path, and only what some profile offers', async () => {
  const { id } = await bot.openForm(bot.as('U0HIRO'));
  const found = async (text: string) => (await bot.as('U0HIRO').suggest(id, text)).options?.map(({ value }) => value);
  expect(await found('payments-dev')).toEqual([DEV]);
  expect(await found('1111222233')).toEqual([DEV]);
  expect(await found('aws+payments-dev@')).toEqual([DEV]);
  expect(await found('products / pay')).toEqual([DEV, '111122224444']);
  expect(await found('legacy')).toEqual([]); // suspended
  expect(await found('100000000000')).toEqual([]); // the management account
});

const bad: [what: string, form: object, field: string, says: RegExp][] = [
  ['nobody at all', { people: [] }, 'people', /at least one person/],
  [
    '51 people',
    { others: Array.from({ length: 50 }, (_, i) => `p${i}@partner.example`).join('\n') },
    'others',
    /51 people are too many/,
  ],
  ['a bad address', { others: 'ada@elsewhere' }, 'others', /“ada@elsewhere” is not an e-mail address/],
  ['a bad user name', { others: '<!channel> sam@partner.example' }, 'others', /“<!channel>” cannot be a user name/],
  ['mark-up for an address', { others: '*_~&lt;' }, 'others', /“\*_~&lt;” is not an e-mail address/],
  [
    'the same address twice, in other letter case',
    { others: 'sam@partner.example\nSAM@Partner.example' },
    'others',
    /SAM@Partner.example is used twice/,
  ],
  ['a reason of 5,000 characters', { reason: 'x'.repeat(5_000) }, 'reason', /500/],
  ['no reason', { reason: ' ' }, 'reason', /fill this in|required/],
  [
    'a profile that is not offered in the account',
    { profile: 'experimenter' },
    'accounts',
    /Experimenter is not offered in payments-dev/,
  ],
  [
    'an account that vanished',
    { accounts: [{ text: { type: 'plain_text', text: 'gone' }, value: '999999999999' }] },
    'accounts',
    /No longer active/,
  ],
  [
    'a profile that the person may not ask for',
    { profile: { text: { type: 'plain_text', text: 'Auditor' }, value: 'auditor' } },
    'profile',
    /no longer offered to you/,
  ],
];
test.each(bad)('%s is refused beside its field, and nothing starts', async (_what, form, field, says) => {
  const before = (await bot.executions()).length;
  const { shown, id } = await bot.submit('U0YUKI', form, anyway);
  expect(Object.keys(shown.errors ?? {})).toEqual([field]);
  expect(shown.errors?.[field]).toMatch(says);
  expect((await bot.executions()).length).toBe(before);
  expect((await bot.as('U0YUKI').modal())?.id).toBe(id);
});

test('a long text that is wrong is shown by its beginning', async () => {
  const { shown } = await bot.submit('U0YUKI', { others: 'x'.repeat(2_900) });
  expect(shown.errors?.others?.length).toBeLessThan(200);
});

test('submitting twice at once starts one execution', async () => {
  const view = await bot.openForm(bot.as('U0LENA'));
  await bot.as('U0LENA').suggest(view.id, '');
  const form = { ...goodForm, people: ['U0HIRO'] };
  await Promise.all([bot.as('U0LENA').submit(view.id, form), bot.as('U0LENA').submit(view.id, form)]);
  await bot.open(view.id);
  expect((await bot.executions()).filter(({ name }) => name === view.id)).toHaveLength(1);
});

test('a start that fails leaves the form open with everything typed; pressing again sends it', async () => {
  bot.expectTrouble();
  const { id } = await bot.openForm(bot.as('U0KEN'));
  await bot.as('U0KEN').suggest(id, '');
  bot.world.aws.failNext('states:StartExecution', 'InternalFailure', 5);
  const { errors } = await bot.as('U0KEN').submit(id, goodForm);
  expect(errors?.reason).toContain('Nothing is lost');
  expect((await bot.as('U0KEN').modal())?.id).toBe(id);

  await until('the request to be taken', async () => {
    const shown = await bot.as('U0KEN').submit(id, goodForm);
    return shown.errors === undefined && shown.error === undefined;
  });
  await bot.open(id);
});

test('mark-up in every text field is shown to the letter and mentions nobody', async () => {
  const nasty = '<!channel> *bold* _it_ ~no~ `code` &lt; <@U0KEN> :tada:';
  const { id } = await bot.request({ reason: nasty });
  const { blocks, text } = await bot.open(id);
  const mrkdwn = JSON.stringify(blocks.filter(({ type }) => type !== 'rich_text')) + text;
  expect(mrkdwn).not.toContain('channel>');
  expect(blocks).toContainEqual(
    expect.objectContaining({ elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: nasty }] }] }),
  );
});

test('an address of nobody in Slack and of a domain that is not allowed is refused beside its field', async () => {
  const others = 'YUKI@kumoworks.example\neve@elsewhere.example\nsam@partner.example';
  const { shown } = await bot.submit('U0HIRO', { people: [], others });
  expect(shown.errors?.others).toBe(
    'Nobody in Slack has the address eve@elsewhere.example. Outside Slack, Developer is for addresses of partner.example only.',
  );
  const none = await bot.submit('U0AIKO', { profile: 'experimenter', accounts: ['444455556666'], people: [], others });
  expect(none.shown.errors?.others).toMatch(
    /^Nobody in Slack has the address eve@elsewhere.example, and Experimenter is for people in Slack only. Nobody in Slack has the address sam@/,
  );
});

/** While somebody waits at the form, Slack is not waited for. */
async function submitUnseen(requester: string, form: { people: string[]; others?: string }): Promise<string> {
  const { id } = await bot.openForm(bot.as(requester));
  await bot.as(requester).suggest(id, '');
  const answers = [
    bot.world.slack.hold('users.info', form.people.length),
    bot.world.slack.hold('users.lookupByEmail', (form.others ?? '').split('\n').filter(Boolean).length),
  ];
  const shown = await bot.as(requester).submit(id, { ...goodForm, ...form });
  for (const each of answers) each.release();
  expect(shown).toEqual({});
  return id;
}

test('who cannot be onboarded is set aside with the reason; the others go on', async () => {
  const people = ['U0YUKI', 'U0GONE', 'U0OTHER'];
  const id = await submitUnseen('U0AIKO', { people, others: 'YUKI@kumoworks.example\neve@elsewhere.example' });
  const text = JSON.stringify((await bot.open(id)).blocks);
  expect(text).toContain('<@U0GONE>: deactivated');
  expect(text).toContain('<@U0OTHER>: from another workspace');
  expect(text).toContain('<@U0YUKI>: named twice');
  expect(text).toContain('`eve@elsewhere.example`: not in Slack');
  expect(text).toContain('<@U0YUKI> → `yuki@kumoworks.example`');
});

test('a request in which nobody can be onboarded is not sent to the approvers; the requester hears why', async () => {
  const id = await submitUnseen('U0MARIA', { people: ['U0ROBOT'] });
  await bot.ended(id);
  const [told] = (await bot.as('U0MARIA').dm()).messages;
  expect(JSON.stringify(told?.blocks)).toContain('<@U0ROBOT>: a bot');
  expect(JSON.stringify(await bot.as('U0KEN').messagesIn('C0APPROVE'))).not.toContain(id);
});

test('bots and people from outside who were picked are refused beside the field, with everything else that is wrong', async () => {
  const form = { people: ['U0YUKI', 'U0GUEST', 'U0ROBOT', 'U0OTHER'], others: 'ada@elsewhere\neve@elsewhere.example' };
  const { shown } = await bot.submit('U0KEN', { ...form, reason: ' ' }, anyway);
  expect(shown.errors?.people).toMatch(
    /^Please remove Greta Guest \(a guest; .*\), Deploy Bot \(a bot\), Otto Other \(from another workspace\)\.$/,
  );
  expect(shown.errors?.others).toMatch(
    /“ada@elsewhere” is not an e-mail address\. Nobody in Slack has the address eve@elsewhere\.example/,
  );
  expect(Object.keys(shown.errors ?? {})).toEqual(['others', 'reason', 'people']);
});
