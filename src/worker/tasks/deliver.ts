import { SenderRefused, type SendMail } from '../../aws/mailer.ts';
import type { Issued } from '../../contract/password.ts';
import type { DeliverInput } from '../../contract/tasks.ts';
import { cliOf } from '../../messages/newcomer/cli-button.ts';
import { scopeOf } from '../../messages/newcomer/cli-parts.ts';
import { type SignIn, signInsOf, welcomeMessage } from '../../messages/newcomer/welcome.ts';
import {
  type Mail,
  type MailedCli,
  type MailedSignIn,
  type MailInput,
  portalMail,
  welcomeMail,
} from '../../messages/newcomer/welcome-mail.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import { portalTerminal } from '../../methods/index.ts';
import { accessOf } from '../../onboarding/cli.ts';
import { sha256 } from '../../onboarding/sha256.ts';
import { portalAccessOf } from '../../onboarding/sign-in.ts';
import type { Journal } from '../../watch/journal.ts';
import type { IssuePassword } from '../../workflow/issue-password.ts';
import type { PostOnce } from '../effects/post-once.ts';
import { type Hold, mustHold } from '../held.ts';
import type { Task, TaskContext } from '../task.ts';
import { TaskError, toDeliveryError } from '../task-error.ts';

type Parts = {
  postOnce: PostOnce;
  issuePassword: IssuePassword;
  sendMail: SendMail;
  /** Whose access it is, for who is not in Slack. */
  organization: string;
  journal: Journal;
};

/** Tells somebody how to sign in: in Slack with a button for each password, by e-mail with the passwords themselves. */
export function deliver({ postOnce, issuePassword, sendMail, organization, journal }: Parts): Task<DeliverInput> {
  return async (input, context) => {
    const { person, requestId: request, decision } = input;
    const { userName, slackUserId } = person;
    const accounts = person.Outcomes.filter(({ Status }) => Status === 'done').map(({ AccountId }) => AccountId);
    // This is how the bot learns of it: the state machine delivers to those alone who were created.
    for (const account of accounts)
      journal.record({ event: 'created', request, account, userName, approvedBy: decision.by.slackUserId });

    const via = slackUserId === undefined ? 'mail' : 'slack';
    if (slackUserId === undefined) await deliverByMail({ ...input, organization }, issuePassword, sendMail, context);
    else await deliverInSlack(input, slackUserId, postOnce, context);
    journal.record({ event: 'delivered', request, accounts, userName, via });
    return { via };
  };
}

async function deliverInSlack(
  input: DeliverInput,
  slackUserId: string,
  postOnce: PostOnce,
  context: TaskContext,
): Promise<void> {
  const welcome = welcomeMessage(input, wordsFor(input.person.locale));
  try {
    await postOnce(`welcome/${slackUserId}`, { channel: slackUserId, ...welcome }, context);
  } catch (err) {
    throw toDeliveryError(err);
  }
}

/** The passwords are made in the moment of sending. Sent again, the mail carries new ones: it says that the newest count. */
async function deliverByMail(
  input: MailInput,
  issuePassword: IssuePassword,
  sendMail: SendMail,
  context: Pick<TaskContext, 'log'> & Hold,
): Promise<void> {
  const words = wordsFor(input.person.locale);
  const portal = portalAccessOf(input.person.Outcomes);
  if (portal) {
    const mail = portalMail(input, portal, words, terminalOf(input, context.log));
    mustHold(context);
    return send(mail, sendMail);
  }
  const signIns: MailedSignIn[] = [];
  for (const signIn of signInsOf(input)) {
    mustHold(context);
    signIns.push({ ...signIn, issued: await passwordFor(signIn, input, issuePassword) });
  }
  // From here on it is sent whatever may be: nobody else has the passwords that were just made.
  await send(welcomeMail(input, signIns, words), sendMail);
}

/** What somebody has to tell their AWS CLI. A mail goes without rather than not at all. */
function terminalOf(input: DeliverInput, log: TaskContext['log']): MailedCli | undefined {
  const cli = cliOf(input);
  if (!cli) return undefined;
  try {
    const nameOf = (accountId: string) => input.accounts.find(({ id }) => id === accountId)?.name;
    const setup = portalTerminal().setUp(accessOf(cli, nameOf), sha256);
    return setup && { setup, scope: scopeOf(cli) };
  } catch (err) {
    log.error({ err }, 'a mail goes without the settings of the AWS CLI');
    return undefined;
  }
}

async function send(mail: Mail, sendMail: SendMail): Promise<void> {
  try {
    await sendMail(mail);
  } catch (err) {
    if (err instanceof SenderRefused) throw new TaskError('MailNotSent', err.message, { cause: err });
    const { name } = err as Error;
    if (name === 'MessageRejected' || name === 'InvalidParameterValue')
      throw new TaskError('MailRejected', `SES answered ${name}`, { cause: err });
    throw err;
  }
}

/** `undefined` where the user has one already that is no temporary one: from an earlier mail, or from an administrator. */
async function passwordFor(
  { account, userId }: SignIn,
  { person }: DeliverInput,
  issuePassword: IssuePassword,
): Promise<Issued | undefined> {
  const claim = { accountId: account.id, userName: person.userName, userId, claimedBy: person.claimant };
  const first = await issuePassword({ ...claim, reissue: false });
  const issued = first === 'AlreadyShown' ? await issuePassword({ ...claim, reissue: true }) : first;
  if (issued === 'AlreadySignedIn') return undefined;
  if (typeof issued !== 'string') return issued;
  // Somebody else is at it, or IAM shows in one place what it does not show in another.
  const isPassing = issued === 'AlreadyShown' || issued === 'Overtaken';
  throw new TaskError(isPassing ? 'Unavailable' : 'Failed', `issue-password refused: ${issued}`);
}
