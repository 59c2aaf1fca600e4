import type { CostEntry } from '../cost/ledger.ts';
import type { JsonObject } from '../json.ts';
import type { MetricSeries } from '../metrics/series.ts';

/**
 * A sample account: what AWS would answer, as the AWS CLI prints it. `answers` is keyed like a dump directory:
 * `us-east-1/ec2-describe-instances`, or `us-east-1/elbv2-describe-listeners/<URL-encoded ARN>` for a call made once per
 * resource. Operations without a key answer with empty lists. Global services (IAM, Route 53) lie under us-east-1.
 */
export interface SampleAccount {
  readonly name: string;
  /** Twelve digits; one of AWS's documentation ids. */
  readonly id: string;
  readonly alias?: string;
  /** The moment that the sample describes; metrics and cost end here. */
  readonly now: Date;
  /** Regions that the account has enabled, the one with the workload first. */
  readonly regions: readonly string[];
  readonly answers: Readonly<Record<string, JsonObject>>;
  readonly metrics: readonly MetricSeries[];
  readonly cost: readonly CostEntry[];
}

/** The key of an answer in `SampleAccount.answers`, which is also its path in a dump directory. */
export function answerKey(region: string, file: string, resource?: string): string {
  return resource === undefined ? `${region}/${file}` : `${region}/${file}/${encodeURIComponent(resource)}`;
}
