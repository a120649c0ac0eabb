import { kumoworks } from './organization.ts';

/** How to act in the sandbox: the whole job as commands to copy. */
export function guide(url: string, logFile: string, only: 'slack' | 'aws' | undefined): string {
  const act = (what: string, body: string) => `  curl -s ${url}/${what} -d '${body}'`;
  const slack = `
The whole job, to copy line by line (add  | npx json  or  | jq  to read the answers):

  Aiko asks for access for Yuki (in Slack) and Sam (by e-mail only)
${act('act/command', '{"user":"U0AIKO","channel":"C0GENERAL","command":"/onboard"}')}
${act('act/suggest', '{"user":"U0AIKO","actionId":"account","text":"payments"}')}
${act('act/submit', '{"user":"U0AIKO","values":{"profile":"developer","account":"111122223333","people":["U0YUKI"],"others":"sam.lee sam.lee@partner.example","reason":"join the payments team"}}')}

  Ken approves in #aws-approvals
${act('act/click', '{"user":"U0KEN","actionId":"approve"}')}

  Yuki fetches her password from her direct message
${act('act/click', '{"user":"U0YUKI","actionId":"show-password"}')}
  curl -s '${url}/state?as=U0YUKI'
${act('aws/sign-in', '{"accountId":"111122223333","userName":"yuki@kumoworks.example","password":"…","newPassword":"…"}')}
`;
  const pages = [
    ...(only === 'aws'
      ? []
      : [`${url}/state?as=U0KEN   what Ken sees; likewise for anybody else`, `${url}/people           who is there`]),
    ...(only === 'slack'
      ? []
      : [
          `${url}/mail             mails`,
          `${url}/aws              accounts, users, groups`,
          `${url}/executions       state machines at work`,
        ]),
  ];
  const people = kumoworks.people.map(({ id, name, realName }) => `  ${id.padEnd(8)} @${name.padEnd(10)} ${realName}`);
  return [
    ...(only === 'aws' ? [] : [`People in the Slack of ${kumoworks.team.name}:`, ...people, slack]),
    'To look at:',
    ...pages.map((page) => `  ${page}`),
    '',
    `The bot's log is ${logFile}. Ctrl-C stops everything. A guided tour: npm run sandbox -- --tour`,
    '',
  ].join('\n');
}
