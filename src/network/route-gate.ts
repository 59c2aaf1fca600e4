import type { Route, RouteTable } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { bothOf, exactly, joinMissing, type Bounded } from './bounded.ts';
import { parseAddress, type Family } from './cidr.ts';
import { EMPTY, setKey, subtract, union, type CidrSet } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import { targetOf, winners, type Winners } from './longest-prefix.ts';
import type { PrefixLists } from './prefix-lists.ts';
import { everything, notPublic } from './public-space.ts';
import { edgeTables, effectiveTable, type EffectiveTable } from './route-tables.ts';

/** Which clients a subnet exchanges packets with through an internet gateway. */
export interface RouteGate {
  readonly id: number;
  /** Public ones only. */
  readonly clients: Bounded;
  /** Addresses that no internet client has: what is not public, and the VPC's own. What rules say of them is of no account. */
  readonly nobody: CidrSet;
  /** The appliance or endpoint that every packet passes on its way, where an edge route table says so. */
  readonly middlebox: string | undefined;
}

interface TableReach {
  readonly winners: Winners;
  readonly gateway: Bounded;
  readonly own: CidrSet;
}

/** Routes by subnet and family; tables and results are shared where equal. */
export class RouteGates {
  readonly #view: EstateView;
  readonly #lists: PrefixLists;
  readonly #tables = new Map<string, EffectiveTable>();
  readonly #reach = new Map<string, TableReach>();
  readonly #gates = new Map<string, RouteGate>();
  readonly #bySubnet = new Map<string, RouteGate>();
  readonly #edges = new Map<string, readonly RouteTable[]>();

  constructor(view: EstateView, lists: PrefixLists) {
    this.#view = view;
    this.#lists = lists;
  }

  tableOf(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): EffectiveTable {
    const key = subnetId ?? `main ${vpcId ?? ''}`;
    let table = this.#tables.get(key);
    if (!table) {
      table = effectiveTable(this.#view, scope, subnetId, vpcId);
      this.#tables.set(key, table);
    }
    return table;
  }

  /** Clients whose packets to and from an address (the private one: the gateway translates first) go through an internet gateway. */
  of(scope: Scope, subnetId: string | undefined, vpcId: string | undefined, family: Family, privateAddress: string | undefined): RouteGate {
    const edges = this.#edgesOf(vpcId);
    const address = edges.length > 0 ? parseAddress(privateAddress ?? '')?.value : undefined;
    const key = `${family} ${subnetId ?? ''} ${vpcId ?? ''} ${address ?? ''}`;
    let gate = this.#bySubnet.get(key);
    if (!gate) {
      const { clients, own, middlebox } = this.#compute(scope, subnetId, vpcId, family, address, edges);
      gate = this.#share(family, clients, union(notPublic(family), own), middlebox);
      this.#bySubnet.set(key, gate);
    }
    return gate;
  }

  /** Everybody, by no route of the VPC's. */
  accelerated(family: Family): RouteGate {
    return this.#share(family, exactly(everything(family)), notPublic(family), undefined);
  }

  /** Whether an edge route table steers what comes in to a VPC, so that its addresses must be looked at one by one. */
  steersIn(vpcId: string | undefined): boolean {
    return this.#edgesOf(vpcId).length > 0;
  }

  /** Who wins in a table, for what a subnet's kind is told by. */
  winnersOf(table: RouteTable, family: Family): Winners {
    return this.#reachOf(table, family).winners;
  }

  /** Clients that a table sends to a live internet gateway. */
  gatewayClients(table: RouteTable, family: Family): Bounded {
    return this.#reachOf(table, family).gateway;
  }

  #compute(scope: Scope, subnetId: string | undefined, vpcId: string | undefined, family: Family, address: bigint | undefined, edges: readonly RouteTable[]) {
    const effective = this.tableOf(scope, subnetId, vpcId);
    if ('missing' in effective) {
      return { clients: { sure: EMPTY, maybe: everything(family), missing: [effective.missing] }, own: EMPTY, middlebox: undefined };
    }
    const reach = this.#reachOf(effective.table, family);
    const steered = address === undefined ? undefined : this.#steer(edges, family, address);
    if (!steered) return { clients: reach.gateway, own: reach.own, middlebox: undefined };
    if ('missing' in steered) return { clients: { sure: EMPTY, maybe: reach.gateway.maybe, missing: [steered.missing] }, own: reach.own, middlebox: undefined };
    if (!steered.live) return { clients: exactly(EMPTY), own: reach.own, middlebox: undefined };
    return { clients: this.#throughMiddlebox(reach, steered.target, family), own: reach.own, middlebox: steered.target };
  }

  /** Replies that go straight out, and those that go back through the same appliance and from its subnet out. */
  #throughMiddlebox(reach: TableReach, target: string, family: Family): Bounded {
    const back = union(...reach.winners.wins.filter((win) => targetOf(win.route) === target && win.route.State !== 'blackhole').map((win) => win.clients));
    const subnets = target.startsWith('vpce-') ? this.#view.byId('vpcEndpoint', target)?.SubnetIds : [this.#view.byId('networkInterface', target)?.SubnetId ?? ''];
    const owner = this.#view.byId('vpcEndpoint', target) ?? this.#view.byId('networkInterface', target);
    if (!owner || !subnets || back.length === 0) {
      const doubt = owner || back.length === 0 ? [] : [`${target}, which an edge route table steers to, is not in the estate (ec2:DescribeVpcEndpoints, ec2:DescribeNetworkInterfaces)`];
      return { sure: reach.gateway.sure, maybe: doubt.length > 0 ? union(reach.gateway.maybe, back) : reach.gateway.maybe, missing: joinMissing(reach.gateway.missing, doubt) };
    }
    const out = subnets.map((subnetId) => {
      const effective = this.tableOf(owner, subnetId, owner.VpcId);
      return 'missing' in effective ? { sure: EMPTY, maybe: everything(family), missing: [effective.missing] } : this.#reachOf(effective.table, family).gateway;
    });
    return [reach.gateway, ...out.map((clients) => bothOf(clients, exactly(back)))].reduce((a, b) => (
      { sure: union(a.sure, b.sure), maybe: union(a.maybe, b.maybe), missing: joinMissing(a.missing, b.missing) }
    ));
  }

  /** Where the edge tables of the VPC's gateway send packets for an address; undefined where they leave them alone. */
  #steer(edges: readonly RouteTable[], family: Family, address: bigint): { target: string; live: boolean } | { missing: string } | undefined {
    for (const table of edges) {
      const { wins, unplaced } = this.#reachOf(table, family).winners;
      if (unplaced[0]) return { missing: unplaced[0].missing };
      const win = wins.find((candidate) => candidate.clients.some((span) => span.first <= address && address <= span.last));
      if (win && targetOf(win.route) !== 'local') return { target: targetOf(win.route), live: win.route.State !== 'blackhole' };
    }
    return undefined;
  }

  #edgesOf(vpcId: string | undefined): readonly RouteTable[] {
    let edges = this.#edges.get(vpcId ?? '');
    if (!edges) {
      const gateways = this.#view.where('internetGateway', 'attached VPC', (gateway) => (gateway.Attachments ?? []).map((a) => a.VpcId), vpcId ?? '');
      const ofVpc = this.#view.where('routeTable', 'edge of VPC', (table) => [(table.Associations ?? []).some((a) => a.GatewayId?.startsWith('igw-')) ? table.VpcId : undefined], vpcId ?? '');
      edges = [...new Set([...gateways.flatMap((gateway) => edgeTables(this.#view, gateway.id)), ...ofVpc])];
      this.#edges.set(vpcId ?? '', edges);
    }
    return edges;
  }

  /** In the public space, where the routes of most VPCs are alike. */
  #share(family: Family, everyone: Bounded, nobody: CidrSet, middlebox: string | undefined): RouteGate {
    const clients: Bounded = { sure: publicPart(everyone.sure, nobody), maybe: publicPart(everyone.maybe, nobody), missing: everyone.missing };
    const key = [family, setKey(clients.sure), setKey(clients.maybe), clients.missing.join(';'), setKey(nobody), middlebox ?? ''].join('|');
    let gate = this.#gates.get(key);
    if (!gate) {
      gate = { id: this.#gates.size, clients, nobody, middlebox };
      this.#gates.set(key, gate);
    }
    return gate;
  }

  #reachOf(table: RouteTable, family: Family): TableReach {
    const key = `${family} ${table.id}`;
    let reach = this.#reach.get(key);
    if (!reach) {
      reach = this.#readTable(table, family);
      this.#reach.set(key, reach);
    }
    return reach;
  }

  #readTable(table: RouteTable, family: Family): TableReach {
    if (!table.Routes) {
      const missing = [`routes of ${table.id} are not in the estate (ec2:DescribeRouteTables)`];
      return { winners: { wins: [], unplaced: [] }, gateway: { sure: EMPTY, maybe: everything(family), missing }, own: EMPTY };
    }
    const found = winners(table, table.Routes, family, this.#lists);
    let sure: CidrSet = EMPTY;
    let maybe: CidrSet = EMPTY;
    let missing: readonly string[] = [];
    for (const { route, clients, disputed } of found.wins) {
      const live = this.#liveGateway(table, route);
      if (live === false) continue;
      maybe = union(maybe, clients);
      if (live === true && !disputed) sure = union(sure, clients);
      if (disputed) missing = joinMissing(missing, [`${table.id}: routes of equal rank to different targets`]);
      if (live !== true) missing = joinMissing(missing, [live]);
    }
    for (const { route, missing: what } of found.unplaced) {
      const live = this.#liveGateway(table, route);
      if (live === false && this.#isGatewayEndpoint(route)) continue;
      if (live === false) sure = EMPTY;
      else maybe = everything(family);
      missing = joinMissing(missing, [what]);
    }
    const own = union(...found.wins.filter((win) => win.route.GatewayId === 'local').map((win) => win.clients));
    return { winners: found, gateway: { sure, maybe, missing }, own };
  }

  /** Whether a route leads to an internet gateway that is attached; or why that cannot be told. */
  #liveGateway(table: RouteTable, route: Route): boolean | string {
    const id = targetOf(route);
    if (!id.startsWith('igw-') || route.State === 'blackhole') return false;
    const gateway = this.#view.byId('internetGateway', id);
    if (gateway) return (gateway.Attachments ?? []).some((a) => a.VpcId === table.VpcId && ['available', 'attached'].includes(a.State ?? 'available'));
    const gap = this.#view.gap(table, 'internetGateway');
    // The route's own state says blackhole where the gateway is gone or detached, so an unlisted gateway is no doubt by itself.
    if (gap) return route.State === 'active' ? true : `${id}: ${gap}`;
    return `${id}, which ${table.id} routes to, is not in the estate (ec2:DescribeInternetGateways)`;
  }

  /**
   * A gateway endpoint (S3, DynamoDB) takes the service's own addresses and nobody else's: not knowing them changes no verdict on
   * internet clients. A Gateway Load Balancer endpoint, also `vpce-`, takes whom it is told to.
   */
  #isGatewayEndpoint(route: Route): boolean {
    if (!route.GatewayId?.startsWith('vpce-')) return false;
    const type = this.#view.byId('vpcEndpoint', route.GatewayId)?.VpcEndpointType;
    const list = this.#view.byId('managedPrefixList', route.DestinationPrefixListId ?? '');
    return type === 'Gateway' || (type === undefined && (list?.OwnerId === 'AWS' || (list?.PrefixListName ?? '').startsWith('com.amazonaws.')));
  }
}

/** The clients of one family that are public and pass. */
export function publicPart(clients: CidrSet, nobody: CidrSet): CidrSet {
  return subtract(clients, nobody);
}
