import type { App } from '@slack/bolt';
import { approve } from './actions/approve.ts';
import { chooseProfile } from './actions/choose-profile.ts';
import { showCliCommands } from './actions/cli-commands.ts';
import { showAllForCli } from './actions/cli-everything.ts';
import { askWhyDenied } from './actions/deny.ts';
import { makeNewPassword } from './actions/make-new-password.ts';
import { setUpCli } from './actions/set-up-cli.ts';
import { showPassword } from './actions/show-password.ts';
import { withdraw } from './actions/withdraw.ts';
import { openRequestForm } from './commands/onboard.ts';
import { reportFailure } from './failure.ts';
import { suggestAccounts } from './options/accounts.ts';
import type { Services } from './services.ts';
import { deny } from './views/denial.ts';
import { submitRequest } from './views/request.ts';

/** Every way into the bot. Each command here has its counterpart in manifests/slack/app.yaml. */
export function registerListeners(app: App, services: Services): void {
  app.command('/onboard', openRequestForm(services));
  app.action('profile', chooseProfile(services));
  app.options('accounts', suggestAccounts(services));
  app.view('request', submitRequest(services));

  app.action('approve', approve(services));
  app.action('deny', askWhyDenied(services));
  app.view('deny', deny(services));
  app.action('withdraw', withdraw(services));

  app.action('show-password', showPassword(services));
  app.action('make-new-password', makeNewPassword(services));

  app.action('set-up-cli', setUpCli(services));
  app.action('cli-everything', showAllForCli(services));
  app.action('cli-commands', showCliCommands(services));

  app.error(reportFailure(services));
}
