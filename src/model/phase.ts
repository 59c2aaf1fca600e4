import * as z from 'zod';

/** The four phases of a migration, in order. A finding names the phase that removes it. */
export const PhaseId = z.enum(['stabilise', 'decouple', 'migrate', 'optimise']);
export type PhaseId = z.infer<typeof PhaseId>;
