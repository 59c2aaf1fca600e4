import * as z from 'zod';

/**
 * How one operation went for one account and region.
 * - `ok`: every page arrived.
 * - `partial`: some pages or some parents arrived; what is there is true, what is absent is not known to be absent.
 * - `denied`, `throttled`, `failed`: the answer never came; `message` says why.
 * - `unsupported`: the partition or region has no such operation.
 * - `skipped`: nobody asked (a flag, or a file that a dump does not hold).
 */
export const CoverageOutcome = z.enum(['ok', 'partial', 'denied', 'throttled', 'unsupported', 'skipped', 'failed']);
export type CoverageOutcome = z.infer<typeof CoverageOutcome>;

export const CoverageEntry = z.object({
  /** The service as the AWS CLI names it: `ec2`, `elbv2`, `elb`, `autoscaling`, `ce`, … */
  service: z.string(),
  /** The operation in the API's spelling: `DescribeInstances`. */
  operation: z.string(),
  region: z.string(),
  account: z.string(),
  outcome: CoverageOutcome,
  items: z.number().int(),
  pages: z.number().int(),
  /** The IAM action that allows the call: `elasticloadbalancing:DescribeListeners`. */
  action: z.string(),
  message: z.string().optional(),
});
export type CoverageEntry = z.infer<typeof CoverageEntry>;
