import { z } from 'zod';

/** What went wrong: what a Catch leaves behind, or what a machine says itself. Of a nested execution only the name comes out. */
export const trouble = z.object({ Error: z.string(), Cause: z.string().default('') });
export type Trouble = z.infer<typeof trouble>;
