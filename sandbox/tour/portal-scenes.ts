import { get } from '../acting/actor.ts';
import { until } from '../acting/until.ts';
import { OMAR, PAYMENTS, SEARCH, TOKYO, YUKI } from './cast.ts';
import { codeAt } from './mfa-scene.ts';
import { approve, waitingRequest } from './scenes.ts';
import { ownPassword, type Stage } from './stage.ts';

const accounts = [PAYMENTS, SEARCH, TOKYO];

export async function askForPortal(stage: Stage): Promise<void> {
  const aiko = stage.as('U0AIKO');
  stage.step('The other way: Aiko asks for three accounts at the AWS access portal, for Yuki and Omar');
  await aiko.command();
  const form = await until('the request form', () => aiko.modal());
  for (const { name } of accounts) await aiko.suggest(form.id, name);
  const values = {
    profile: 'cloud-developer',
    accounts: accounts.map(({ id }) => id),
    people: ['U0YUKI', 'U0OMAR'],
    reason: 'They build the new checkout',
  };
  const sent = await aiko.submit(form.id, values);
  stage.expect(!sent.errors && !sent.error, `It should be sent: ${JSON.stringify(sent)}`);

  stage.step('Ken reads what the permission set gives, and approves');
  const request = await waitingRequest(stage);
  stage.message(request);
  await approve(stage, request);
}

/** @returns the session */
export async function signInAtPortal(stage: Stage): Promise<string> {
  const yuki = stage.as('U0YUKI');
  stage.step(
    'Yuki gets another direct message: no password, but the address of the portal, and a link into each account',
  );
  stage.message(
    await until('the message to Yuki', async () =>
      (await yuki.dm()).messages.find(({ text }) => text.includes(TOKYO.name)),
    ),
  );

  stage.step('She types her user name at the portal, and AWS e-mails her a code');
  const code = await askForCode(stage, YUKI);

  stage.step('With the code she chooses a password, then registers an authenticator: everybody needs MFA there');
  const session = await enter(stage, YUKI, code);

  stage.step('She has three accounts, behind one sign-in');
  await openOne(stage, session);
  return session;
}

/** Once more, told in fewer words. */
export async function signInAtPortalToo(stage: Stage): Promise<void> {
  stage.step('Omar gets the same message in English, and the same three accounts');
  await openOne(stage, await enter(stage, OMAR, await askForCode(stage, OMAR)));
}

type Mail = { from: string; to: string[]; text: string };

async function askForCode(stage: Stage, userName: string): Promise<string> {
  await stage.atPortal('codeSent', { userName });
  const { mails } = await get<{ mails: Mail[] }>(`${stage.url}/mail`);
  const mail = mails.findLast(({ from, to }) => from.startsWith('no-reply@login.awsapps') && to.includes(userName));
  const [line = '', code = ''] = /^.*code is: (\d+)$/m.exec(mail?.text ?? '') ?? [];
  stage.line(`To ${userName}: ${line}`);
  stage.expect(code !== '', 'There should be a code in the mail.');
  return code;
}

/** @returns the session */
async function enter(stage: Stage, userName: string, code: string): Promise<string> {
  const { seed = '' } = await stage.atPortal('seed', { userName, code, newPassword: ownPassword });
  const mfaCode = codeAt(seed, 0);
  const { session = '' } = await stage.atPortal('session', { userName, password: ownPassword, mfaCode });
  stage.line(`${userName} signs in with their own password and ${mfaCode}`);
  return session;
}

type PortalAccount = { id: string; name: string; permissionSets: { name: string }[] };

async function openOne(stage: Stage, session: string): Promise<void> {
  const { accounts: theirs } = await stage.inPortal<{ accounts: PortalAccount[] }>('accounts', { session });
  for (const { id, name, permissionSets } of theirs)
    stage.line(`${name.padEnd(13)} (${id}) ${permissionSets.map((set) => set.name).join(', ')}`);
  stage.expect(theirs.length === accounts.length, 'There should be three accounts.');

  const choice = { session, accountId: TOKYO.id, permissionSet: 'Developer' };
  const opened = await stage.inPortal<{ identity: string; session: string }>('open', choice);
  const { items = [] } = await stage.act<{ items?: string[] }>(opened.session, { action: 'open', service: 's3' });
  stage.line(`In ${TOKYO.name} as ${opened.identity}: ${items.join(', ')}`);
  stage.expect(items.length > 0, 'S3 should be open.');
}
