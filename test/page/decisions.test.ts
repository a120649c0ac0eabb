import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const page = usePage();

test('who approves their own request is told why not, and nobody else sees it', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await tab.as('Maria Lopez');
  await step.ask();
  await step.toRequest();
  await tab.press('Approve');
  await tab.sees('Only visible to you');
  await tab.sees(/your own request|yourself/);

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.sees('asks for AWS access for');
  expect(await tab.page.getByText('Only visible to you').count()).toBe(0);
});

test('who decides in the same moment as somebody else is told that it was decided', async () => {
  const [first, second] = [await page.open(), await page.open()];
  await journey(first).ask({ people: ['Omar Haddad'] });
  const news = await delayNews(second);
  await second.as('Maria Lopez');
  await journey(second).toRequest();
  news.hold();
  await first.as('Ken Watanabe');
  await journey(first).toRequest();
  await first.press('Approve');
  await first.sees('Approved by');

  await second.press('Approve');
  news.arrive();
  await second.sees('Approved by');
  await second.sees('already been decided');
});

/** What comes from the sandbox can be held back, as a slow network does. */
async function delayNews({ page }: Tab) {
  let held: (() => void)[] | undefined;
  await page.routeWebSocket(/page\/events/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (held) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  return {
    hold: () => {
      held = [];
    },
    arrive: () => {
      for (const send of held ?? []) send();
      held = undefined;
    },
  };
}

test('a denial takes a reason, and the requester reads it', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await step.ask({ people: ['Lena Fischer'] });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.press('Deny');
  await tab.modalOpens('Deny the request');
  await tab.press('Deny');
  expect(await tab.errorAt('Reason')).toBe('Please complete this required field.');
  await tab.fill('Reason', 'Ask for *the test account* first');
  await tab.press('Deny');
  await tab.modalCloses();
  await tab.sees('Denied by');
  await tab.aws.getByText('Denied', { exact: true }).waitFor();

  await tab.as('Aiko Tanaka');
  await tab.goTo('boarding-pass');
  await tab.sees('Ask for *the test account* first');
});
