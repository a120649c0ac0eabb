import { createParts } from '../aws/parts.ts';
import { createLine, OF_A_CALL } from '../misbehaving/line.ts';
import { kumoworks } from '../organization/kumoworks.ts';
import { readManifest } from '../slack/manifest.ts';
import { createSocket } from '../slack/socket.ts';
import { createTriggers } from '../slack/triggers.ts';
import type { Method } from '../slack/web-api/method.ts';
import { webApiMethods } from '../slack/web-api/methods/index.ts';
import { createScopes } from '../slack/web-api/scopes.ts';
import { createWorkspace } from '../slack/workspace/workspace.ts';
import { allPlayed, notPlayed, type Played } from './played.ts';

/** Writes it anew. */
export const command = 'npm run sandbox:coverage';

const titles: Record<string, string> = {
  slack: 'Slack: Web API',
  states: 'Step Functions',
  sqs: 'SQS',
  organizations: 'Organizations',
  ses: 'SES',
  iam: 'IAM',
  identitystore: 'Identity store',
  ssoadmin: 'IAM Identity Center',
  sts: 'STS',
  s3: 'S3',
  secretsmanager: 'Secrets Manager',
  sns: 'SNS',
};

const legend: [fault: string, meaning: string][] = [
  ['error', 'the next call is refused by that name: `slack.answerNext`, `aws.failNext`'],
  ['status', 'the next call is answered with 429, 500, 502 or 503: `slack.answerNext`'],
  ['lost', 'the next call is carried out, and its answer is lost: `slack.answerNext`'],
  ['after', 'the next call is carried out, and fails: `aws.failNext` with `after`'],
  ['held', 'the next call waits until a test lets it go on: `hold`'],
  [
    'line',
    `the service is away (\`away\`), or a share of its calls meets something (\`disturb\`): ${OF_A_CALL.join(', ')}`,
  ],
  ['twice', 'what machines and EventBridge send comes twice, as a share of it: `disturb` with `twice`'],
];

/** Every method of the local Slack. */
export function slackMethods(): Record<string, Method> {
  const manifest = readManifest();
  const workspace = createWorkspace(kumoworks);
  const socket = createSocket(0, createLine());
  return webApiMethods({
    workspace,
    socket,
    triggers: createTriggers(0),
    scopes: createScopes(manifest.scopes),
    manifest,
  });
}

/** The page `coverage.md`. */
export function coverageTable(): string {
  const all = allPlayed(slackMethods(), createParts(kumoworks, {}));
  const nobody = notPlayed(all);
  if (nobody.length > 0) throw new Error(`sandbox/coverage/state.ts names what nobody plays: ${nobody.join(', ')}.`);
  return [
    '# What the sandbox plays',
    '',
    `Made by \`${command}\`, held against the code by a test. Whatever is not here is refused by name: \`unknown_method\`,`,
    '`UnknownOperationException`, or, in a state machine, when its definition is loaded.',
    '',
    '| fault | what can be told to happen |',
    '|---|---|',
    ...legend.map(([fault, meaning]) => `| ${fault} | ${meaning} |`),
    '',
    ...Object.entries(titles).flatMap(([service, title]) =>
      section(
        title,
        all.filter((one) => one.service === service),
      ),
    ),
  ].join('\n');
}

const section = (title: string, rows: Played[]): string[] => [
  `## ${title}`,
  '',
  '| method or action | for | state | faults |',
  '|---|---|---|---|',
  ...rows.map(({ name, who, state, faults }) => `| \`${name}\` | ${who} | ${state} | ${faults.join(', ')} |`),
  '',
];
