/** What somebody typed into the composer: a command with its text, or words to people. */
export type Typed = { kind: 'nothing' } | { kind: 'command'; command: string; text: string } | { kind: 'chat' };

export function readTyped(typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  const [, command, rest = ''] = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  return command === undefined ? { kind: 'chat' } : { kind: 'command', command, text: rest };
}

/** The commands that begin like what was typed, as long as it is nothing but the beginning of one. */
export function commandsLike<Command extends { command: string }>(typed: string, commands: Command[]): Command[] {
  return /^\/\S*$/.test(typed) ? commands.filter(({ command }) => command.startsWith(typed.toLowerCase())) : [];
}
