import { until } from '../../../sandbox/acting/until.ts';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { setArn, startCenter, yuki } from './sdk.ts';

export const password = 'My own 1 password';
export const userName = yuki.UserName;

/** The portal, with somebody who was made there, hands to type with, and a clock that stands until a test moves it on. */
export async function startPortal({ made = true, organization = kumoworks, isTicking = false } = {}) {
  const begin = stepAt(Date.now()) * 30_000;
  let ahead = 0;
  const now = () => (isTicking ? Date.now() : begin) + ahead;
  const world = await startCenter({ now }, organization);
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
  const later = (seconds: number): void => {
    ahead += seconds * 1000;
  };
  /** What the authenticator shows next: no code is taken twice. */
  const mfaCode = (seed: string) => {
    later(30);
    return codeOf(fromBase32(seed) ?? new Uint8Array(), stepAt(now()));
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
    const { requests, hanging } = world.aws.look.identityCenter;
    const underWay = () => [...requests.values()].filter(({ status }) => status === 'IN_PROGRESS').length;
    await until('the end of what does not hang', () => underWay() === hanging.length);
  };
  const accountsOf = async (session: string) => (await post('/portal/accounts', { session })).body.accounts;
  return { ...world, post, signIn, mails, mailed, later, mfaCode, arrive, assign, accountsOf };
}
