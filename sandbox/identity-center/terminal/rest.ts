import type { Context } from 'hono';
import { z } from 'zod';
import { AwsError } from '../../aws/aws-error.ts';
import type { Plain } from '../../aws/json.ts';

/** An unsigned operation of a REST API of AWS: its answer, or its error, whose name stands in a header. */
export const rest =
  (run: (c: Context) => Plain | Promise<Plain>) =>
  async (c: Context): Promise<Response> => {
    try {
      return Response.json((await run(c)) ?? {});
    } catch (err) {
      if (!(err instanceof AwsError)) throw err;
      const { name, message, status, fields } = err;
      return Response.json({ message, ...fields }, { status, headers: { 'x-amzn-errortype': name } });
    }
  };

/** What was sent, if it has the right shape. */
export function readAs<Schema extends z.ZodType>(schema: Schema, input: unknown, errorOf: (why: string) => AwsError) {
  const read = schema.safeParse(input);
  if (!read.success) throw errorOf(z.prettifyError(read.error));
  return read.data;
}

export const bodyOf = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);
