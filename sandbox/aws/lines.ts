import { createLine, type Line } from '../misbehaving/line.ts';

export type Lines = ReturnType<typeof createLines>;

/**
 * The line to each service, by its name in signatures or in the resources of machines: `states` and `ses` are those of the bot,
 * `iam`, `sns` and `s3` those of the machines; `sqs` is both, and EventBridge's, too.
 */
export function createLines() {
  const lines = new Map<string, Line>();
  const of = (service: string): Line => {
    const line = lines.get(service) ?? createLine();
    lines.set(service, line);
    return line;
  };

  return {
    /** In a signature Identity Center has another name. */
    of: (service: string): Line => of(service === 'sso' ? 'ssoadmin' : service),
    /** By service, how often a call has met what. */
    met: () => Object.fromEntries([...lines].map(([service, line]) => [service, line.met()])),
  };
}
