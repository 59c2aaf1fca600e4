/** One line of an account's bill: a month's cost of one usage type. */
export interface CostEntry {
  /** `2026-08` */
  readonly month: string;
  /** As Cost Explorer names it: `Amazon Elastic Compute Cloud - Compute`, `EC2 - Other`, … */
  readonly service: string;
  readonly usageType: string;
  /** `Usage`, `Tax`, `Credit`, … */
  readonly recordType: string;
  /** `us-east-1`, `global` or `NoRegion`. */
  readonly region: string;
  /** Whole US cents; negative for credits. */
  readonly cents: number;
  readonly quantity: number;
  /** Cost allocation tags of what was used. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly unit: string;
}
