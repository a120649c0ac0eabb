import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ReadRequest } from '../request-reader.ts';
import type { Services } from '../services.ts';

type Used = { readRequest: ReadRequest } & Pick<Services, 'workflow' | 'log'>;

/** The form was submitted: refuses it with a hint beside each field, or starts the workflow. */
export const submitRequest =
  ({ readRequest, workflow, log: base }: Used) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const log = base.child({ request: view.id });
    const refuse = (errors: Record<string, string>) => ack({ response_action: 'errors', errors });
    const { words, ...read } = await readRequest(view, body.user.id, log);
    if ('errors' in read) return refuse(read.errors);

    // Started before it is acknowledged: if it cannot be, the form stays open with everything typed.
    try {
      const isNew = await workflow.start(read.request);
      if (!isNew) return refuse({ reason: words.form.sentBefore });
    } catch (err) {
      log.error({ err }, 'a request could not be started');
      return refuse({ reason: words.form.notSent });
    }
    await ack();
  };
