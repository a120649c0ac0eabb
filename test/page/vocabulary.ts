import type { Language } from '../../sandbox/organization/organization.ts';
import { en as consoleEn } from '../../sandbox/page/client/aws/console/words/en.ts';
import { ja as consoleJa } from '../../sandbox/page/client/aws/console/words/ja.ts';
import { en as centerEn } from '../../sandbox/page/client/aws/identity-center/words/en.ts';
import { ja as centerJa } from '../../sandbox/page/client/aws/identity-center/words/ja.ts';
import { en as portalEn } from '../../sandbox/page/client/aws/portal/words/en.ts';
import { ja as portalJa } from '../../sandbox/page/client/aws/portal/words/ja.ts';
import { en as awsEn } from '../../sandbox/page/client/aws/words/en.ts';
import { ja as awsJa } from '../../sandbox/page/client/aws/words/ja.ts';
import { en as shellEn } from '../../sandbox/page/client/shell/words/en.ts';
import { ja as shellJa } from '../../sandbox/page/client/shell/words/ja.ts';
import { en as slackEn } from '../../sandbox/page/client/slack/words/en.ts';
import { ja as slackJa } from '../../sandbox/page/client/slack/words/ja.ts';
import { en as botEn } from '../../src/messages/words/en.ts';
import { ja as botJa } from '../../src/messages/words/ja.ts';

/** By what words somebody finds things: the page's own and the bot's. */
export const vocabulary = {
  en: {
    shell: shellEn,
    slack: slackEn,
    aws: awsEn,
    console: consoleEn,
    center: centerEn,
    portal: portalEn,
    bot: botEn,
  },
  ja: {
    shell: shellJa,
    slack: slackJa,
    aws: awsJa,
    console: consoleJa,
    center: centerJa,
    portal: portalJa,
    bot: botJa,
  },
} satisfies Record<Language, object>;
