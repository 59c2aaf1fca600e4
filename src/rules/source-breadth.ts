import ipaddr from 'ipaddr.js';

/**
 * How much of the internet a set of client CIDRs is.
 * - `world`: at least 99 % of the public IPv4 addresses, or of the global unicast IPv6 space.
 * - `broad`: more public addresses than an IPv4 /16, or than an IPv6 /32.
 * - `narrow`: some public addresses, no more than that.
 * - `private`: none.
 */
export type Breadth = 'world' | 'broad' | 'narrow' | 'private';

/** The share of the public space from which a source set counts as everybody: two /1 blocks are the world as well as one /0 is. */
const WORLD_SHARE = 0.99;
/** Addresses in an IPv4 /16. */
const BROAD_IPV4 = 2 ** 16;
/** /64 networks in an IPv6 /32. */
const BROAD_IPV6 = 2 ** 32;
/** /64 networks in 2000::/3, the global unicast space (RFC 4291). */
const PUBLIC_IPV6 = 2 ** 61;

/** IPv4 space that no internet host has, as [first, last]: https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC_IPV4: readonly Interval[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['224.0.0.0', 3],
].map(([address, length]) => ipv4Interval(ipv4Number(String(address)), Number(length)));
const PUBLIC_IPV4 = 2 ** 32 - sizeOf(NOT_PUBLIC_IPV4);

type Interval = readonly [first: number, last: number];

const ORDER: readonly Breadth[] = ['private', 'narrow', 'broad', 'world'];

/** Grades a source set of both families; a CIDR that cannot be read admits nobody. Overlaps count once. */
export function breadthOf(cidrs: readonly string[]): Breadth {
  if (cidrs.includes('0.0.0.0/0') || cidrs.includes('::/0')) return 'world';
  const ipv4: Interval[] = [];
  const ipv6: Interval[] = [];
  for (const cidr of cidrs) {
    if (!ipaddr.isValidCIDR(cidr)) continue;
    const [address, length] = ipaddr.parseCIDR(cidr);
    if (address.kind() === 'ipv4') ipv4.push(ipv4Interval(ipv4Number(address.toString()), length));
    else ipv6.push(ipv6Interval(address.toByteArray(), length));
  }
  const v4 = sizeOf(ipv4) - overlap(ipv4, NOT_PUBLIC_IPV4);
  const v6 = overlap(ipv6, [[2 ** 61, 2 ** 62 - 1]]);
  return wider(grade(v4, PUBLIC_IPV4, BROAD_IPV4), grade(v6, PUBLIC_IPV6, BROAD_IPV6));
}

export function wider(a: Breadth, b: Breadth): Breadth {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

function grade(size: number, whole: number, broad: number): Breadth {
  if (size <= 0) return 'private';
  if (size >= whole * WORLD_SHARE) return 'world';
  return size > broad ? 'broad' : 'narrow';
}

function ipv4Number(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function ipv4Interval(address: number, length: number): Interval {
  const size = 2 ** (32 - length);
  const first = Math.floor(address / size) * size;
  return [first, first + size - 1];
}

/** The /64 networks of a prefix; one longer than /64 counts as a whole network. Numbers above 2^53 are exact enough to grade. */
function ipv6Interval(bytes: readonly number[], length: number): Interval {
  const upper = bytes.slice(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** Math.max(0, 64 - length);
  const first = Math.floor(upper / size) * size;
  return [first, first + size - 1];
}

function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const [first, last] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) merged[merged.length - 1] = [previous[0], Math.max(previous[1], last)];
    else merged.push([first, last]);
  }
  return merged;
}

function sizeOf(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function overlap(intervals: readonly Interval[], others: readonly Interval[]): number {
  let sum = 0;
  for (const [first, last] of union(intervals)) {
    for (const [from, to] of others) sum += Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
  }
  return sum;
}
