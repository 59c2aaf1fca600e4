import { parseCidr, type Family } from './cidr.ts';
import { cidrSet, intersect, size, subtract, type CidrSet } from './cidr-set.ts';

/**
 * Where an internet client can come from. IPv4: all but what the IANA special-purpose registry (RFC 6890) keeps from being
 * routed on the internet. IPv6: global unicast, 2000::/3 (RFC 4291). The documentation blocks count as public: in estates that are
 * shown to others they stand for real addresses.
 */
const EVERYTHING = { ipv4: setOf('0.0.0.0/0'), ipv6: setOf('::/0') };
const NOT_PUBLIC_IPV4 = setOf(
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '224.0.0.0/3',
);
const PUBLIC = { ipv4: subtract(EVERYTHING.ipv4, NOT_PUBLIC_IPV4), ipv6: setOf('2000::/3') };
const NOT_PUBLIC = { ipv4: NOT_PUBLIC_IPV4, ipv6: subtract(EVERYTHING.ipv6, PUBLIC.ipv6) };
const PUBLIC_SIZE = { ipv4: size(PUBLIC.ipv4), ipv6: size(PUBLIC.ipv6) };

/** From this share of the public space on, a source set is the world. Exposure semantics, section 5. */
export const WORLD_SHARE_PERCENT = 99;
/** A set of more public addresses than one block of this prefix length is broad. Exposure semantics, section 5. */
export const BROAD_PREFIX: Readonly<Record<Family, number>> = { ipv4: 16, ipv6: 32 };
const BROAD_SIZE = { ipv4: 1n << 16n, ipv6: 1n << 96n };

export type Grade = 'world' | 'broad' | 'narrow' | 'private';
const GRADES: readonly Grade[] = ['private', 'narrow', 'broad', 'world'];

export function everything(family: Family): CidrSet {
  return EVERYTHING[family];
}

export function publicSpace(family: Family): CidrSet {
  return PUBLIC[family];
}

export function notPublic(family: Family): CidrSet {
  return NOT_PUBLIC[family];
}

/** How much of the internet a set is. */
export function gradeOf(family: Family, set: CidrSet): Grade {
  const covered = size(intersect(set, PUBLIC[family]));
  if (covered === 0n) return 'private';
  if (covered * 100n >= PUBLIC_SIZE[family] * BigInt(WORLD_SHARE_PERCENT)) return 'world';
  return covered > BROAD_SIZE[family] ? 'broad' : 'narrow';
}

/**
 * How much of the internet a list of CIDR blocks is, both families counted apart and the larger grade taken: `world` (at least 99 % of
 * the public space), `broad` (more than a /16 of public IPv4 or a /32 of IPv6), `narrow`, or `private` (no public address).
 * Blocks that cannot be read count for nothing.
 */
export function exposureGrade(cidrs: readonly string[]): Grade {
  const blocks = cidrs.flatMap((cidr) => parseCidr(cidr) ?? []);
  const grades = (['ipv4', 'ipv6'] as const).map((family) => gradeOf(family, cidrSet(blocks.filter((block) => block.family === family))));
  return GRADES.findLast((grade) => grades.includes(grade)) ?? 'private';
}

/** Whether the blocks together are the world in either family; two halves are, one literal is not asked for. */
export function worldSized(cidrs: readonly string[]): boolean {
  return exposureGrade(cidrs) === 'world';
}

function setOf(...cidrs: readonly string[]): CidrSet {
  return cidrSet(cidrs.flatMap((cidr) => parseCidr(cidr) ?? []));
}
