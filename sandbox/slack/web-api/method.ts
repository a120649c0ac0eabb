import { z } from 'zod';
import { problemsOf } from '../block-kit/problems.ts';
import { Refusal } from '../refusal.ts';

export type Answer = Record<string, unknown>;

export type Method = {
  token: 'bot' | 'app' | 'any';
  /** All of these are needed; methods whose scope depends on the channel check it themselves. */
  scopes: readonly string[];
  run(params: Record<string, unknown>, origin: string, token: string): Answer;
};

/** A Web API method whose parameters are checked before it runs. */
export function method<Params extends z.ZodType>(definition: {
  token?: 'app' | 'any';
  scopes?: readonly string[];
  params: Params;
  run(params: z.infer<Params>, origin: string, token: string): Answer;
}): Method {
  const { token = 'bot', scopes = [], params, run } = definition;
  return {
    token,
    scopes,
    run(given, origin, givenToken) {
      const { data, error } = params.safeParse(given);
      if (error) throw new Refusal('invalid_arguments', { response_metadata: { messages: problemsOf(error, given) } });
      return run(data, origin, givenToken);
    },
  };
}

/** Forms carry everything as text. */
export const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .transform((value) => value === true || ['true', '1'].includes(String(value)))
  .default(false);

export const count = (usual: number, most: number) => z.coerce.number().int().min(1).max(most).default(usual);

export const nothing = z.looseObject({});
