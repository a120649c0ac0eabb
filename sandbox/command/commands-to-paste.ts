import { kumoworks } from '../organization/kumoworks.ts';
import { commandsForCli } from './commands-for-cli.ts';

/** How to act in the sandbox without a browser: the whole job as commands to paste, all at once or one by one. */
export function commandsToPaste(url: string, only: 'slack' | 'aws' | undefined): string {
  return [
    ...(only === undefined ? [...wholeJob(url), ...commandsForCli(url)] : []),
    ...(only === 'aws' ? [] : people()),
    'To look at:',
    ...(only === 'aws' ? [] : [`  ${url}/state?as=U0KEN   what Ken sees; likewise for anybody else`]),
    ...(only === 'slack' ? [] : [`  ${url}/mail  ${url}/aws  ${url}/executions`]),
    '',
  ].join('\n');
}

function wholeJob(url: string): string[] {
  const act = (what: string, body: string) => `  curl -s ${url}/${what} -d '${body}'`;
  const who = { accountId: '111122223333', userName: 'yuki@kumoworks.example' };
  const { userName } = who;
  const own = 'My-own-Passw0rd!';
  const fieldOf = (name: string) => `sed 's/.*"${name}":"\\([^"]*\\)".*/\\1/'`;
  return [
    'The whole job, to copy into another terminal:',
    '',
    '  # Aiko asks for access to two accounts, for Yuki and Omar, who are in Slack, and Sam, who is not',
    act('act/command', '{"user":"U0AIKO","channel":"C0GENERAL","command":"/onboard"}'),
    act('act/suggest', '{"user":"U0AIKO","actionId":"accounts","text":"dev"}'),
    act('act/submit', JSON.stringify({ user: 'U0AIKO', values: REQUEST })),
    '  # Ken approves in #aws-approvals (or: "deny", then act/submit with {"reason":"…"})',
    act('act/click', '{"user":"U0KEN","actionId":"approve"}'),
    '  # Yuki presses the first button in her direct message, of payments-dev, and signs in at the AWS console',
    act('act/click', '{"user":"U0YUKI","actionId":"show-password"}'),
    `  until curl -s '${url}/state?as=U0YUKI' | grep -q preformatted; do sleep 1; done`,
    `  PASSWORD=$(curl -s '${url}/state?as=U0YUKI' | sed 's/.*preformatted[^}]*"text":"\\([^"]*\\)".*/\\1/'); echo "$PASSWORD"`,
    `  SESSION=$(printf '${JSON.stringify({ ...who, password: '%s', newPassword: own })}' "$PASSWORD" | curl -s ${url}/aws/sign-in -d @- | ${fieldOf('session')})`,
    '  # Without MFA her permissions boundary refuses everything',
    `  in_console() { printf '{"session":"%s",%s}' "$SESSION" "$1" | curl -s ${url}/aws/console -d @-; echo; }`,
    `  in_console '"action":"open","service":"s3"'`,
    '  # She assigns an MFA device: codes work once, so she types the two before the present one',
    `  KEY=$(in_console '"action":"create-mfa-device","name":"phone"' | ${fieldOf('seed')})`,
    `  mfa_code() { node -e '${ONE_TIME_CODE}' "$(curl -s ${url}/time)" "$KEY" "$@"; }`,
    `  in_console '"action":"enable-mfa-device","serialNumber":"arn:aws:iam::${who.accountId}:mfa/phone","codes":["'$(mfa_code -2 -1)'"]'`,
    '  # She signs in again, with a code, and S3 opens',
    `  SESSION=$(printf '${JSON.stringify({ ...who, password: own, mfaCode: '%s' })}' "$(mfa_code 0)" | curl -s ${url}/aws/sign-in -d @- | ${fieldOf('session')})`,
    `  in_console '"action":"open","service":"s3"'`,
    '  # The other way: Aiko asks for three accounts at the AWS access portal, and Ken approves',
    act('act/command', '{"user":"U0AIKO","channel":"C0GENERAL","command":"/onboard"}'),
    act('act/suggest', '{"user":"U0AIKO","actionId":"accounts","text":""}'),
    act('act/submit', JSON.stringify({ user: 'U0AIKO', values: PORTAL_REQUEST })),
    act('act/click', '{"user":"U0KEN","actionId":"approve"}'),
    `  until curl -s '${url}/state?as=U0YUKI' | grep -q awsapps; do sleep 1; done`,
    '  # Yuki types her user name at the portal, and takes the code from the mail',
    `  at_portal() { printf "$@" | curl -s ${url}/portal/sign-in -d @-; }`,
    `  at_portal '${JSON.stringify({ userName })}'`,
    `  CODE=$(curl -s ${url}/mail | grep -o 'code is: [0-9]*' | tail -n 1 | tr -dc 0-9)`,
    `  KEY=$(at_portal '${JSON.stringify({ userName, code: '%s', newPassword: own })}' "$CODE" | ${fieldOf('seed')})`,
    `  SESSION=$(at_portal '${JSON.stringify({ userName, password: own, mfaCode: '%s' })}' "$(mfa_code 0)" | ${fieldOf('session')})`,
    `  curl -s ${url}/portal/accounts -d '{"session":"'"$SESSION"'"}'; echo`,
    '',
    'Worth trying: the account 555566667777 (never prepared), 333344445555 (a group is missing), approving as U0AIKO (her own',
    'request) or U0GUEST, a second click. {"channel","ts"} say which message, {"value"} which of several buttons in it.',
    `Four days without a decision: curl -s ${url}/time -d '{"forward":"4d"}' moves the clock of all of this forward, the bot included.`,
    '',
  ];
}

/** What an authenticator makes of a key, by the time of the sandbox: of now, or so many codes away; several of one moment, as JSON parts them. Shells have no base32; Node is where the sandbox is. */
const ONE_TIME_CODE = [
  'const [time, key, ...away] = process.argv.slice(1), now = Math.floor(Date.parse(JSON.parse(time).now) / 30000)',
  'const five = (letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")',
  'const bytes = [...key].map(five).join("").match(/.{8}/g).map((bits) => parseInt(bits, 2))',
  'const counter = (steps) => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64BE(BigInt(now + Number(steps))); return bytes }',
  'const macs = away.map((steps) => require("crypto").createHmac("sha1", Buffer.from(bytes)).update(counter(steps)).digest())',
  'const codes = macs.map((mac) => String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0"))',
  'console.log(codes.join(`","`))',
].join('; ');

const REQUEST = {
  profile: 'developer',
  accounts: ['111122223333', '222233334444'],
  people: ['U0YUKI', 'U0OMAR'],
  others: 'sam.lee sam.lee@partner.example',
  reason: 'They join the payments team',
};

const PORTAL_REQUEST = {
  profile: 'cloud-developer',
  accounts: ['111122223333', '222233334444', '444455556666'],
  people: ['U0YUKI', 'U0OMAR'],
  reason: 'They build the new checkout',
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
