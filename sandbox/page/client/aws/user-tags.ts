import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { UserSlice } from '../../slices.ts';
import { useLanguage, useWords } from '../language.ts';
import { presentTime } from '../present-time.ts';
import { momentText } from './clock.ts';
import { Fact } from './fact.ts';
import type { Names } from './names.ts';
import { type Claim, claimOf, isHash } from './user-facts.ts';
import { awsWords } from './words.ts';

/** What onboarding wrote on a user: who let them in, and until when their password can be fetched. */
export function UserTags({ user, names }: { user: UserSlice; names: Names }): VNode {
  const { users: words } = useWords(awsWords);
  const askedBy = user.tags['onboarding:requested-by'];
  const approvedBy = user.tags['onboarding:approved-by'];
  const request = user.tags['onboarding:request'];
  const claim = claimOf(user, presentTime());
  return html`
    ${askedBy && html`<${Fact} name=${words.askedBy}>${names.ofPerson(askedBy)}<//>`}
    ${approvedBy && html`<${Fact} name=${words.approvedBy}>${names.ofPerson(approvedBy)}<//>`}
    ${request && html`<${Fact} name=${words.request}><code>${request}</code><//>`}
    ${claim && html`<${Fact} name=${words.claim}><${ClaimText} claim=${claim} names=${names} /><//>`}
  `;
}

function ClaimText({ claim: { state, by, until }, names }: { claim: Claim; names: Names }): VNode {
  const { users: words } = useWords(awsWords);
  const language = useLanguage();
  const moment = until === undefined ? '' : momentText(until, language);
  return html`
    ${state === 'open' && by && html`<bdi>${isHash(by) ? words.claimByMail : names.ofPerson(by)}</bdi> · `}
    ${words.claims[state](moment)}
  `;
}
