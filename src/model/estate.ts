import * as z from 'zod';
import { CoverageEntry } from './coverage.ts';
import { KIND_NAMES } from './kinds.ts';
import { KIND_SCHEMAS, type Resources } from './kind-schemas.ts';

const shape = Object.fromEntries(KIND_NAMES.map((kind) => [kind, z.array(KIND_SCHEMAS[kind]).optional()]));

export const Account = z.object({ id: z.string(), partition: z.string(), alias: z.string().optional(), callerArn: z.string().optional() });
export type Account = z.infer<typeof Account>;

/** What is there: the answers of AWS, by kind, and how each question went. */
export interface Estate {
  readonly accounts: readonly Account[];
  readonly regions: readonly string[];
  /** When the first call was made, ISO 8601. */
  readonly collectedAt: string;
  readonly source: 'aws' | 'dump' | 'terraform' | 'demo';
  readonly resources: Resources;
  readonly coverage: readonly CoverageEntry[];
}

export const Estate: z.ZodType<Estate> = z.object({
  accounts: z.array(Account),
  regions: z.array(z.string()),
  collectedAt: z.string(),
  source: z.enum(['aws', 'dump', 'terraform', 'demo']),
  resources: z.object(shape) as unknown as z.ZodType<Resources>,
  coverage: z.array(CoverageEntry),
});
