import type { App } from '@slack/bolt';
import { nameCommand } from '../messages/words/command.ts';
import { approve } from './actions/approve.ts';
import { askWhyDenied } from './actions/ask-why-denied.ts';
import { chooseProfile } from './actions/choose-profile.ts';
import { showCliCommands } from './actions/cli-commands.ts';
import { showAllForCli } from './actions/cli-everything.ts';
import { makeNewPassword } from './actions/make-new-password.ts';
import { setUpCli } from './actions/set-up-cli.ts';
import { showPassword } from './actions/show-password.ts';
import { withdraw } from './actions/withdraw.ts';
import { clickReader } from './click.ts';
import { openRequestForm } from './commands/onboard.ts';
import { allBut, answerUnknownCommand } from './commands/unknown.ts';
import { createDecisions } from './decision.ts';
import { reportFailure } from './failure.ts';
import { suggestAccounts } from './options/accounts.ts';
import { requestReader } from './request-reader.ts';
import type { Services } from './services.ts';
import { deny } from './views/denial.ts';
import { submitRequest } from './views/request.ts';

/** Every way into the bot. Each command here has its counterpart in manifests/slack/app.yaml. */
export function registerListeners(app: App, services: Services): void {
  const deciding = { ...services, readClick: clickReader(services), decisions: createDecisions(services) };

  nameCommand(services.command);
  app.command(services.command, openRequestForm(services));
  app.command(allBut(services.command), answerUnknownCommand(services));
  app.action('profile', chooseProfile(services));
  app.options('accounts', suggestAccounts(services));
  app.view('request', submitRequest({ ...services, readRequest: requestReader(services) }));

  app.action('approve', approve(deciding));
  app.action('deny', askWhyDenied(deciding));
  app.view('deny', deny(deciding));
  app.action('withdraw', withdraw(deciding));

  app.action('show-password', showPassword(services));
  app.action('make-new-password', makeNewPassword(services));

  app.action('set-up-cli', setUpCli(services));
  app.action('cli-everything', showAllForCli(services));
  app.action('cli-commands', showCliCommands(services));

  app.error(reportFailure(services));
}
