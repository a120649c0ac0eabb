import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { World } from '../world.ts';
import { PAYMENTS, SEARCH, YUKI } from './cast.ts';
import { setUpMfa, setUpMfaAgain } from './mfa-scene.ts';
import { askForPortal, signInAtPortal, signInAtPortalToo } from './portal-scenes.ts';
import { ask, decide, hearOfTheEnd } from './scenes.ts';
import { fetchNextPassword, fetchPassword, readTheMail } from './sign-in-scenes.ts';
import { createStage, type Stage } from './stage.ts';
import { setUpTerminal } from './terminal-scene.ts';

/**
 * Plays two requests from end to end, as the people involved would see them: three people as IAM users of two accounts, then two
 * people at the AWS access portal for three accounts, as far as a command in a terminal, of an AWS CLI 2 where there is one.
 * @returns the exit code
 */
export async function playTour(
  world: World,
  logFile: string,
  say: (text: string) => void,
  awsCli?: string,
): Promise<number> {
  const stage = createStage(world.url, say);
  try {
    await ask(stage);
    await decide(stage);
    await hearOfTheEnd(stage);
    await readTheMail(stage);
    await fetchPassword(stage);
    await setUpMfa(stage, PAYMENTS.id, YUKI);
    await fetchNextPassword(stage);
    await setUpMfaAgain(stage, SEARCH.id, YUKI);
    await askForPortal(stage);
    await setUpTerminal(stage, await signInAtPortal(stage), awsCli);
    await signInAtPortalToo(stage);
    lookForPasswords(stage, world, logFile);
    say(
      `\n${styleText(['bold', 'green'], '✓ The tour is over: asked, approved, given, told, signed in with MFA, both ways, and in a terminal.')}`,
    );
    say('  To do it yourself: npm run sandbox');
    return 0;
  } catch (err) {
    say(`\n${styleText(['bold', 'red'], `✗ Failed at: ${stage.current}`)}\n  ${(err as Error).message}`);
    say(`  The bot's log is ${logFile}`);
    return 1;
  }
}

function lookForPasswords(stage: Stage, { aws, slack }: World, logFile: string): void {
  stage.step('No password is in the bot’s log, the queue, the executions or the messages');
  const passwords = aws.seen.passwords();
  const places = {
    log: readFileSync(logFile, 'utf8'),
    queue: aws.seen.queueBodies().join('\n'),
    executions: aws.seen.histories(),
    messages: slack.seen.messages(),
  };
  stage.expect(passwords.length > 0, 'No password was ever made.');
  for (const [place, text] of Object.entries(places)) {
    const found = passwords.filter((password) => text.includes(password)).length;
    stage.line(`${place}: ${text.length} characters searched for ${passwords.length} passwords, ${found} found`);
    stage.expect(text !== '' && found === 0, `A password is in the ${place}.`);
  }
}
