/** A section of `~/.aws/config`. Its keys are ours; what its values may be is known, too. */
export type Section = { kind: 'sso-session' | 'profile'; name: string; settings: Record<string, string> };

/** What may stand in each place: no line can end in it, and nothing in it is markup for the AWS CLI or for a shell. */
const NAMES = { 'sso-session': /^[a-z0-9][a-z0-9-]{0,31}$/, profile: /^[A-Za-z0-9][A-Za-z0-9-]{0,99}-\d{12}$/ };

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;
const KEYS = {
  'sso-session': {
    sso_start_url: /^https:\/\/[a-z0-9.-]{1,120}(\/[a-z0-9/-]{1,80})?$/,
    sso_region: REGION,
    sso_registration_scopes: /^sso:account:access$/,
  },
  profile: {
    sso_session: NAMES['sso-session'],
    sso_account_id: /^\d{12}$/,
    // Source: IAM Identity Center API Reference, PermissionSet.
    sso_role_name: /^[\w+=,.@-]{1,32}$/,
    region: REGION,
    output: /^json$/,
  },
};

/** Whether a section says just what its kind says, each in its form. */
export function isSection({ kind, name, settings }: Section): boolean {
  const patterns: [string, RegExp][] = Object.entries(KEYS[kind]);
  return (
    NAMES[kind].test(name) &&
    Object.keys(settings).length === patterns.length &&
    patterns.every(([key, pattern]) => pattern.test(settings[key] ?? ''))
  );
}

/**
 * Sections as text for `~/.aws/config`.
 * @throws where what would be read of it is not what was meant: nobody is given such a text
 */
export function configText(sections: Section[]): string {
  const text = sections
    .map(({ kind, name, settings }) =>
      [`[${kind} ${name}]`, ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`)].join('\n'),
    )
    .join('\n\n');
  if (!sections.every(isSection) || !areSame(readConfig(text), sections))
    throw new Error('A configuration of the AWS CLI would not say what it is to say.');
  return text;
}

/**
 * Reads such a text, stricter than the AWS CLI does: headings and settings alone.
 * @throws for any other line, and for a section or a setting that is there twice
 */
export function readConfig(text: string): Section[] {
  const sections: Section[] = [];
  for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    if (line === '') continue;
    const [, kind, name] = /^\[(sso-session|profile) ([A-Za-z0-9-]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([a-z_]+) = (\S+)$/.exec(line) ?? [];
    const settings = sections.at(-1)?.settings;
    if (name !== undefined && !sections.some((one) => one.kind === kind && one.name === name))
      sections.push({ kind: kind as Section['kind'], name, settings: {} });
    else if (key !== undefined && value !== undefined && settings && !Object.hasOwn(settings, key))
      settings[key] = value;
    else throw new Error('This is no configuration of the AWS CLI as it is written here.');
  }
  return sections;
}

function areSame(some: Section[], others: Section[]): boolean {
  const told = (sections: Section[]) =>
    JSON.stringify(sections.map(({ kind, name, settings }) => [kind, name, Object.entries(settings)]));
  return told(some) === told(others);
}
