import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { html } from 'htm/preact';
import type { TargetedInputEvent, VNode } from 'preact';
import { type ControlProps, fieldAttributes, type Held, textIn } from './held.ts';

type DateElement = Datepicker | Timepicker | DateTimepicker;

const kinds = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;

/** A day, a time of day, or a moment in the browser's time zone. */
export function DateInput(props: ControlProps<DateElement>): VNode {
  const { element, held, onHold } = props;
  const isMoment = element.type === 'datetimepicker';
  const take = ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement>) =>
    onHold(isMoment && value !== '' ? Date.parse(value) / 1000 : value || null);
  return html`
    <input ...${fieldAttributes(props)} class="slack-field slack-date" type=${kinds[element.type]}
      value=${isMoment ? localMoment(held) : textIn(held)} data-focus-on-load=${element.focus_on_load} onInput=${take} />
  `;
}

/** As a `datetime-local` field writes it. */
function localMoment(held: Held): string {
  if (typeof held !== 'number') return '';
  const moment = new Date(held * 1000);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
