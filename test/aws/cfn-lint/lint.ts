import { spawnSync } from 'node:child_process';

/** What cfn-lint has to say, a line for each; it reads all files in one go, for it takes a second to start. */
export function lint(files: string[], ...options: string[]): Map<string, string[]> {
  const { stdout, stderr } = spawnSync('cfn-lint', ['--format', 'json', ...options, '--', ...files], {
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  });
  if (!stdout.startsWith('[')) throw new Error(`cfn-lint gave no findings to read:\n${stdout}${stderr}`);
  const findings = new Map(files.map((file): [string, string[]] => [file, []]));
  for (const { Filename, Rule, Message, Location } of JSON.parse(stdout) as Finding[]) {
    const lines = Filename === null ? undefined : findings.get(Filename);
    if (!lines) throw new Error(`cfn-lint: ${Message}`);
    lines.push(`${Rule.Id} ${(Location.Path ?? []).join('.')}: ${Message}`);
  }
  return findings;
}

type Finding = {
  Filename: string | null;
  Message: string;
  Rule: { Id: string };
  Location: { Path: (string | number)[] | null };
};
