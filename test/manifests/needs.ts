import type { Resource } from '../../sandbox/aws/cloudformation/stack.ts';
import type { Properties } from '../../sandbox/aws/cloudformation/template.ts';
import { identityCenterNeeds } from './identity-center-needs.ts';
import { on, type Permission } from './policies.ts';
import { accounts, home, ofType } from './stacks.ts';
import type { Call } from './state-machine-calls.ts';

// What must be allowed so that a call works, from AWS's documentation: the resource that an action is checked against, what an
// integration calls besides, who needs the key of what is encrypted. It is as narrow as AWS can tell calls apart.

const inMember = (rest: string) => `arn:aws:iam::${accounts.member}:${rest}`;
const onboarded = inMember('user/onboarded/*');
const boundary = { 'iam:PermissionsBoundary': inMember('policy/boarding-pass-boundary') };
const allowedPolicy = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/IAMUserChangePassword' };
const allowedGroup = inMember('group/Developers');
const unchangedClaim = Object.fromEntries(
  ['claim', 'claim-until', 'claimant', 'mailbox'].map((tag) => [
    `aws:ResourceTag/onboarding:${tag}`,
    `\${aws:RequestTag/onboarding:${tag}}`,
  ]),
);
const openClaim = { 'aws:ResourceTag/onboarding:claim': 'open' };

const onlyWhen = (when: Permission['when'], permissions: Permission[]): Permission[] =>
  permissions.map((permission) => ({ ...permission, when: { ...permission.when, ...when } }));

/** Of a call by the definitions, what its role needs. */
const byIntegration: Record<string, (parameters: Properties, machine: string) => Permission[]> = {
  ...identityCenterNeeds,
  'sqs:sendMessage.waitForTaskToken': ({ QueueUrl }) => {
    const queue = queueAt(QueueUrl);
    return [...on(queue.arn, 'sqs:SendMessage'), ...useOfQueueKey(queue, 'kms:Decrypt', 'kms:GenerateDataKey')];
  },
  // It waits for the end by a rule of EventBridge, and stops what it started if it is stopped itself.
  'states:startExecution.sync:2': ({ StateMachineArn }) => {
    const machine = machineAt(StateMachineArn);
    const rule = `arn:aws:events:eu-west-1:${accounts.home}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
    return [
      ...on(machine.arn, 'states:StartExecution'),
      ...on(executionsOf(machine), 'states:DescribeExecution', 'states:StopExecution'),
      ...on(rule, 'events:PutTargets', 'events:PutRule', 'events:DescribeRule'),
      ...useOfMachineKey(machine, 'kms:Decrypt'),
    ];
  },
  // The topic is encrypted with AWS's own key for SNS, which whoever may publish may use.
  'sns:publish': ({ TopicArn }) => on(String(TopicArn), 'sns:Publish'),
  // Whoever may not list the bucket is told of an object that is not there that access is denied.
  'aws-sdk:s3:getObject': ({ Bucket, Key }) => {
    const bucket = bucketNamed(Bucket);
    const folder = String(Key).replace(/[^/]*$/, '*');
    return [...on(`${bucket.arn}/${folder}`, 's3:GetObject'), ...on(bucket.arn, 's3:ListBucket')];
  },
  'aws-sdk:organizations:describeOrganization': () => on('*', 'organizations:DescribeOrganization'),
  'aws-sdk:organizations:describeAccount': () => on('*', 'organizations:DescribeAccount'),
  'aws-sdk:organizations:listParents': () => on('*', 'organizations:ListParents'),
  'aws-sdk:secretsmanager:getRandomPassword': () => on('*', 'secretsmanager:GetRandomPassword'),
  'aws-sdk:iam:listAccountAliases': () => on('*', 'iam:ListAccountAliases'),
  'aws-sdk:iam:getAccountPasswordPolicy': () => on('*', 'iam:GetAccountPasswordPolicy'),
  // On any path: a user outside /onboarded/ exists, too, and one that does not exist has no path.
  'aws-sdk:iam:getUser': () => on(inMember('user/*'), 'iam:GetUser'),
  'aws-sdk:iam:getGroup': () => on(inMember('group/*'), 'iam:GetGroup'),
  'aws-sdk:iam:createUser': ({ Path, PermissionsBoundary, Tags }) => {
    const users = inMember(`user${Path}*`);
    const keys = (Tags as { Key: string }[]).map(({ Key }) => Key);
    return [
      ...onlyWhen(
        { StringEquals: { 'iam:PermissionsBoundary': String(PermissionsBoundary) } },
        on(users, 'iam:CreateUser'),
      ),
      ...onlyWhen(
        { 'ForAllValues:StringEquals': { 'aws:TagKeys': keys }, StringEqualsIfExists: unchangedClaim },
        on(users, 'iam:TagUser'),
      ),
    ];
  },
  'aws-sdk:iam:tagUser': ({ Tags }) => {
    const keys = (Tags as { Key: string }[]).map(({ Key }) => Key);
    return onlyWhen(
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': keys }, StringEquals: openClaim },
      on(onboarded, 'iam:TagUser'),
    );
  },
  'aws-sdk:iam:deleteUser': () => on(onboarded, 'iam:DeleteUser'),
  'aws-sdk:iam:addUserToGroup': () => on(allowedGroup, 'iam:AddUserToGroup'),
  'aws-sdk:iam:removeUserFromGroup': () => on(allowedGroup, 'iam:RemoveUserFromGroup'),
  'aws-sdk:iam:attachUserPolicy': () =>
    onlyWhen({ ArnLike: allowedPolicy, StringEquals: boundary }, on(onboarded, 'iam:AttachUserPolicy')),
  'aws-sdk:iam:detachUserPolicy': () => onlyWhen({ ArnLike: allowedPolicy }, on(onboarded, 'iam:DetachUserPolicy')),
  'aws-sdk:iam:getLoginProfile': () => on(onboarded, 'iam:GetLoginProfile'),
  'aws-sdk:iam:createLoginProfile': () =>
    onlyWhen({ StringEquals: openClaim }, on(onboarded, 'iam:CreateLoginProfile')),
  'aws-sdk:iam:updateLoginProfile': () =>
    onlyWhen({ StringEquals: openClaim }, on(onboarded, 'iam:UpdateLoginProfile')),
};

/** Of a call by the bot, what its role needs. */
const byAction: Record<string, () => Permission[]> = {
  'organizations:DescribeOrganization': () => on('*', 'organizations:DescribeOrganization'),
  'organizations:ListAccounts': () => on('*', 'organizations:ListAccounts'),
  'organizations:ListOrganizationalUnitsForParent': () => on('*', 'organizations:ListOrganizationalUnitsForParent'),
  'organizations:ListRoots': () => on('*', 'organizations:ListRoots'),
  'ses:GetAccountSendingEnabled': () => on('*', 'ses:GetAccountSendingEnabled'),
  'ses:GetIdentityVerificationAttributes': () => on('*', 'ses:GetIdentityVerificationAttributes'),
  'ses:GetSendQuota': () => on('*', 'ses:GetSendQuota'),
  'ses:SendEmail': () =>
    ['identity/*', 'configuration-set/*'].flatMap((sender) =>
      onlyWhen(
        { StringEquals: { 'ses:FromAddress': home.outputs.MailFrom?.Value ?? '' } },
        on(`arn:aws:ses:eu-west-1:${accounts.home}:${sender}`, 'ses:SendEmail'),
      ),
    ),
  'sqs:ChangeMessageVisibility': () => on(tasks().arn, 'sqs:ChangeMessageVisibility'),
  'sqs:DeleteMessage': () => on(tasks().arn, 'sqs:DeleteMessage'),
  'sqs:GetQueueAttributes': () => on(tasks().arn, 'sqs:GetQueueAttributes'),
  'sqs:ReceiveMessage': () => [...on(tasks().arn, 'sqs:ReceiveMessage'), ...useOfQueueKey(tasks(), 'kms:Decrypt')],
  'states:DescribeExecution': () => [
    ...on(executionsOf(onboarding()), 'states:DescribeExecution'),
    ...viaStepFunctions(useOfMachineKey(onboarding(), 'kms:Decrypt')),
  ],
  // Its answer holds the definition, which Step Functions decrypts for the caller.
  'states:DescribeStateMachine': () =>
    [onboarding(), issuePassword(), check(), findAccess()].flatMap((machine) => [
      ...on(machine.arn, 'states:DescribeStateMachine'),
      ...viaStepFunctions(useOfMachineKey(machine, 'kms:Decrypt')),
    ]),
  'states:GetExecutionHistory': () => [
    ...on(executionsOf(onboarding()), 'states:GetExecutionHistory'),
    ...viaStepFunctions(useOfMachineKey(onboarding(), 'kms:Decrypt')),
  ],
  'states:ListExecutions': () => on(onboarding().arn, 'states:ListExecutions'),
  'states:SendTaskFailure': () => on('*', 'states:SendTaskFailure'),
  'states:SendTaskHeartbeat': () => on('*', 'states:SendTaskHeartbeat'),
  'states:SendTaskSuccess': () => on('*', 'states:SendTaskSuccess'),
  'states:StartExecution': () => on(onboarding().arn, 'states:StartExecution'),
  'states:StartSyncExecution': () =>
    [issuePassword(), check(), findAccess()].flatMap((machine) => [
      ...on(machine.arn, 'states:StartSyncExecution'),
      ...viaStepFunctions(useOfMachineKey(machine, 'kms:Decrypt')),
    ]),
};

export const needsOfCall = ({ machine, integration, parameters }: Call): Permission[] =>
  known(byIntegration[integration], integration)(parameters, machine);
export const needsOfBot = (action: string): Permission[] => known(byAction[action], action)();

/** What a machine's role needs to assume another for the work elsewhere: in any member account, or in one that is named. */
export const needToAssume = (roleArn: string): Permission => ({
  action: 'sts:AssumeRole',
  on: roleArn.replace(accounts.member, '*'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM's, filled in at the call
  when: { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } },
});

/** What Step Functions does by a machine's role whatever the machine does: encrypt its executions, deliver its log. */
export function needsOfMachine(machine: Resource): Permission[] {
  const { Level } = machine.properties.LoggingConfiguration as { Level: string };
  const own = useOfMachineKey(machine, 'kms:Decrypt', 'kms:GenerateDataKey');
  if (Level === 'OFF') return own;
  const logs = { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:eu-west-1:${accounts.home}:*` };
  return [
    ...own,
    ...onlyWhen({ StringEquals: logs }, on(keyOf(machine), 'kms:GenerateDataKey')),
    ...on(
      '*',
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ),
  ];
}

function known<T>(need: T | undefined, call: string): T {
  if (need === undefined) throw new Error(`Nobody has said what ${call} needs.`);
  return need;
}

const tasks = () => queueAt(home.outputs.TaskQueueUrl?.Value);
const onboarding = () => machineAt(home.outputs.OnboardingStateMachineArn?.Value);
const issuePassword = () => machineAt(home.outputs.IssuePasswordStateMachineArn?.Value);
const check = () => machineAt(home.outputs.CheckStateMachineArn?.Value);
const findAccess = () => machineAt(home.outputs.FindAccessStateMachineArn?.Value);

const queueAt = (url: unknown) =>
  known(
    ofType(home, 'AWS::SQS::Queue').find(({ ref }) => ref === url),
    String(url),
  );
/** One whose objects S3 encrypts with a key of its own: with one of ours, its readers would need that, too. */
const bucketNamed = (name: unknown) =>
  known(
    ofType(home, 'AWS::S3::Bucket').find(
      ({ ref, properties }) => ref === name && JSON.stringify(properties.BucketEncryption).includes('"AES256"'),
    ),
    String(name),
  );
const machineAt = (arn: unknown) =>
  known(
    ofType(home, 'AWS::StepFunctions::StateMachine').find((machine) => machine.arn === arn),
    String(arn),
  );
const executionsOf = ({ arn }: Resource) => `${arn.replace(':stateMachine:', ':execution:')}:*`;

const keyOf = ({ properties }: Resource) => (properties.EncryptionConfiguration as { KmsKeyId: string }).KmsKeyId;
const useOfMachineKey = (machine: Resource, ...actions: string[]) =>
  onlyWhen(
    { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': machine.arn } },
    on(keyOf(machine), ...actions),
  );
const useOfQueueKey = ({ arn, properties }: Resource, ...actions: string[]) =>
  onlyWhen(
    { StringEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:sqs:arn': arn } },
    on(String(properties.KmsMasterKeyId), ...actions),
  );
/** Of callers of Step Functions; the roles of machines use the key directly. */
const viaStepFunctions = (permissions: Permission[]) =>
  permissions.map((permission) => ({
    ...permission,
    when: { StringEquals: { ...permission.when?.StringEquals, 'kms:ViaService': 'states.eu-west-1.amazonaws.com' } },
  }));
