import * as z from 'zod';

/** What a run was asked to do, as far as it changes the result. Stored with the run, so that it can be judged again. */
export const Settings = z.object({
  /** What the migration is for, 1 (little) to 5 (much); a goal that is not named weighs 3. */
  prefer: z.record(z.string(), z.number().int().min(1).max(5)).default({}),
  /** Rule thresholds that differ from the shipped ones: `{"<rule id>": {"<threshold name>": number}}`. */
  thresholds: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  /** Only these rules, by id; empty means all. */
  rules: z.array(z.string()).default([]),
  excludeRules: z.array(z.string()).default([]),
});
export type Settings = z.infer<typeof Settings>;
