import type { ModalView } from '@slack/types';
import { MAX_REASON } from '../../onboarding/form.ts';
import { plain } from '../kit/blocks.ts';
import type { Words } from '../words/words-for.ts';

/** Asks why a request is denied. */
export function denialForm(privateMetadata: string, { denial, form }: Words): ModalView {
  return {
    type: 'modal',
    callback_id: 'deny',
    private_metadata: privateMetadata,
    title: plain(denial.title),
    submit: plain(denial.submit),
    close: plain(form.cancel),
    blocks: [
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
