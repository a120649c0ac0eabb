import type { World } from '../../../sandbox/world.ts';

export type Welcome = { text: string; index: number };

/** The mails that tell somebody of their access: AWS itself mails codes, too. */
export const welcomesTo = ({ aws }: World, address: string): Welcome[] =>
  aws.look.mails.flatMap(({ to, text = '' }, index) =>
    to.includes(address) && !text.includes('verification code') ? [{ text, index }] : [],
  );

/** For an account, the passwords that the mails say were made last; two may have been made in one second. */
export function newestPasswords(welcomes: Welcome[], accountId: string): string[] {
  const made = welcomes.flatMap(({ text }) => passwordsIn(text)).filter((each) => isOf(each.account, accountId));
  const newest = made.reduce((last, { madeAt }) => (madeAt > last ? madeAt : last), '');
  return made.filter(({ madeAt }) => madeAt === newest).map(({ password }) => password);
}

const isOf = (account: string, id: string): boolean => account.includes(`(${id})`);

/** Of several accounts each has a part of its own, which begins with its name; of one the first line has it. */
function passwordsIn(text: string): { account: string; password: string; madeAt: string }[] {
  const parts = text.split('\n\n');
  return parts.flatMap((part) => {
    const fact = (label: string) => new RegExp(`^${label}: (.+)$`, 'm').exec(part)?.[1];
    const password = fact('Temporary password');
    const madeAt = fact('Made at');
    return password && madeAt ? [{ account: fact('Account') ?? parts[0] ?? '', password, madeAt }] : [];
  });
}
