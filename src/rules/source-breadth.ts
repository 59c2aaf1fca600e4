import { exposureGrade, type Grade } from '../network/index.ts';

/** Addresses in an IPv4 /16: no fewer than this makes a source set broad. */
const BROAD_IPV4 = 2 ** 16;

/**
 * How much of the internet a list of CIDR blocks is: `exposureGrade`, after two looks at the text that settle most sets. A literal
 * /0 is the world; blocks that are too small to be broad together, whatever they overlap, need no set arithmetic to say so.
 * What they are, `narrow` or `private`, is not told apart: neither is the internet.
 */
export function breadthOf(cidrs: readonly string[]): Grade {
  if (cidrs.length === 0) return 'private';
  let ipv4 = 0;
  for (const cidr of cidrs) {
    if (cidr === '0.0.0.0/0' || cidr === '::/0') return 'world';
    // A block of 10.0.0.0/8 has no public address, and large estates are full of them.
    if (cidr.includes(':')) ipv4 = Number.POSITIVE_INFINITY;
    else if (!cidr.startsWith('10.')) ipv4 += 2 ** (32 - Number(cidr.slice(cidr.indexOf('/') + 1)));
  }
  // NaN (a block that cannot be read) is not below the bound.
  return ipv4 <= BROAD_IPV4 ? 'narrow' : exposureGrade(cidrs);
}
