import { actAs, post } from '../sandbox/acting/actor.ts';
import { until } from '../sandbox/acting/until.ts';
import { ja } from '../src/messages/words/ja.ts';

/**
 * Once the bot knows that somebody reads Japanese. It asks Slack who they are when it first hears of them, waits no longer
 * than they should, and speaks English until then.
 */
export const isKnownToReadJapanese = (url: string, user: string) =>
  until(`${user} to be known`, async () => {
    const somebody = actAs(url, user);
    await somebody.command();
    const { id: viewId, title } = await until('a form', () => somebody.modal());
    await post(`${url}/act/close`, { user, viewId });
    return title.text === ja.form.title;
  });
