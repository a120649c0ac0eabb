import { WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { MessageTooLong } from '../../src/messages/kit/blocks.ts';
import { TaskError, toTaskError } from '../../src/worker/task-error.ts';
import { IssueFailed } from '../../src/workflow/issue-password.ts';

const slack = (error: string) => new WebAPIPlatformError({ ok: false, error });
const aws = (name: string, more: object = {}, message = '') =>
  Object.assign(new Error(message), { name, $fault: 'client', ...more });

test.each([
  [
    'a throttled call of a modelled kind',
    aws('TooManyRequestsException', { $retryable: { throttling: true } }),
    'RateLimited',
  ],
  ['SES’s Throttling, which the SDK does not model', aws('Throttling'), 'RateLimited'],
  ['Step Functions’ ThrottlingException', aws('ThrottlingException'), 'RateLimited'],
  ['SES’s words for too fast', aws('LimitExceeded', {}, 'Maximum sending rate exceeded.'), 'RateLimited'],
  ['a server’s fault', aws('InternalError', { $fault: 'server' }), 'Unavailable'],
  ['InternalFailure', aws('InternalFailure'), 'Unavailable'],
  ['a refusal', aws('AccessDeniedException'), 'Failed'],
  ['a workflow that broke while it made a password', new IssueFailed('ended FAILED'), 'Unavailable'],
  ['a request that took too long', Object.assign(new Error(''), { name: 'TimeoutError' }), 'Unavailable'],
  ['a connection that broke', Object.assign(new Error(''), { code: 'ECONNRESET' }), 'Unavailable'],
  [
    'a connection that broke within the answer',
    new TypeError('terminated', { cause: Object.assign(new Error(''), { code: 'UND_ERR_SOCKET' }) }),
    'Unavailable',
  ],
  ['an answer that was cut off', slack(''), 'Unavailable'],
  ['the page of a proxy', slack('<html>Bad gateway</html>'), 'Unavailable'],
  ['a token that was revoked', slack('token_revoked'), 'Unavailable'],
  ['a token that Slack does not take', slack('invalid_auth'), 'Unavailable'],
  ['a refusal of Slack', slack('missing_scope'), 'Failed'],
  ['a limit without its time', new Error('Retry header did not contain a valid timeout.'), 'RateLimited'],
  ['a message that is too long', new MessageTooLong(''), 'MessageTooLong'],
  ['a task’s own error', new TaskError('PolicyChanged', ''), 'PolicyChanged'],
  ['a mistake of ours', new TypeError('x is not a function'), 'Failed'],
])('%s', (_what, err, name) => {
  expect(toTaskError(err).name).toBe(name);
});
