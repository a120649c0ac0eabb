import { kumoworks } from './organization.ts';

/** How to act in the sandbox without a browser: the whole job as commands to paste, all at once or one by one. */
export function commandsToPaste(url: string, only: 'slack' | 'aws' | undefined): string {
  return [
    ...(only === undefined ? wholeJob(url) : []),
    ...(only === 'aws' ? [] : people()),
    'To look at:',
    ...(only === 'aws' ? [] : [`  ${url}/state?as=U0KEN   what Ken sees; likewise for anybody else`]),
    ...(only === 'slack' ? [] : [`  ${url}/mail  ${url}/aws  ${url}/executions`]),
    '',
  ].join('\n');
}

function wholeJob(url: string): string[] {
  const act = (what: string, body: string) => `  curl -s ${url}/${what} -d '${body}'`;
  const signIn = {
    accountId: '111122223333',
    userName: 'yuki@kumoworks.example',
    password: '%s',
    newPassword: 'My-own-Passw0rd!',
  };
  return [
    'The whole job, to copy into another terminal:',
    '',
    '  # Aiko asks for access for Yuki, who is in Slack, and Sam, who is not',
    act('act/command', '{"user":"U0AIKO","channel":"C0GENERAL","command":"/onboard"}'),
    act('act/suggest', '{"user":"U0AIKO","actionId":"accounts","text":"payments"}'),
    act('act/submit', JSON.stringify({ user: 'U0AIKO', values: REQUEST })),
    '  # Ken approves in #aws-approvals (or: "deny", then act/submit with {"reason":"…"})',
    act('act/click', '{"user":"U0KEN","actionId":"approve"}'),
    '  # Yuki presses the button in her direct message, and signs in at the AWS console',
    act('act/click', '{"user":"U0YUKI","actionId":"show-password"}'),
    '  sleep 1',
    `  PASSWORD=$(curl -s '${url}/state?as=U0YUKI' | sed 's/.*preformatted[^}]*"text":"\\([^"]*\\)".*/\\1/'); echo "$PASSWORD"`,
    `  printf '${JSON.stringify(signIn)}' "$PASSWORD" | curl -s ${url}/aws/sign-in -d @-`,
    '',
    'Worth trying: the account 555566667777 (never prepared), 333344445555 (a group is missing), Omar in 222233334444 (exists',
    'already), approving as U0AIKO (her own request) or U0GUEST, a second click. In a message, {"channel","ts"} say which one.',
    '',
  ];
}

const REQUEST = {
  profile: 'developer',
  accounts: ['111122223333', '222233334444'],
  people: ['U0YUKI'],
  others: 'sam.lee sam.lee@partner.example',
  reason: 'They join the payments team',
};

function people(): string[] {
  const kind = ({ guest, deleted, bot, stranger }: (typeof kumoworks.people)[number]) =>
    (guest && 'guest') || (deleted && 'deactivated') || (bot && 'bot') || (stranger && 'of another workspace') || '';
  const approvers = kumoworks.userGroups.find(({ id }) => id === 'S0PLATFORM')?.members ?? [];
  const line = (person: (typeof kumoworks.people)[number]) =>
    `  ${person.id.padEnd(8)} ${person.realName} ${[
      kind(person),
      approvers.includes(person.id) && !kind(person) && 'approver',
    ]
      .filter(Boolean)
      .map((what) => `(${what})`)
      .join('')}`;
  return [`People in the Slack of ${kumoworks.team.name}:`, ...kumoworks.people.map(line), ''];
}
