// Slack's `ok: false`, by what follows from it. What is in no list here lasts: a request that meets it ends and says so. Source: the errors
// that docs.slack.dev/reference/methods lists for each method used; test/slack/refusals.test.ts has them all.

/** Slack asks to wait. */
export const BUSY = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];

/** Another try may succeed without anybody doing anything. Of some it is possible that part of it was done. */
const PASSING_BY_ITSELF = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'update_failed',
  'streaming_state_conflict',
  'list_record_comment_fetch_failed',
  // A list that is read page by page is read from its beginning.
  'invalid_cursor',
  // The workspace or the channel is on its way to an Enterprise organization.
  'team_added_to_org',
  'org_login_required',
  'external_channel_migrating',
];

/**
 * It passes as soon as somebody mends it: a token that works, a network from which Slack takes it, a suspension that is lifted. The
 * connection of Socket Mode has another token and stays.
 */
const PASSING_WHEN_MENDED = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'two_factor_setup_required',
  'accesslimited',
  'ekm_access_denied',
];

export const PASSING = [...PASSING_BY_ITSELF, ...PASSING_WHEN_MENDED];

/** The message, or the one that it replies to, was deleted. */
export const GONE = ['message_not_found', 'thread_not_found'];

/** Of a message to a person: this person gets none. */
export const UNREACHABLE = [
  'channel_not_found',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'invalid_user_combination',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'is_inactive',
];

/** The client gives the whole body for an error where the answer was cut off or came from a proxy. */
export const isOfSlack = (error: string): boolean => /^[a-z0-9_]+$/.test(error);
