import type { SubnetKind } from '../model/index.ts';
import type { Subnet } from '../model/resources/ec2.ts';
import { FAMILIES } from './cidr.ts';
import { subtract, toCidrs } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import { targetOf } from './longest-prefix.ts';
import { notPublic } from './public-space.ts';
import type { RouteGates } from './route-gate.ts';

/**
 * Every subnet's kind by its effective table: `public` where some internet address goes to an attached internet gateway, `private`
 * where something else leads out (NAT, egress-only gateway, VPN, transit, peering, appliance), `isolated` where nothing does.
 */
export function subnetKinds(view: EstateView, routes: RouteGates): SubnetKind[] {
  return view.all('subnet').map((subnet) => kindOf(subnet, routes)).sort((a, b) => (a.subnetId < b.subnetId ? -1 : 1));
}

function kindOf(subnet: Subnet, routes: RouteGates): SubnetKind {
  const subnetId = subnet.id;
  const effective = routes.tableOf(subnet, subnetId, subnet.VpcId);
  if ('missing' in effective) return { subnetId, kind: 'unknown', reason: effective.missing };
  const { table, explicit } = effective;
  const routeTableId = table.id;
  const by = `${table.id} (${explicit ? 'associated' : `main table of ${table.VpcId ?? 'its VPC'}`})`;
  const doubts: string[] = [];
  for (const family of FAMILIES) {
    const clients = routes.gatewayClients(table, family);
    const open = subtract(clients.sure, notPublic(family));
    if (open.length > 0) {
      const blocks = toCidrs(family, clients.sure);
      return { subnetId, kind: 'public', routeTableId, reason: `${by} sends ${blocks.length > 3 ? `${blocks.length} ${family} blocks` : blocks.join(', ')} to an internet gateway` };
    }
    if (subtract(clients.maybe, notPublic(family)).length > 0) doubts.push(...clients.missing);
  }
  if (doubts.length > 0) return { subnetId, kind: 'unknown', routeTableId, reason: `${by}: ${doubts.join('; ')}` };
  const exits = new Set(FAMILIES.flatMap((family) => routes.winnersOf(table, family).wins
    .filter((win) => win.route.State !== 'blackhole' && win.clients.length > 0)
    .map((win) => targetOf(win.route))
    .filter((target) => target !== 'local' && !target.startsWith('igw-') && !(target.startsWith('vpce-') && isListRoute(table.Routes, target)))));
  if (exits.size > 0) return { subnetId, kind: 'private', routeTableId, reason: `${by} leads out by ${[...exits].sort().join(', ')} only` };
  return { subnetId, kind: 'isolated', routeTableId, reason: `${by} leads nowhere outside` };
}

/** A gateway endpoint is reached by a prefix list; it leads to one AWS service, not out. */
function isListRoute(routes: readonly { GatewayId?: string | undefined; DestinationPrefixListId?: string | undefined }[] | undefined, target: string): boolean {
  return (routes ?? []).some((route) => route.GatewayId === target && route.DestinationPrefixListId !== undefined);
}
