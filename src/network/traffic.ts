import type { Family } from './cidr.ts';

/**
 * All traffic on one line of integers, so that a rule of any protocol is one range: TCP ports, UDP ports, ICMP messages
 * (type × 256 + code), then every other protocol by its IANA number. Groups and ACLs both speak of ranges on this line.
 */
export interface TrafficRange {
  readonly from: number;
  readonly to: number;
}

const WIDTH = 65_536;
const TCP = 0;
const UDP = WIDTH;
const ICMP = 2 * WIDTH;
const OTHER = 3 * WIDTH;
export const LAST = OTHER + 255;
export const ALL_TRAFFIC: TrafficRange = { from: 0, to: LAST };

/** A client's own port: 1024 to 65535 covers every client (VPC user guide, "Ephemeral ports"). */
export const EPHEMERAL = { from: 1024, to: 65_535 };

export type TrafficClass = 'tcp' | 'udp' | 'icmp' | 'other';
export const CLASS_RANGES: Readonly<Record<TrafficClass, TrafficRange>> = {
  tcp: { from: TCP, to: UDP - 1 },
  udp: { from: UDP, to: ICMP - 1 },
  icmp: { from: ICMP, to: OTHER - 1 },
  other: { from: OTHER, to: LAST },
};
export const CLASSES: readonly TrafficClass[] = ['tcp', 'udp', 'icmp', 'other'];

/** ICMP messages that want an answer, and the type of it (RFC 792, RFC 950; RFC 4443, RFC 4620). The others go one way. */
const ICMP_REPLY: Readonly<Record<Family, ReadonlyMap<number, number>>> = {
  ipv4: new Map([[8, 0], [13, 14], [15, 16], [17, 18]]),
  ipv6: new Map([[128, 129], [139, 140]]),
};

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** The class of the traffic at a place on the line. */
export function classAt(key: number): TrafficClass {
  if (key < UDP) return 'tcp';
  if (key < ICMP) return 'udp';
  return key < OTHER ? 'icmp' : 'other';
}

export function portRange(transport: 'tcp' | 'udp', from: number, to: number): TrafficRange | undefined {
  if (from > to || from < 0 || to >= WIDTH) return undefined;
  const base = transport === 'tcp' ? TCP : UDP;
  return { from: base + from, to: base + to };
}

/** Messages of a type and code; -1 is any. */
export function icmpRange(type: number, code: number): TrafficRange | undefined {
  if (type === -1) return CLASS_RANGES.icmp;
  if (type < 0 || type > 255 || code < -1 || code > 255) return undefined;
  const first = ICMP + type * 256;
  return code === -1 ? { from: first, to: first + 255 } : { from: first + code, to: first + code };
}

/**
 * What a security group's permission covers. `-1` is everything; a protocol other than TCP, UDP and ICMP has no ports, whatever the
 * permission says of them; absent ports are all ports. Undefined where protocol or range cannot be read.
 */
export function permissionRange(family: Family, protocol: string | undefined, from: number | undefined, to: number | undefined): TrafficRange | undefined {
  const number = protocolNumber(protocol);
  if (number === undefined) return undefined;
  if (number === -1) return ALL_TRAFFIC;
  const transport = transportOf(number);
  if (transport) return from === undefined || from === -1 ? CLASS_RANGES[transport] : portRange(transport, from, to ?? from);
  if (isIcmp(family, number)) return icmpRange(from ?? -1, to ?? -1);
  return { from: OTHER + number, to: OTHER + number };
}

/** What a network ACL's entry covers. Same rules; ICMP has its own field. */
export function aclRange(
  family: Family, protocol: string | undefined, ports: { From?: number | undefined; To?: number | undefined } | undefined,
  icmp: { Type?: number | undefined; Code?: number | undefined } | undefined,
): TrafficRange | undefined {
  const number = protocolNumber(protocol);
  if (number !== undefined && isIcmp(family, number)) return icmpRange(icmp?.Type ?? -1, icmp?.Code ?? -1);
  return permissionRange(family, protocol, ports?.From, ports?.To);
}

/** What the answer to the traffic at `key` is: `client-port` (the client's own port), one place on the line, or `none`. */
export function replyTo(family: Family, key: number): 'client-port' | 'none' | number {
  const kind = classAt(key);
  if (kind === 'other') return key;
  if (kind !== 'icmp') return 'client-port';
  const reply = ICMP_REPLY[family].get(Math.floor((key - ICMP) / 256));
  return reply === undefined ? 'none' : ICMP + reply * 256;
}

/** Places where the answer changes: the line must be cut here before a reply path is looked at. */
export function replyCuts(family: Family): number[] {
  const requests = [...ICMP_REPLY[family].keys()].flatMap((type) => [ICMP + type * 256, ICMP + (type + 1) * 256]);
  return [TCP, UDP, ICMP, OTHER, ...requests];
}

/** `0-65535` of a run within one class, as the client names it: ports, ICMP types and codes, or protocol numbers. */
export function withinClass(range: TrafficRange): TrafficRange {
  const base = CLASS_RANGES[classAt(range.from)].from;
  return { from: range.from - base, to: range.to - base };
}

function protocolNumber(protocol: string | undefined): number | undefined {
  if (protocol === undefined) return undefined;
  const number = NUMBERS[protocol.toLowerCase()] ?? (/^(-1|\d{1,3})$/.test(protocol) ? Number(protocol) : undefined);
  return number !== undefined && number <= 255 ? number : undefined;
}

function transportOf(number: number): 'tcp' | 'udp' | undefined {
  return number === 6 ? 'tcp' : number === 17 ? 'udp' : undefined;
}

function isIcmp(family: Family, number: number): boolean {
  return number === (family === 'ipv4' ? 1 : 58);
}
