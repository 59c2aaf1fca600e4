import * as z from 'zod';

/**
 * Where a statement comes from, strongest first: a configuration fact, a metric over a window, an agent's inventory,
 * traffic that was seen, a client's own observation, text in user data or tags.
 */
export const EvidenceBasis = z.enum(['configuration', 'metric', 'inventory', 'traffic', 'observed', 'text']);
export type EvidenceBasis = z.infer<typeof EvidenceBasis>;

export const Evidence = z.object({
  /** One line that stands by itself: what was seen, with its figure and threshold. */
  text: z.string(),
  basis: EvidenceBasis.optional(),
  /** The resource the line speaks of, where it is not the finding's own. */
  resourceId: z.string().optional(),
  /** The line of the artefact (user data, template), from 1. */
  line: z.number().int().optional(),
});
export type Evidence = z.infer<typeof Evidence>;
