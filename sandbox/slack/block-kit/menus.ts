import { z } from 'zod';
import { option, optionGroup } from './composition.ts';
import { menu } from './interactive.ts';
import { limits } from './limits.ts';

/** Select menus and multi-select menus: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element. */

const multiMenu = { ...menu, max_selected_items: z.int().min(1).optional() };
const externalMenu = { min_query_length: z.int().min(0).optional() };

const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const conversationMenu = { default_to_current_conversation: z.boolean().optional(), filter };
const responseUrl = { response_url_enabled: z.boolean().optional() };

const choices = {
  options: z.array(option).min(1).max(limits.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(limits.optionGroups).optional(),
};
type Choice = { value: string };
type StaticMenu = {
  options?: Choice[] | undefined;
  option_groups?: { options: Choice[] }[] | undefined;
  initial_option?: Choice | undefined;
  initial_options?: Choice[] | undefined;
};

const eitherOptionsOrGroups = [
  ({ options, option_groups }: StaticMenu) => !options !== !option_groups,
  { error: 'must provide either options or option_groups' },
] as const;

const startsOnTheMenu = [
  ({ options, option_groups, initial_option, initial_options = [] }: StaticMenu) => {
    const all = [...(options ?? []), ...(option_groups ?? []).flatMap((group) => group.options)];
    const initial = initial_option ? [initial_option] : initial_options;
    return initial.every(({ value }) => all.some((option) => option.value === value));
  },
  { error: 'initial option must match one of the options' },
] as const;

const initialOption = { initial_option: option.optional() };
const initialOptions = { initial_options: z.array(option).min(1).max(limits.options).optional() };

export const selects = [
  z
    .strictObject({ type: z.literal('static_select'), ...menu, ...choices, ...initialOption })
    .refine(...eitherOptionsOrGroups)
    .refine(...startsOnTheMenu),
  z.strictObject({ type: z.literal('external_select'), ...menu, ...externalMenu, ...initialOption }),
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...conversationMenu,
    ...responseUrl,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...responseUrl,
    initial_channel: z.string().optional(),
  }),
  z
    .strictObject({ type: z.literal('multi_static_select'), ...multiMenu, ...choices, ...initialOptions })
    .refine(...eitherOptionsOrGroups)
    .refine(...startsOnTheMenu),
  z.strictObject({ type: z.literal('multi_external_select'), ...multiMenu, ...externalMenu, ...initialOptions }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...multiMenu,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...multiMenu,
    ...conversationMenu,
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...multiMenu,
    initial_channels: z.array(z.string()).optional(),
  }),
] as const;
