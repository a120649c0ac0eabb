import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
const alphabet = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  space: ' ',
};

export const randomPasswordRequest = z.strictObject({
  PasswordLength: z.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
});

/** A password as Secrets Manager would make it, or undefined if what is left to choose from does not suffice. */
export function makePassword(request: z.output<typeof randomPasswordRequest>): string | undefined {
  const types = [
    request.ExcludeLowercase ? '' : alphabet.lowercase,
    request.ExcludeUppercase ? '' : alphabet.uppercase,
    request.ExcludeNumbers ? '' : alphabet.numbers,
    request.ExcludePunctuation ? '' : alphabet.punctuation,
    request.IncludeSpace ? alphabet.space : '',
  ]
    .map((type) => [...type].filter((character) => !request.ExcludeCharacters.includes(character)))
    .filter((type) => type.length > 0);
  const required = request.RequireEachIncludedType ? types : [];
  if (types.length === 0 || required.length > request.PasswordLength) return undefined;

  const characters = required.map(oneOf);
  while (characters.length < request.PasswordLength) characters.push(oneOf(types.flat()));
  return shuffled(characters).join('');
}

const oneOf = (characters: string[]): string => characters[randomInt(characters.length)] ?? '';

function shuffled(characters: string[]): string[] {
  const rest = [...characters];
  return characters.map(() => rest.splice(randomInt(rest.length), 1)[0] ?? '');
}
