import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { AssignmentSlice } from '../../../slices.ts';
import { keepOverReload } from '../../over-reload.ts';
import { noteUse, remember } from '../console/authenticator.ts';
import type { PortalPlace } from '../sign-in-context.ts';
import { type Opened, PortalAccounts } from './accounts.ts';
import { PortalConsole } from './console.ts';
import { type Asked, type Next, portalKey, type Typed } from './door.ts';
import { StepForm } from './step-form.ts';
import { UserNameForm } from './user-name-form.ts';
import { noteVisit } from './visits.ts';

type Inside = { at: 'accounts'; userName: string; session: string } | ({ at: 'console' } & Opened & { back: Back });
type Back = { userName: string; session: string };
type Stage = { at: 'user-name'; userName: string } | { at: 'step'; asked: Asked; typed: Typed } | Inside;

/** Everybody has a browser of their own; without an address that somebody followed it is the one that was in use last. */
type Browsers = { last: string; inside: { [person: string]: Inside | undefined } };

/** Whoever is signed in stays so over a reload. */
let browsers: Browsers = keepOverReload('portal', () => browsers) ?? { last: '', inside: {} };

/** The AWS access portal: step by step in, then the accounts, then the console of one. What was typed is kept until the session is there. */
export function Portal({
  to,
  by,
  assignments,
  isOfCompany,
}: {
  to: PortalPlace | undefined;
  by: string | undefined;
  assignments: AssignmentSlice[];
  /** People sign in at their company. */
  isOfCompany: boolean;
}): VNode {
  const [person] = useState(by ?? browsers.last);
  // An address leads into an account once: who goes back from there sees all of them.
  const [wanted, setWanted] = useState(to);
  const inside = browsers.inside[person];
  const [stage, setStage] = useState<Stage>(
    inside && to?.userName === undefined ? outOfConsole(inside, to) : { at: 'user-name', userName: to?.userName ?? '' },
  );
  useLayoutEffect(() => {
    const now = 'session' in stage ? stage : undefined;
    browsers = { last: person, inside: { ...browsers.inside, [person]: now } };
  }, [stage]);

  const onNext = (typed: Typed, next: Next) => {
    const { userName } = typed;
    // Whoever has just registered an authenticator, or used it, cannot use that code again.
    if ('session' in next) noteUse(portalKey(userName));
    if ('session' in next) return setStage({ at: 'accounts', userName, session: next.session });
    if ('seed' in next) remember(portalKey(userName), next.seed);
    setStage({ at: 'step', typed, asked: askedBy(next) });
  };
  const onLeave = (userName = '') => setStage({ at: 'user-name', userName });

  switch (stage.at) {
    case 'user-name':
      return html`<${UserNameForm} userName=${stage.userName} ...${{ isOfCompany, onNext }} />`;
    case 'step': {
      const { asked, typed } = stage;
      return html`<${StepForm} key=${asked.name} ...${{ asked, typed, onNext }} onBack=${() => onLeave(typed.userName)} />`;
    }
    case 'accounts': {
      const { userName, session } = stage;
      const onOpen = (opened: Opened) => {
        noteVisit(userName);
        setWanted(undefined);
        setStage({ at: 'console', ...opened, back: { userName, session } });
      };
      return html`
        <${PortalAccounts} ...${{ userName, session, assignments, onOpen }} to=${wanted} onLeave=${() => onLeave(userName)} />
      `;
    }
    case 'console': {
      const { back } = stage;
      return html`<${PortalConsole} ...${stage} onBack=${() => setStage({ at: 'accounts', ...back })} />`;
    }
  }
}

/** Who follows an address leaves the console where they were. */
const outOfConsole = (inside: Inside, to: PortalPlace | undefined): Inside =>
  to && inside.at === 'console' ? { at: 'accounts', ...inside.back } : inside;

function askedBy(next: Exclude<Next, { session: string }>): Asked {
  if ('seed' in next) return { name: 'mfaSetupRequired', seed: next.seed };
  const [name] = Object.keys(next);
  return { name: name as Exclude<Asked['name'], 'mfaSetupRequired'> };
}
