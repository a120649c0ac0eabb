import type { CliSession } from '../../../contract/buttons.ts';
import type { CliAccess, CliRole, CliSetup } from '../../../onboarding/cli.ts';
import { answersTo } from './answers.ts';
import { asCommands } from './commands.ts';
import { configText, isSection, type Section } from './config-text.ts';
import { readPortalUrl } from './portal-url.ts';
import { profileName } from './profile-name.ts';

/**
 * What the AWS CLI has to be told of what somebody has at the portal; `undefined` where the portal is none that it could be told of.
 * @param hash by which permission sets are told apart whose names look the same as words: SHA-256, in hexadecimal
 */
export function setUpCli({ session, roles }: CliAccess, hash: (text: string) => string): CliSetup | undefined {
  const portal = readPortalUrl(session.startUrl);
  const known = { ...session, startUrl: portal?.startUrl ?? '' };
  const sessionSection = sectionOf(known);
  if (!portal || !isSection(sessionSection)) return undefined;

  const made = roles.map((role) => ({ role, section: profileOf(role, session, hash) }));
  const good = made.filter(
    ({ section }, i) => isSection(section) && made.findIndex((other) => other.section.name === section.name) === i,
  );
  const [first] = good;
  const sections = good.map(({ section }) => section);
  // Also as one, so that no section is there twice.
  configText([sessionSection, ...sections]);
  return {
    sessionName: session.name,
    session: configText([sessionSection]),
    sessionCommands: asCommands(sessionSection),
    profiles: good.map(({ role, section }) => ({
      name: section.name,
      text: configText([section]),
      commands: asCommands(section),
      try: role.try,
    })),
    answers: answersTo(known, first && { ...first.role, name: first.section.name }),
    answersForMore: answersTo(known),
    leftOut: made.length - good.length,
    isDualStack: portal.isDualStack,
  };
}

const sectionOf = ({ name, startUrl, region }: CliSession): Section => ({
  kind: 'sso-session',
  name,
  settings: { sso_start_url: startUrl, sso_region: region, sso_registration_scopes: 'sso:account:access' },
});

const profileOf = (role: CliRole, { name, region }: CliSession, hash: (text: string) => string): Section => ({
  kind: 'profile',
  name: profileName(role, hash),
  settings: {
    sso_session: name,
    sso_account_id: role.accountId,
    sso_role_name: role.permissionSet,
    region,
    output: 'json',
  },
});
