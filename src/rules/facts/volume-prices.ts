/**
 * List prices in USD per month, us-east-1, as of 2024-07-01, from the AWS Price List. Kept to show the order of a saving;
 * real prices differ by region and contract.
 */
export const VOLUME_PRICES_AS_OF = '2024-07-01';
const GIB = { gp2: 0.1, gp3: 0.08, io1: 0.125, standard: 0.05 } as const;
const GP3_IOPS = 0.005;
const GP3_MIBPS = 0.04;
const IO1_IOPS = 0.065;

const GP3_FREE_IOPS = 3000;
const GP3_MOST_IOPS = 16_000;
const GP3_FREE_MIBPS = 125;

/** What a volume of today costs, and what a gp3 volume with the same IOPS and throughput would: USD per month. */
export interface Comparison {
  readonly today: number;
  readonly asGp3: number;
  readonly iops: number;
  readonly mibps: number;
}

/**
 * Compares a gp2 or io1 volume with gp3 of equal sustained performance.
 * gp2: 3 IOPS per GiB, at least 100, at most 16,000; 128 MiB/s up to 170 GiB, else 250. io1: provisioned IOPS at 16 KiB each, at most 500 MiB/s up to 32,000.
 * Source: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html and provisioned-iops.html. Undefined where gp3 cannot match it.
 */
export function compareWithGp3(type: string, sizeGib: number, provisionedIops: number | undefined): Comparison | undefined {
  const needs = performanceOf(type, sizeGib, provisionedIops);
  if (!needs || needs.iops > GP3_MOST_IOPS) return undefined;
  const asGp3 = sizeGib * GIB.gp3 + Math.max(0, needs.iops - GP3_FREE_IOPS) * GP3_IOPS + Math.max(0, needs.mibps - GP3_FREE_MIBPS) * GP3_MIBPS;
  return { ...needs, asGp3 };
}

function performanceOf(type: string, sizeGib: number, provisionedIops: number | undefined): Omit<Comparison, 'asGp3'> | undefined {
  if (type === 'gp2') return { today: sizeGib * GIB.gp2, iops: Math.min(16_000, Math.max(100, 3 * sizeGib)), mibps: sizeGib <= 170 ? 128 : 250 };
  if (type === 'io1' && provisionedIops !== undefined) {
    return { today: sizeGib * GIB.io1 + provisionedIops * IO1_IOPS, iops: provisionedIops, mibps: Math.min(500, Math.ceil(provisionedIops / 64)) };
  }
  return undefined;
}
