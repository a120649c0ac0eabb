/** The one name in all words that whoever installs the app may choose. */
let name = '/onboard';

/** What people type to ask for access. */
export const command = (): string => name;

/** Says, once and before anything else is said, what people type: another app of the workspace may have the usual name. */
export function nameCommand(chosen: string): void {
  name = chosen;
}
