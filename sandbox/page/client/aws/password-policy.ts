import { wordFor } from './words.ts';

/** What a password can be asked to have, in words. */
export type PolicyWords = {
  length: (count: number) => string;
  demands: Record<string, string>;
  usual: string[];
};

/** A password policy as lines of words; without demands of its own IAM's usual one holds. */
export function policyLines(demands: string[], words: PolicyWords): string[] {
  if (demands.length === 0) return words.usual;
  return demands.map((demand) => {
    const [name = '', value] = demand.split(' ');
    return name === 'MinimumPasswordLength' ? words.length(Number(value)) : (wordFor(name, words.demands) ?? demand);
  });
}
