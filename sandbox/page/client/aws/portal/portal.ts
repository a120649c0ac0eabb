import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { AssignmentSlice } from '../../../slices.ts';
import { noteUse, remember } from '../console/authenticator.ts';
import type { PortalPlace } from '../sign-in-context.ts';
import { type Opened, PortalAccounts } from './accounts.ts';
import { askOtherTabs, type Inside, insideOf, keepInside, personInUse } from './browsers.ts';
import { PortalConsole } from './console.ts';
import { type Asked, type Next, portalKey, type Typed } from './door.ts';
import { StepForm } from './step-form.ts';
import { TerminalRequest } from './terminal-request.ts';
import { UserNameForm } from './user-name-form.ts';
import { noteVisit } from './visits.ts';

type Stage = { at: 'user-name'; userName: string } | { at: 'step'; asked: Asked; typed: Typed } | Inside;

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
  const [person] = useState(by ?? personInUse());
  // An address leads into an account once: who goes back from there sees all of them.
  const [wanted, setWanted] = useState(to);
  const inside = insideOf(person);
  const [stage, setStage] = useState<Stage>(
    inside && to?.userName === undefined ? outOfConsole(inside, to) : { at: 'user-name', userName: to?.userName ?? '' },
  );
  useLayoutEffect(() => keepInside(person, 'session' in stage ? stage : undefined), [stage]);
  useEffect(() => {
    if (!to?.terminal || stage.at !== 'user-name') return undefined;
    return askOtherTabs((signedIn) =>
      setStage((now) => (now.at === 'user-name' ? { at: 'accounts', ...signedIn } : now)),
    );
  }, []);

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
      return html`
        <${UserNameForm} userName=${stage.userName} isForTerminal=${wanted?.terminal !== undefined} ...${{ isOfCompany, onNext }} />
      `;
    case 'step': {
      const { asked, typed } = stage;
      return html`<${StepForm} key=${asked.name} ...${{ asked, typed, onNext }} onBack=${() => onLeave(typed.userName)} />`;
    }
    case 'accounts': {
      const { userName, session } = stage;
      if (wanted?.terminal)
        return html`
          <${TerminalRequest} ...${{ userName, session }} terminal=${wanted.terminal}
            onSignedOut=${() => onLeave(userName)} onDone=${() => setWanted(undefined)} />
        `;
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
