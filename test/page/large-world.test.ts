import { expect, test } from 'vitest';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';

// AWS gives the bot 8 pages of 20 accounts a second: it is still loading them while this plays.
const page = usePage({ organization: enlarged(kumoworks, { accounts: 10_000, people: 2_000 }), withAccounts: false });

test('the page works in a world of 10,000 accounts and 2,000 people', async () => {
  const figures: string[] = [];
  const measured = async <Result>(what: string, run: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await run();
    figures.push(`${what} ${Math.round(performance.now() - started)} ms`);
    return result;
  };

  // However long this takes, they stay unloaded.
  page.world.aws.hold('organizations:ListAccounts');
  const tab = await measured('opening the page', () => page.open());
  await measured('becoming somebody found by name', async () => {
    await tab.people.getByRole('searchbox').fill('勅使河原 龍之介');
    await tab.as('勅使河原 龍之介🐉（たつのすけ）');
  });
  await tab.people.getByRole('searchbox').fill('');
  await measured('becoming Aiko', () => tab.as('Aiko Tanaka'));

  const accounts = await tab.lookAt('accounts');
  await accounts.getByText('of 10,000').waitFor();
  await measured('finding an account among 10,000', async () => {
    await accounts.getByRole('searchbox').fill('podcasts-api-tokyo-prod');
    await accounts.getByText('podcasts-api-tokyo-prod').first().waitFor();
  });
  await accounts.getByRole('searchbox').fill('');

  await journey(tab).openForm();
  await measured('opening the picker of people', async () => {
    await tab.modal.getByLabel('People in Slack').click();
    await tab.page.getByRole('option').first().waitFor();
  });
  await measured('finding a person among 2,000', () => tab.choose('People in Slack', 'שירה'));
  await tab.modal.getByRole('combobox', { name: 'AWS accounts' }).click();
  await measured('the menu of accounts', () => tab.page.getByText('Still loading the accounts').waitFor());
  expect(await tab.outOfSight()).toEqual([]);
  process.stdout.write(`In a world of 10,000 accounts and 2,000 people: ${figures.join(', ')}.\n`);
});
