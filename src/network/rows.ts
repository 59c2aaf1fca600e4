import type { Exposure } from '../model/index.ts';
import type { Outcome } from './judge.ts';
import { merge, type Segment } from './segments.ts';
import { CLASSES, CLASS_RANGES, LAST, withinClass, type TrafficClass, type TrafficRange } from './traffic.ts';

/** The part of a row that says what traffic, and what became of it. */
export type RowTemplate = TrafficFields & Pick<Exposure, 'verdict' | 'closedGates' | 'sources'> & Partial<Pick<Exposure, 'missing'>>;

/**
 * Outcomes along the traffic line as rows: neighbours of equal outcome joined, one row `all` where the whole line is equal, else cut
 * by protocol. Equal outcomes are one object. What no gate vector lets in gives no row of its own, unless nothing else does: then one row says so.
 */
export function rowsOf(segments: readonly Segment<Outcome>[]): RowTemplate[] {
  const runs = merge(segments, (a, b) => a === b);
  const told = runs.filter((run) => run.value.verdict !== 'not-exposed');
  if (told.length > 0) return told.flatMap((run) => templates(run));
  const [first] = runs;
  return first ? [{ ...WHOLE, ...outcomeFields({ ...first.value, closedGates: first.value.closedGates.filter((gate) => runs.every((run) => run.value.closedGates.includes(gate))) }) }] : [];
}

const WHOLE = { protocol: 'all', fromPort: 0, toPort: 65_535 } as const;

/** What traffic a row speaks of. */
export type TrafficFields = Pick<Exposure, 'protocol' | 'fromPort' | 'toPort'> & Partial<Pick<Exposure, 'protocolNumbers' | 'icmpTypes'>>;

/** A stretch of the line in the words of a row: one `all` where it is the whole line, else one for each protocol in it. */
export function trafficRows(run: TrafficRange): TrafficFields[] {
  if (run.from === 0 && run.to === LAST) return [WHOLE];
  return CLASSES.flatMap((kind) => {
    const range = overlap(run, CLASS_RANGES[kind]);
    return range ? [trafficFields(kind, range)] : [];
  });
}

function templates(run: Segment<Outcome>): RowTemplate[] {
  return trafficRows(run).map((fields) => ({ ...fields, ...outcomeFields(run.value) }));
}

function overlap(a: TrafficRange, b: TrafficRange): TrafficRange | undefined {
  const range = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return range.from <= range.to ? range : undefined;
}

function trafficFields(kind: TrafficClass, range: TrafficRange): TrafficFields {
  const { from, to } = withinClass(range);
  if (kind === 'tcp' || kind === 'udp') return { protocol: kind, fromPort: from, toPort: to };
  if (kind === 'icmp') return { protocol: 'icmp', fromPort: -1, toPort: -1, ...(from === 0 && to === 65_535 ? {} : { icmpTypes: icmpText(from, to) }) };
  return { protocol: 'all', fromPort: -1, toPort: -1, protocolNumbers: from === to ? `${from}` : `${from}-${to}` };
}

function icmpText(from: number, to: number): string {
  const place = (message: number) => `${Math.floor(message / 256)}/${message % 256}`;
  if (from === to) return place(from);
  if (from % 256 !== 0 || to % 256 !== 255) return `${place(from)} to ${place(to)}`;
  const [first, last] = [Math.floor(from / 256), Math.floor(to / 256)];
  return first === last ? `${first}` : `${first}-${last}`;
}

function outcomeFields(outcome: Outcome): Pick<Exposure, 'verdict' | 'closedGates' | 'sources'> & Partial<Pick<Exposure, 'missing'>> {
  return {
    verdict: outcome.verdict,
    closedGates: outcome.closedGates,
    sources: outcome.sources,
    ...(outcome.missing.length > 0 ? { missing: outcome.missing } : {}),
  };
}
