import type { Exposure } from '../model/index.ts';
import { classAt, CLASSES, CLASS_RANGES, LAST, withinClass, type TrafficClass, type TrafficRange } from './traffic.ts';

/** What traffic a row speaks of. */
export type TrafficFields = Pick<Exposure, 'protocol' | 'fromPort' | 'toPort'> & Partial<Pick<Exposure, 'protocolNumbers' | 'icmpTypes'>>;

const WHOLE = { protocol: 'all', fromPort: 0, toPort: 65_535 } as const;

/** A stretch of the line in the words of a row: one `all` where it is the whole line, else one for each protocol in it. */
export function trafficWords(run: TrafficRange): TrafficFields[] {
  if (run.from === 0 && run.to === LAST) return [WHOLE];
  const kind = classAt(run.from);
  if (kind === classAt(run.to)) return [trafficFields(kind, run)];
  return CLASSES.flatMap((kind) => {
    const range = overlap(run, CLASS_RANGES[kind]);
    return range ? [trafficFields(kind, range)] : [];
  });
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
