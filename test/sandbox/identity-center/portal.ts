import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import { kumoworks } from '../../../sandbox/organization.ts';
import { setArn, startCenter, yuki } from './sdk.ts';

export const password = 'My own 1 password';
export const userName = yuki.UserName;

/** The portal, with somebody who was made there, hands to type with, and a clock for codes that a test moves on. */
export async function startPortal({ made = true, organization = kumoworks } = {}) {
  let steps = stepAt(Date.now());
  let seconds = 0;
  const world = await startCenter({ now: () => (steps * 30 + seconds) * 1000 }, organization);
  if (made) world.center.asAdmin('createUser', yuki);

  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const signIn = (typed: object) => post('/portal/sign-in', { userName, ...typed });
  const mails = () => world.aws.look.mails;
  const mailed = () => /code is: (\d{6})/.exec(mails().at(-1)?.text ?? '')?.[1] ?? '';
  /** Time goes by. */
  const later = (more: number): void => {
    seconds += more;
  };
  /** What the authenticator shows next: no code is taken twice. */
  const mfaCode = (seed: string) => {
    steps += 1;
    return codeOf(fromBase32(seed) ?? new Uint8Array(), stepAt((steps * 30 + seconds) * 1000));
  };
  /** @returns the seed and the session of whoever has signed in for the first time */
  const arrive = async (who = userName) => {
    await signIn({ userName: who });
    const { body } = await signIn({ userName: who, code: mailed(), newPassword: password });
    const welcome = await signIn({ userName: who, password, mfaCode: mfaCode(body.seed) });
    return { seed: body.seed as string, session: welcome.body.session as string };
  };
  const assign = async (change: object) => {
    const principal = {
      PrincipalType: 'USER',
      PrincipalId: [...world.aws.look.identityCenter.users.keys()].at(-1) ?? '',
    };
    const target = { TargetId: '111122223333', TargetType: 'AWS_ACCOUNT', PermissionSetArn: setArn('ReadOnly') };
    world.center.change({ assignmentMs: 0 });
    world.center.asAdmin('createAccountAssignment', { ...target, ...principal, ...change });
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const accountsOf = async (session: string) => (await post('/portal/accounts', { session })).body.accounts;
  return { ...world, post, signIn, mails, mailed, later, mfaCode, arrive, assign, accountsOf };
}
