import type { Correlation, Estate, ResourceOf } from '../../model/index.ts';
import { resourcesOf } from '../../model/index.ts';

/** The share of CPU up to which latency stays flat, percent: queueing doubles the wait at about 80 % busy (M/M/1). */
export const CPU_LIMIT_PERCENT = 80;

const GIGABIT_IN_BYTES = 1e9 / 8;
const MEGABYTE = 1e6;

/** A limit of one dimension, in the unit of the lines that lead to it. */
export interface Limit {
  readonly dimension: 'cpu' | 'network' | 'ebs' | 'database' | 'connections';
  /** Lines on metrics whose sum is limited: bytes read and written share one allowance. */
  readonly metrics: readonly string[];
  readonly value: number;
  /** `80 % CPU`, `78 MB/s, the EBS baseline of t3.medium`. */
  readonly text: string;
}

/** What bounds an instance, as far as its type is known. */
export function limitsOfInstance(type: ResourceOf<'instanceType'> | undefined): readonly Limit[] {
  const gigabits = type?.NetworkInfo?.NetworkCards?.[0]?.BaselineBandwidthInGbps;
  const ebs = type?.EbsInfo?.EbsOptimizedInfo?.BaselineThroughputInMBps;
  return [
    { dimension: 'cpu', metrics: ['CPUUtilization'], value: CPU_LIMIT_PERCENT, text: `${CPU_LIMIT_PERCENT} % CPU` },
    ...(gigabits === undefined ? [] : ['NetworkIn', 'NetworkOut'].map((metric): Limit => ({
      dimension: 'network', metrics: [metric], value: gigabits * GIGABIT_IN_BYTES, text: `${gigabits} Gbit/s, the network baseline of ${type?.id ?? 'its type'}`,
    }))),
    ...(ebs === undefined ? [] : [{
      dimension: 'ebs' as const, metrics: ['EBSReadBytes', 'EBSWriteBytes'], value: ebs * MEGABYTE, text: `${ebs} MB/s, the EBS baseline of ${type?.id ?? 'its type'}`,
    }]),
  ];
}

/** What bounds a database: its CPU, and its connections where the engine's default limit can be computed from the memory of its class. */
export function limitsOfDatabase(database: ResourceOf<'dbInstance'>, estate: Estate): readonly Limit[] {
  const connections = defaultConnections(database, estate);
  return [
    { dimension: 'database', metrics: ['CPUUtilization'], value: CPU_LIMIT_PERCENT, text: `${CPU_LIMIT_PERCENT} % CPU` },
    ...(connections === undefined ? [] : [{
      dimension: 'connections' as const, metrics: ['DatabaseConnections'], value: connections, text: `${connections} connections, the default of ${database.DBInstanceClass ?? 'its class'}`,
    }]),
  ];
}

/**
 * max_connections of the default parameter group: memory / 12,582,880 for MySQL and MariaDB, memory / 9,531,392 and at most 5,000 for
 * PostgreSQL. The memory is that of the EC2 type of the same name, where the estate knows it; the usable memory is less, so this is an upper bound.
 * Source: RDS user guide, "Quotas and constraints".
 */
function defaultConnections({ DBInstanceClass, Engine = '', region, account }: ResourceOf<'dbInstance'>, estate: Estate): number | undefined {
  const type = resourcesOf(estate, 'instanceType').find((one) => `db.${one.id}` === DBInstanceClass && one.region === region && one.account === account);
  const bytes = (type?.MemoryInfo?.SizeInMiB ?? 0) * 1024 * 1024;
  if (bytes === 0) return undefined;
  if (Engine === 'mysql' || Engine === 'mariadb') return Math.floor(bytes / 12_582_880);
  return Engine === 'postgres' ? Math.min(5000, Math.floor(bytes / 9_531_392)) : undefined;
}

/** One line for a limit: of several metrics, their sum, with the residuals added as if independent of each other. */
export function lineOf(lines: readonly Correlation[], { metrics }: Limit): Correlation | undefined {
  const parts = metrics.flatMap((metric) => lines.find((line) => line.metric === metric) ?? []);
  const [first] = parts;
  if (!first || parts.length < metrics.length) return undefined;
  if (parts.length === 1) return first;
  return {
    ...first,
    slope: sum(parts, (line) => line.slope), intercept: sum(parts, (line) => line.intercept),
    residualSd: Math.sqrt(sum(parts, (line) => line.residualSd ** 2)),
    r2: Math.max(...parts.map((line) => line.r2)), n: Math.min(...parts.map((line) => line.n)),
  };
}

function sum(lines: readonly Correlation[], pick: (line: Correlation) => number): number {
  return lines.reduce((total, line) => total + pick(line), 0);
}
