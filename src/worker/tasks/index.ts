import type { SESClient } from '@aws-sdk/client-ses';
import type { z } from 'zod';
import { createMailer } from '../../aws/mailer.ts';
import { readContract } from '../../contract/read.ts';
import { TASK_INPUTS } from '../../contract/tasks.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import type { Permissions } from '../../policy/permissions.ts';
import type { Policy } from '../../policy/read.ts';
import type { SlackClients } from '../../slack/clients.ts';
import { createDirectory, type Home } from '../../slack/directory.ts';
import { createReadBack } from '../../slack/read-back.ts';
import type { Journal } from '../../watch/journal.ts';
import type { Workflow } from '../../workflow/client.ts';
import type { IssuePassword } from '../../workflow/issue-password.ts';
import { approversOf } from '../effects/approvers.ts';
import { createEditInTime } from '../effects/edit-in-time.ts';
import { createPostOnce } from '../effects/post-once.ts';
import { createShowEnd } from '../effects/show-end.ts';
import { createShowStanding } from '../effects/show-standing.ts';
import { createTellRequester } from '../effects/tell-requester.ts';
import { executionEnded } from '../execution-ended.ts';
import type { Task, Tasks } from '../task.ts';
import { acknowledge } from './acknowledge.ts';
import { announce } from './announce.ts';
import { awaitDecision } from './await-decision.ts';
import { deliver } from './deliver.ts';
import { lookAgain } from './look-again.ts';
import { markApproved } from './mark-approved.ts';
import { progress } from './progress.ts';
import { remind } from './remind.ts';
import { report } from './report.ts';
import { resolve } from './resolve.ts';
import { tellApproved } from './tell-approved.ts';

type Parts = Pick<SlackClients, 'posting' | 'editing' | 'lookingUpForTasks'> & {
  home: Home;
  permissions: Permissions;
  policy: Policy;
  workflow: Workflow;
  issuePassword: IssuePassword;
  ses: SESClient;
  mailFrom: string;
  journal: Journal;
};

/** Everything that a state machine can ask of the bot, in the order of a request. */
export function createTasks(parts: Parts): Tasks {
  const { posting, editing, home, permissions, policy, workflow, issuePassword, journal } = parts;
  const directory = createDirectory(parts.lookingUpForTasks, home);
  const sendMail = createMailer(parts.ses, parts.mailFrom);
  const postOnce = createPostOnce({ posting, readBack: createReadBack(posting, home.botId) });
  const words = wordsFor(policy.approvals.language);
  const approvers = approversOf(permissions, directory);
  const tellRequester = createTellRequester(postOnce);
  const showEnd = createShowEnd({ postOnce, tellRequester, editing, words });
  const showStanding = createShowStanding({ workflow, editing, approvers, words });
  const editInTime = createEditInTime(workflow, showStanding);
  return {
    resolve: reads(TASK_INPUTS.resolve, resolve({ directory, permissions, journal })),
    announce: reads(TASK_INPUTS.announce, announce({ postOnce, approvers, words })),
    acknowledge: reads(TASK_INPUTS.acknowledge, acknowledge({ postOnce })),
    remind: reads(TASK_INPUTS.remind, remind({ postOnce, workflow, approvers, words })),
    'await-decision': reads(TASK_INPUTS['await-decision'], awaitDecision({ editing, editInTime, approvers, words })),
    'look-again': reads(TASK_INPUTS['look-again'], lookAgain({ directory, permissions })),
    'mark-approved': reads(TASK_INPUTS['mark-approved'], markApproved({ editing, editInTime, words })),
    'tell-approved': reads(TASK_INPUTS['tell-approved'], tellApproved({ tellRequester, editing, editInTime })),
    deliver: reads(
      TASK_INPUTS.deliver,
      deliver({ postOnce, issuePassword, sendMail, organization: home.teamName, journal }),
    ),
    progress: reads(TASK_INPUTS.progress, progress({ postOnce, posting, editInTime, words })),
    report: reads(TASK_INPUTS.report, report({ showEnd, journal })),
    'execution-ended': executionEnded({ workflow, showEnd, showStanding, journal }),
  };
}

/** Holds what a machine sends to the contract before the task sees it. */
const reads =
  <Schema extends z.ZodType>(schema: Schema, task: Task<z.output<Schema>>): Task<unknown> =>
  (input, context) =>
    task(readContract(schema, input, 'the input of the task'), context);
