import type { Estate } from '../model/index.ts';

/** Whether a host may be loaded, and on what ground. */
export type TargetVerdict =
  | { readonly allowed: true; readonly loopback: boolean; readonly ground: string }
  | { readonly allowed: false };

/**
 * Load goes to loopback, to what the inventory owns (names of balancers, Elastic IPs, Route 53 aliases of either), and to hosts that
 * were named by hand. Names compare without case, final dot and the `dualstack.` that Route 53 puts before a balancer's name.
 */
export function judgeTarget(url: URL, estate: Estate | undefined, allowHosts: readonly string[]): TargetVerdict {
  const host = plain(url.hostname);
  if (isLoopback(host)) return { allowed: true, loopback: true, ground: 'it is this machine' };
  if (allowHosts.some((allowed) => plain(allowed) === host)) return { allowed: true, loopback: false, ground: 'it was named with --allow-host' };
  const ground = estate && ownedHosts(estate).get(host);
  return ground === undefined ? { allowed: false } : { allowed: true, loopback: false, ground };
}

/** Host → why it is the estate's. */
function ownedHosts(estate: Estate): Map<string, string> {
  const { loadBalancer = [], classicLoadBalancer = [], address = [], recordSet = [] } = estate.resources;
  const owned = new Map<string, string>();
  for (const balancer of [...loadBalancer, ...classicLoadBalancer]) {
    if (balancer.DNSName !== undefined) owned.set(plain(balancer.DNSName), `it is the load balancer ${balancer.id}`);
  }
  for (const { PublicIp, id } of address) if (PublicIp !== undefined) owned.set(plain(PublicIp), `it is the Elastic IP ${id}`);
  const direct = new Map(owned);
  for (const record of recordSet) {
    if (record.Name === undefined || record.Name.includes('*') || record.Name.includes('\\052')) continue;
    const targets = record.AliasTarget?.DNSName === undefined ? (record.ResourceRecords ?? []).map((value) => value.Value ?? '') : [record.AliasTarget.DNSName];
    const forwards = record.AliasTarget !== undefined || ['A', 'AAAA', 'CNAME'].includes(record.Type ?? '');
    if (forwards && targets.length > 0 && targets.every((to) => direct.has(plain(to)))) owned.set(plain(record.Name), `Route 53 points it at the estate (${record.id})`);
  }
  return owned;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function plain(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '').replace(/\.$/, '').replace(/^dualstack\./, '');
}
