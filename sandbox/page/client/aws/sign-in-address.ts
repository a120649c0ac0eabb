import type { PortalPlace, TerminalPlace } from './sign-in-context.ts';

/** The account, by id or alias, whose console sign-in an address opens; undefined for any other address. */
export function accountOf(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return /^([a-z0-9-]+)\.signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/.exec(host)?.[1];
}

/** The forms that start URLs have: awscli/customizations/sso/resolve.py of the AWS CLI v2. */
const portalHosts = [
  /^[a-z0-9-]+\.awsapps\.(?:com|cn)$/,
  /^start\.[a-z0-9-]+\.awsapps\.com$/,
  /^ssoins-[a-z0-9]+\.[a-z0-9-]+\.portal\.amazonaws\.(?:com|com\.cn|eu)$/,
  /^ssoins-[a-z0-9]+\.portal\.[a-z0-9-]+\.app\.aws$/,
];

/**
 * What an address opens in the AWS access portal; undefined for any other address. `#/console?account_id=…&role_name=…` leads
 * to one account: https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function portalPlaceOf(url: string): PortalPlace | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, hash } = new URL(url);
  if (protocol !== 'https:' || !portalHosts.some((host) => host.test(hostname))) return undefined;
  const query = new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
  const [accountId, permissionSet] = [query.get('account_id'), query.get('role_name')];
  return accountId && permissionSet ? { accountId, permissionSet } : {};
}

/** What a link that a terminal printed asks for, by the part after the `#`; undefined for any other. */
export function terminalPlaceOf(hash: string): TerminalPlace | undefined {
  const [, page, text = ''] = /^#\/(device|authorize)\/?(?:\?(.*))?$/.exec(hash) ?? [];
  const query = new URLSearchParams(text);
  if (page === 'device') return { userCode: query.get('user_code') ?? '' };
  return page === 'authorize' ? { request: query.get('request') ?? '' } : undefined;
}
