import { post } from '../acting/actor.ts';
import { until } from '../acting/until.ts';
import { openShell } from '../own-cli/shell.ts';
import { openStandIn } from '../own-cli/stand-in.ts';
import type { SeenView } from '../slack/seen.ts';
import { TOKYO } from './cast.ts';
import type { Stage } from './stage.ts';

/** From the message at the portal's end to the first command in a terminal of one's own. @param session of who is at the portal */
export async function setUpTerminal(stage: Stage, session: string, awsCli: string | undefined): Promise<void> {
  const yuki = stage.as('U0YUKI');
  stage.step('She presses the button below it: a window shows what her own terminal needs');
  const { id, message } = await until('the message to Yuki', async () => {
    const dm = await yuki.dm();
    const message = dm.messages.find(({ text }) => text.includes(TOKYO.name));
    return message && { id: dm.id, message };
  });
  await yuki.click(id, message.ts, 'set-up-cli');
  const view = await until('the window', async () => {
    const view = await yuki.modal();
    return JSON.stringify(view?.blocks).includes('sso-session') && view;
  });
  stage.view(view);
  const [block = '', commands = ''] = copiesIn(view);

  stage.step(
    awsCli
      ? 'She pastes that into ~/.aws/config and runs the first commands, here with the AWS CLI of this computer'
      : 'She pastes that into ~/.aws/config and runs the first commands. There is no AWS CLI 2 here: the sandbox makes its calls',
  );
  const terminal = awsCli ? await openShell(stage.url, awsCli) : openStandIn(stage.url);
  const confirm = async (link: string) => {
    const userCode = new URL(link).hash.split('user_code=')[1];
    const shown = await post<{ userCode?: string }>(`${stage.url}/portal/terminal`, { session, userCode });
    stage.expect(shown.userCode === userCode, 'The portal should show the code of the terminal.');
    stage.line(`${link}\nThe portal shows ${userCode}, and so does her own terminal: she confirms`);
    await post(`${stage.url}/portal/terminal`, { session, userCode, decision: 'allow' });
  };
  try {
    await terminal.paste(block);
    for (const command of commands.split('\n')) {
      stage.line(`$ ${command}`);
      const isLogIn = command.startsWith('aws sso login');
      const { code, stdout, stderr } = await (isLogIn ? terminal.logIn(command, confirm) : terminal.run(command));
      stage.line(`${isLogIn ? (stdout.trim().split('\n').at(-1) ?? '') : stdout.trimEnd()}${stderr}`);
      stage.expect(code === 0, `${command} should succeed.`);
      stage.expect(!command.includes('s3 ls') || stdout.includes('-logs-'), 'There should be buckets.');
    }
    stage.expect(block.includes(TOKYO.id), 'There should be a profile for each account.');
  } finally {
    terminal.close();
  }
}

function copiesIn({ blocks }: SeenView): string[] {
  return blocks.flatMap((block) => {
    const [first] = block.type === 'rich_text' && 'elements' in block ? block.elements : [];
    return first && 'elements' in first ? first.elements.map((part) => ('text' in part ? String(part.text) : '')) : [];
  });
}
