import type { ModalView } from '@slack/types';
import type { OnboardingRequest } from '../../contract/request.ts';
import { MAX_REASON } from '../../onboarding/form.ts';
import { context, plain, section } from '../kit/blocks.ts';
import { code, mention } from '../kit/mrkdwn.ts';
import { inAccounts } from '../kit/request-parts.ts';
import type { Words } from '../words/words-for.ts';

/** The request that is about to be denied; what was asked for is not there where nobody knew it in time. */
type Denied = { reference: string; asked: OnboardingRequest | undefined };

/** Asks why a request is denied, and says which one that is. */
export function denialForm(privateMetadata: string, { reference, asked }: Denied, words: Words): ModalView {
  const { denial, form, request } = words;
  return {
    type: 'modal',
    callback_id: 'deny',
    private_metadata: privateMetadata,
    title: plain(denial.title),
    submit: plain(denial.submit),
    close: plain(form.cancel),
    blocks: [
      ...(asked ? [section(headingOf(asked, words))] : []),
      context(request.reference(code(reference))),
      {
        type: 'input',
        block_id: 'reason',
        label: plain(denial.reason),
        hint: plain(denial.reasonHint),
        element: {
          type: 'plain_text_input',
          action_id: 'reason',
          multiline: true,
          max_length: MAX_REASON,
          placeholder: plain(denial.reasonPlaceholder),
        },
      },
    ],
  };
}

function headingOf({ requestedBy, people, accounts }: OnboardingRequest, words: Words): string {
  const count = people.slackUserIds.length + people.typed.length;
  return words.request.heading(mention(requestedBy.slackUserId), count, inAccounts({ accounts }, words));
}
