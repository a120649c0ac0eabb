import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { accountOf, portalPlaceOf } from '../../aws/sign-in-address.ts';
import { SignInContext } from '../../aws/sign-in-context.ts';

/** A link to elsewhere; one to the sign-in of an account, or to the AWS access portal, leads to the sandbox's own. */
export function Link({ url, children }: { url: string; children?: ComponentChildren }): VNode {
  const signIn = useContext(SignInContext);
  const account = accountOf(url);
  const follow = (event: Event) => {
    const portal = portalPlaceOf(url);
    if (!signIn || (account === undefined && !portal)) return;
    event.preventDefault();
    signIn({ account: account ?? '', ...(portal && { portal }) });
  };
  return isSafe(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer" onClick=${follow}>${children}</a>`
    : html`<span>${children}</span>`;
}

/** An address that runs code instead of leading somewhere is no link. */
const isSafe = (url: string): boolean =>
  URL.canParse(url) && /^(?:https?|mailto|tel|slack):$/.test(new URL(url).protocol);
