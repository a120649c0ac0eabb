import type { SendMail } from '../../aws/mail.ts';
import type { Journal } from '../../journal.ts';
import { welcomeMail } from '../../messages/mail.ts';
import { welcomeMessage } from '../../messages/welcome.ts';
import { wordsFor } from '../../messages/words.ts';
import { toButtonValue } from '../../onboarding/button-value.ts';
import type { DeliverInput } from '../../onboarding/request.ts';
import type { IssuePassword } from '../passwords.ts';
import type { PostOnce } from '../post-once.ts';
import type { Task, TaskContext } from '../task.ts';
import { TaskError, toDeliveryError } from '../task-error.ts';
import { claimantOf } from './resolve.ts';

type Parts = { postOnce: PostOnce; issuePassword: IssuePassword; sendMail: SendMail; journal: Journal };

/** Tells a new user how to sign in: in Slack with a button for the password, by e-mail with the password itself. */
export function deliver({ postOnce, issuePassword, sendMail, journal }: Parts): Task<DeliverInput> {
  return async (input, context) => {
    const { person, account, requestId: request, decision } = input;
    const about = { request, account: account.id, userName: person.userName };
    // This is how the bot learns of it: the state machine delivers to those alone who were created.
    journal.tell({ event: 'created', ...about, approvedBy: decision.by.slackUserId });

    const via = person.slackUserId === undefined ? 'mail' : 'slack';
    if (person.slackUserId === undefined) await deliverByMail(input, issuePassword, sendMail);
    else await deliverInSlack(input, person.slackUserId, postOnce, context);
    journal.tell({ event: 'delivered', ...about, via });
    return { via };
  };
}

async function deliverInSlack(
  input: DeliverInput,
  slackUserId: string,
  postOnce: PostOnce,
  context: TaskContext,
): Promise<void> {
  const { account, person, requestId } = input;
  const value = toButtonValue({
    account: { id: account.id, name: account.name },
    userName: person.userName,
    request: requestId,
  });
  try {
    const welcome = welcomeMessage(input, value, wordsFor(person.locale));
    await postOnce(`welcome/${slackUserId}`, { channel: slackUserId, ...welcome }, context);
  } catch (err) {
    throw toDeliveryError(err);
  }
}

/** The password is made in the moment of sending. Sent again, the mail carries a new one: it says that the newest counts. */
async function deliverByMail(input: DeliverInput, issuePassword: IssuePassword, sendMail: SendMail): Promise<void> {
  const { account, person } = input;
  const claim = { accountId: account.id, userName: person.userName, claimedBy: claimantOf(person.email ?? '') };
  const first = await issuePassword({ ...claim, reissue: false });
  const issued = first === 'AlreadyShown' ? await issuePassword({ ...claim, reissue: true }) : first;
  // An earlier mail arrived though its answer was lost: nobody else could have signed in.
  if (issued === 'AlreadySignedIn') return;
  if (typeof issued === 'string') throw new TaskError('Failed', `issue-password refused: ${issued}`);
  try {
    await sendMail(welcomeMail(input, issued.password, wordsFor(person.locale)));
  } catch (err) {
    const { name } = err as Error;
    if (name === 'MessageRejected' || name === 'InvalidParameterValue')
      throw new TaskError('MailRejected', `SES answered ${name}`, { cause: err });
    throw err;
  }
}
