import { spawnSync } from 'node:child_process';

/** The folders of `test/aws`, each named after the tool that does the checking. */
export const toolNames = ['cfn-lint', 'moto', 'aws-cli'] as const;
export type ToolName = (typeof toolNames)[number];

type Tool = {
  /** A command that succeeds where the tool is installed. */
  probe: [command: string, argument: string];
  /** How to get the version that the checks are known to pass with. */
  install: string;
  /** What nobody checks where it is missing. */
  checks: string;
};

export const tools: Record<ToolName, Tool> = {
  'cfn-lint': {
    probe: ['cfn-lint', '--version'],
    install: "pip install 'cfn-lint==1.51.0'",
    checks: "the templates and the state machines by the rules of CloudFormation's own linter",
  },
  moto: {
    probe: ['moto_server', '--help'],
    install: "pip install 'moto[all,server]==5.2.1'",
    checks: "the stacks, the bot's clients and the state machines' calls against an AWS that we did not write",
  },
  'aws-cli': {
    probe: ['aws', '--version'],
    install: "pip install 'awscli==1.45.11'",
    checks:
      'the commands that deploy the stack and publish the policy, and what is asked of Identity Center (they need moto, too)',
  },
};

export const isInstalled = (name: ToolName): boolean => {
  const [command, argument] = tools[name].probe;
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
};

/** One line for whoever runs the checks without it. */
export const toldMissing = (name: ToolName): string =>
  `${name} is missing: ${tools[name].install}. Not checked: ${tools[name].checks}.`;
