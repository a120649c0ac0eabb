import { WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { toDeliveryError, toTaskError } from '../../src/worker/task-error.ts';

/** Every error that docs.slack.dev/reference/methods lists for all methods, and what a task that meets it fails with. */
const EVERYWHERE = {
  Unavailable:
    'accesslimited account_inactive ekm_access_denied fatal_error internal_error invalid_auth not_authed org_login_required request_timeout service_unavailable team_added_to_org token_expired token_revoked two_factor_setup_required',
  RateLimited: 'ratelimited',
  Failed:
    'access_denied deprecated_endpoint enterprise_is_restricted invalid_arg_name invalid_arguments invalid_array_arg invalid_charset invalid_form_data invalid_post_type method_deprecated missing_post_type missing_scope no_permission not_allowed_token_type team_access_not_granted',
};

/** The same for the methods that tasks call, beyond those. */
const BY_METHOD: Record<string, Partial<Record<'Unavailable' | 'RateLimited' | 'MessageGone' | 'Failed', string>>> = {
  'chat.postMessage': {
    RateLimited: 'rate_limited message_limit_exceeded',
    Failed:
      'as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found draft_already_deleted draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found duplicate_message_not_found invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large missing_file_data msg_blocks_too_long no_text not_in_channel restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards',
  },
  'chat.update': {
    Unavailable: 'external_channel_migrating streaming_state_conflict update_failed',
    RateLimited: 'message_limit_exceeded',
    MessageGone: 'message_not_found',
    Failed:
      'as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message cant_update_message channel_not_found edit_window_closed file_deleted file_is_deleted file_not_found file_share_limit_reached invalid_attachments invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict max_file_sharing_exceeded metadata_must_be_sent_from_app metadata_too_large msg_too_long no_dual_broadcast_content_update no_text posting_to_channel_denied slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked team_not_found too_many_attachments unable_to_share_files',
  },
  'conversations.history': {
    Unavailable: 'invalid_cursor',
    Failed:
      'channel_is_limited_access channel_not_found invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest not_in_channel',
  },
  'conversations.replies': {
    Unavailable: 'invalid_cursor list_record_comment_fetch_failed',
    MessageGone: 'thread_not_found',
    Failed:
      'channel_not_found invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest method_not_supported_for_channel_type',
  },
  'conversations.open': {
    Failed:
      'channel_not_found invalid_user_combination method_not_supported_for_channel_type not_enough_users too_many_users user_disabled user_not_found user_not_visible users_list_not_supplied',
  },
  'users.info': { Failed: 'too_many_users user_not_found user_not_visible' },
  'users.lookupByEmail': { Failed: 'users_not_found' },
  'usergroups.users.list': { Unavailable: 'invalid_cursor', Failed: 'no_such_subteam plan_upgrade_required' },
};

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });

test.each(Object.entries({ 'every method': EVERYWHERE, ...BY_METHOD }))(
  'what %s may answer is told apart',
  (_method, classes) => {
    const classed = Object.values(classes).flatMap((errors) => errors.split(' '));
    const expected = Object.entries(classes).flatMap(([name, errors]) =>
      errors.split(' ').map((error) => [error, name]),
    );
    expect(classed.map((error) => [error, toTaskError(refusal(error)).name])).toEqual(expected);
  },
);

test.each([
  'channel_not_found',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'invalid_user_combination',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'is_inactive',
])('a person whose message Slack answers with %s gets none, however often it is tried', (error) => {
  expect(toDeliveryError(refusal(error)).name).toBe('CannotBeReached');
});
