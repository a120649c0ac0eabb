import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

type Service = {
  Actions: Record<string, { Resources?: string[] }>;
  Resources?: Record<string, { ARNFormats?: string[] }>;
};
/** By what IAM calls a service. */
export type Spec = Record<string, Service>;

/**
 * AWS's own list of actions with the kinds of resources that each is checked against, as cfn-lint carries it.
 * @throws where Python does not find the package that the command `cfn-lint` is of
 */
export function readSpec(): Spec {
  const where = ['-c', 'import cfnlint; print(cfnlint.__path__[0])'];
  const { stdout, stderr } = spawnSync('python3', where, { encoding: 'utf8' });
  const file = `${stdout?.trim()}/data/AdditionalSpecs/Policies.json`;
  if (!existsSync(file)) throw new Error(`python3 does not find the package cfnlint: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The kinds of resources of an action, in lower case; none where it knows no resources. Undefined: there is no such action. */
export function kindsOf(spec: Spec, action: string): string[] | undefined {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const found = spec[service]?.Actions[name];
  return found && (found.Resources ?? []).map((kind) => kind.toLowerCase());
}

/** Whether an ARN of a policy is of a kind of resources: written out, or with wildcards where others differ. */
export function isOfKind(spec: Spec, action: string, kind: string, arn: string): boolean {
  const formats = spec[action.split(':')[0] ?? '']?.Resources?.[kind]?.ARNFormats ?? [];
  return formats.some((format) => patternOf(format).test(arn));
}

function patternOf(format: string): RegExp {
  const parts = format.split(/(\$\{\w+\}|\.\*|\*)/).map((part) => {
    if (part.startsWith('${')) return '[^:]*';
    return part === '.*' || part === '*' ? '.*' : part.replace(/[+?^()|[\]\\.]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
