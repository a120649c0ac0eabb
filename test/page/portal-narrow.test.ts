import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';
import { vocabulary } from './vocabulary.ts';

const page = usePage({ language: 'en' });
const { bot, portal: words, shell } = vocabulary.en;

test('on a narrow screen the hint leads from the portal to the mailed code and back, and nothing typed is lost', async () => {
  const tab = await page.open();
  const hint = tab.page.getByRole('region', { name: shell.hint.label });
  const main = tab.page.getByRole('main');
  const step = journey(tab);
  await step.ask({ profile: 'Cloud developer' });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.press(bot.request.approve);
  await hint.getByText(shell.hint['to-portal']('佐藤 由紀', 'yuki@kumoworks.example')).waitFor();

  await tab.page.setViewportSize({ width: 390, height: 844 });
  await hint.getByRole('button', { name: shell.hint.goThere }).click();
  await main.getByRole('link', { name: 'awsapps.com/start' }).click();
  await main.getByLabel(words.userName).fill('yuki@kumoworks.example');
  await hint.getByRole('button', { name: shell.hint.goThere }).waitFor({ state: 'detached' });
  expect(await main.getByLabel(words.userName).inputValue()).toBe('yuki@kumoworks.example');
  await main.getByRole('button', { name: words.next, exact: true }).click();
  await main.getByLabel(words.code).waitFor();

  await hint.getByRole('button', { name: shell.hint.goThere }).click();
  const code = /\d{6}/.exec(await main.getByText(/code is: \d{6}/).innerText())?.[0] ?? '';
  await hint.getByRole('button', { name: shell.hint.toSignIn }).click();
  // The e-mail is called so, too.
  await main.getByRole('textbox', { name: words.code }).fill(code);
  await main.getByRole('button', { name: words.steps.codeSent.submit }).click();
  await main.getByLabel(words.newPassword, { exact: true }).waitFor();
  expect(await tab.outOfSight()).toEqual([]);
});
