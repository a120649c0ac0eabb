import type { InputBlockElement } from '@slack/types';
import type { Held } from './held.ts';

/** What an element holds before it was touched. */
export function initialOf(element: InputBlockElement): Held {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return element.initial_value ?? null;
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? null;
    case 'external_select':
      return element.initial_option ?? null;
    case 'multi_static_select':
    case 'checkboxes':
      return (element.initial_options ?? []).map(({ value = '' }) => value);
    case 'multi_external_select':
      return element.initial_options ?? [];
    case 'users_select':
      return element.initial_user ?? null;
    case 'multi_users_select':
      return element.initial_users ?? [];
    case 'conversations_select':
      return element.initial_conversation ?? null;
    case 'multi_conversations_select':
      return element.initial_conversations ?? [];
    case 'channels_select':
      return element.initial_channel ?? null;
    case 'multi_channels_select':
      return element.initial_channels ?? [];
    case 'datepicker':
      return element.initial_date ?? null;
    case 'timepicker':
      return element.initial_time ?? null;
    case 'datetimepicker':
      return element.initial_date_time ?? null;
    default:
      return null;
  }
}
