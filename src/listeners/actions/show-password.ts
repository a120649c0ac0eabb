import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { passwordNotice } from '../../messages/password.ts';
import { wordsFor } from '../../messages/words.ts';
import { fromButtonValue, type PasswordRef } from '../../onboarding/button-value.ts';
import { reveal } from '../reveal.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'workflow' | 'log'>;

/** *Show temporary password* was clicked: opens the modal at once, while its trigger lives, then makes the password. */
export const showPassword =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const person = await within(500, services.directory.person(body.user.id));
    const words = wordsFor(person?.locale ?? '');
    const { view } = await services.answering.views.open({
      trigger_id: body.trigger_id,
      view: passwordNotice('loading', words),
    });
    const ref = fromButtonValue<PasswordRef>(action.value);
    await reveal({ viewId: view?.id ?? '', userId: body.user.id, ref, reissue: false, words }, services);
  };
