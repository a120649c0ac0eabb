import { z } from 'zod';
import type { StatesSlice } from '../slices.ts';

const next = z.object({ Next: z.string() });

const states: z.ZodType<StatesSlice> = z.object({
  StartAt: z.string(),
  States: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Next: z.string().exactOptional(),
      Default: z.string().exactOptional(),
      End: z.boolean().exactOptional(),
      Resource: z.string().exactOptional(),
      Choices: z.array(next).exactOptional(),
      Catch: z.array(next).exactOptional(),
      get ItemProcessor() {
        return states.exactOptional();
      },
    }),
  ),
});

/** The names of a definition's states and the ways between them, without what they are given. */
export const drawable = (definition: unknown): StatesSlice => states.parse(definition);
