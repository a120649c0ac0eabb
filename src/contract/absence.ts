import { z } from 'zod';
import { ABSENCES } from './errors.ts';

/** What speaks against giving something to one person; empty where nothing does. */
const absence = z.object({ Error: z.enum(ABSENCES).optional() });

/** What the task `look-again` finds after an approval: of the people in the order of `resolved`, of the requester, and how much time is left. */
export const presence = z.object({ people: z.array(absence), requester: absence, secondsLeft: z.number() });
export type Presence = z.infer<typeof presence>;
