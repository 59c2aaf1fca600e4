import type { Exposure } from '../model/index.ts';
import type { Outcome } from './judge.ts';
import { merge, type Segment } from './segments.ts';
import { ALL_TRAFFIC } from './traffic.ts';
import { trafficWords, type TrafficFields } from './traffic-words.ts';

/** A row before it is known of whom: what traffic, and what becomes of it. */
export interface RowTemplate {
  readonly traffic: TrafficFields;
  readonly outcome: Outcome;
}

/** Whom a row is about, and how the client comes there. */
export type RowSubject = Pick<Exposure, 'resourceId' | 'address' | 'family' | 'via'>
  & Partial<Pick<Exposure, 'networkInterfaceId' | 'privateAddress' | 'targetPort' | 'confidence' | 'notes'>>;

/**
 * Outcomes along the traffic line as rows: neighbours of equal outcome joined, one row `all` where the whole line is equal, else cut
 * by protocol. Equal outcomes are one object. What no gate vector lets in gives no row of its own, unless nothing else does: then one
 * row says so, with the gates that are closed all along the line.
 */
export function rowsOf(segments: readonly Segment<Outcome>[]): RowTemplate[] {
  const runs = merge(segments, (a, b) => a === b);
  const templates: RowTemplate[] = [];
  for (const run of runs) {
    if (run.value.verdict === 'not-exposed') continue;
    for (const traffic of trafficWords(run)) templates.push({ traffic, outcome: run.value });
  }
  const [first] = runs;
  if (templates.length > 0 || !first) return templates;
  const closedGates = first.value.closedGates.filter((gate) => runs.every((run) => run.value.closedGates.includes(gate)));
  return trafficWords(ALL_TRAFFIC).map((traffic) => ({ traffic, outcome: { ...first.value, closedGates } }));
}

/** One row. Written out field by field: there may be a million, and spread objects take three times the memory. */
export function exposureRow(subject: RowSubject, { traffic, outcome }: RowTemplate): Exposure {
  const { resourceId, networkInterfaceId, address, privateAddress, family, via } = subject;
  const { protocol, fromPort, toPort } = traffic;
  const { sources, verdict, closedGates } = outcome;
  const row: Exposure = networkInterfaceId === undefined || privateAddress === undefined
    ? { resourceId, address, family, protocol, fromPort, toPort, sources, verdict, closedGates, via }
    : { resourceId, networkInterfaceId, address, privateAddress, family, protocol, fromPort, toPort, sources, verdict, closedGates, via };
  if (networkInterfaceId !== undefined) row.networkInterfaceId = networkInterfaceId;
  if (privateAddress !== undefined) row.privateAddress = privateAddress;
  if (traffic.protocolNumbers !== undefined) row.protocolNumbers = traffic.protocolNumbers;
  if (traffic.icmpTypes !== undefined) row.icmpTypes = traffic.icmpTypes;
  if (subject.targetPort !== undefined) row.targetPort = subject.targetPort;
  if (subject.confidence !== undefined) row.confidence = subject.confidence;
  if (outcome.missing.length > 0) row.missing = outcome.missing;
  if (subject.notes !== undefined && subject.notes.length > 0) row.notes = subject.notes;
  return row;
}
