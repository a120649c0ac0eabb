import { AwsError } from './aws-error.ts';

/**
 * The address in a mailbox: `name@domain`, or `Name <name@domain>`. SES reads one mailbox in each place: of a comma that stands in no
 * quotes it makes two.
 * @throws as SES refuses what is none: `InvalidParameterValue`, in the words of the mail library that it shows through
 */
export function addressOf(mailbox: string): string {
  const bare = mailbox.replace(/"(?:[^"\\]|\\.)*"/g, '');
  if (/[,;]/.test(bare)) throw malformed('Illegal address');
  const [, inBrackets, after = ''] = /<([^<>]*)>([^<>]*)$/.exec(bare) ?? [];
  if (inBrackets === undefined ? /[<>]/.test(bare) : after.trim() !== '') throw malformed('Illegal address');
  const address = (inBrackets ?? bare).trim();
  const problem = problemOf(address);
  if (problem !== undefined) throw malformed(problem);
  return address.toLowerCase();
}

function problemOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0) return "Missing final '@domain'";
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local === '') return 'Missing local name';
  if (domain === '') return 'Missing domain';
  const problems: [isSo: boolean, problem: string][] = [
    [local.startsWith('.'), 'Local address starts with dot'],
    [local.includes('..'), 'Local address contains dot-dot'],
    [/[^!-~]/.test(local), 'Local address contains control or whitespace'],
    [/[()<>@,;:\\"[\]]/.test(local), 'Local address contains illegal character'],
    [local.endsWith('.'), 'Local address ends with dot'],
    [domain.startsWith('.'), 'Domain starts with dot'],
    [domain.includes('..'), 'Domain contains dot-dot'],
    [/[^!-~]/.test(domain), 'Domain contains control or whitespace'],
    [/[^A-Za-z0-9.-]/.test(domain), 'Domain contains illegal character'],
    [domain.endsWith('.'), 'Domain ends with dot'],
  ];
  return problems.find(([isSo]) => isSo)?.[1];
}

const malformed = (problem: string) => new AwsError('InvalidParameterValue', problem);
