import type { Exposure } from '../model/index.ts';

type Traffic = Pick<Exposure, 'protocol' | 'fromPort' | 'toPort' | 'protocolNumbers'>;

/** Verdicts under which some internet client gets through. */
const REACHED: ReadonlySet<Exposure['verdict']> = new Set(['exposed', 'exposed-restricted', 'exposed-partial']);

/** Rows by the resource that is reached, in the order given. */
export function exposuresByResource(exposures: readonly Exposure[]): ReadonlyMap<string, readonly Exposure[]> {
  return Map.groupBy(exposures, (row) => row.resourceId);
}

/** Whether some internet client gets through by this row; `unknown` and `latent` are no yes. */
export function isReached(row: Pick<Exposure, 'verdict'>): boolean {
  return REACHED.has(row.verdict);
}

/** Whether a row speaks of a TCP or UDP port. `all` speaks of every port unless it names protocols by number. */
export function speaksOfPort(row: Traffic, protocol: 'tcp' | 'udp', port: number): boolean {
  return speaksOf(row, protocol) && row.fromPort <= port && port <= row.toPort;
}

/** The ports of one protocol that the rows speak of, as ascending ranges that neither overlap nor touch. */
export function portsOf(rows: readonly Traffic[], protocol: 'tcp' | 'udp'): { from: number; to: number }[] {
  const ranges = rows.filter((row) => speaksOf(row, protocol)).map((row) => ({ from: row.fromPort, to: row.toPort }));
  return joinPorts(ranges);
}

/** How many ports the ranges hold, each counted once. */
export function portCount(ranges: readonly { from: number; to: number }[]): number {
  return joinPorts(ranges).reduce((sum, range) => sum + range.to - range.from + 1, 0);
}

/** Ascending ranges that neither overlap nor touch. */
export function joinPorts(ranges: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const previous = joined.at(-1);
    if (previous && range.from <= previous.to + 1) previous.to = Math.max(previous.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

function speaksOf(row: Traffic, protocol: 'tcp' | 'udp'): boolean {
  return row.protocol === protocol || (row.protocol === 'all' && row.protocolNumbers === undefined);
}
