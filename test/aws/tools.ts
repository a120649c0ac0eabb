import { spawnSync } from 'node:child_process';
import { findAwsCli2 } from '../../sandbox/own-cli/find.ts';

/** The folders of `test/aws`, each named after the tool that does the checking. */
export const toolNames = ['cfn-lint', 'moto', 'aws-cli', 'aws-cli-2'] as const;
export type ToolName = (typeof toolNames)[number];

type Tool = {
  isThere(): boolean;
  /** How to get the version that the checks are known to pass with. */
  install: string;
  /** What nobody checks where it is missing. */
  checks: string;
};

const runs = (command: string, argument: string) => (): boolean =>
  spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;

export const tools: Record<ToolName, Tool> = {
  'cfn-lint': {
    isThere: runs('cfn-lint', '--version'),
    install: "pip install 'cfn-lint==1.51.0'",
    checks: "the templates and the state machines by the rules of CloudFormation's own linter",
  },
  moto: {
    isThere: runs('moto_server', '--help'),
    install: "pip install 'moto[all,server]==5.2.1'",
    checks: "the stacks, the bot's clients and the state machines' calls against an AWS that we did not write",
  },
  'aws-cli': {
    isThere: runs('aws', '--version'),
    install: "pip install 'awscli==1.45.11'",
    checks:
      'the commands that deploy the stack and publish the policy, and what is asked of Identity Center (they need moto, too)',
  },
  'aws-cli-2': {
    isThere: () => findAwsCli2() !== undefined,
    install:
      'apt-get install awscli (Debian 12 has 2.9.19), or https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    checks: 'whether what new people are given for their own terminal works there',
  },
};

export const isInstalled = (name: ToolName): boolean => tools[name].isThere();

/** One line for whoever runs the checks without it. */
export const toldMissing = (name: ToolName): string =>
  `${name} is missing: ${tools[name].install}. Not checked: ${tools[name].checks}.`;
