import type { Exposure } from '../../model/index.ts';
import { bothOf, CLOSED, exactly, unknownClients, unknownGate, OPEN, type Bounded, type Tri } from '../bounded.ts';
import { parseCidr, type Family } from '../cidr.ts';
import { cidrSet } from '../cidr-set.ts';
import { MIDDLEBOX_CONFIDENCE } from '../direct.ts';
import type { Gatehouse } from '../gatehouse.ts';
import type { Door, Outcome } from '../judge.ts';
import { exposureRow, type RowSubject } from '../rows.ts';
import { valueAt } from '../segments.ts';
import { portRange } from '../traffic.ts';
import type { Balancer, FrontDoor } from './balancers.ts';
import type { Forward } from './forwards.ts';
import { InnerGateKeeper, type Hop } from './inner-gates.ts';
import { targetsOf, type Target } from './targets.ts';

/** How far a client has come: the gates behind it, and the address and port that it used. */
export interface Approach {
  readonly family: Family;
  readonly address: Tri;
  readonly doors: readonly Door[];
  readonly group: Bounded;
  readonly via: string;
  readonly clientAddress: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly notes: readonly string[];
  readonly confidence: number;
}

/** How many balancers may stand one behind the other: a network one before an application one. */
const MOST_HOPS = 2;

/** What internet clients reach of balancers and, through them, of their targets. */
export class BalancerExposures {
  readonly #gatehouse: Gatehouse;
  readonly #inner: InnerGateKeeper;
  readonly #byArn: ReadonlyMap<string, Balancer>;

  constructor(gatehouse: Gatehouse, balancers: readonly Balancer[]) {
    this.#gatehouse = gatehouse;
    this.#inner = new InnerGateKeeper(gatehouse);
    this.#byArn = new Map(balancers.map((balancer) => [balancer.arn, balancer]));
  }

  /** A balancer's own rows, `direct`, and those of its targets, `via` the balancer. */
  of(balancer: Balancer): Exposure[] {
    const approaches = balancer.frontDoors.flatMap((door) => balancer.addressGates.map(({ family, gate }) => ({ door, approach: this.#front(balancer, door, family, gate) })));
    const own = approaches.map(({ approach }) => this.row(approach, { resourceId: balancer.arn, via: 'direct' }));
    const told = own.filter((row) => row.verdict !== 'not-exposed');
    const targets = approaches.flatMap(({ door, approach }, i) => (
      approach.address.open === false || own[i]?.verdict === 'not-exposed' ? [] : this.behind(balancer, door, approach, 1)
    ));
    return [...(told.length > 0 ? told : own.slice(0, 1)), ...targets, ...this.#unread(balancer)];
  }

  /** Rows of everybody whom a balancer's door leads to, for clients who have come as far as the balancer. */
  behind(balancer: Balancer, door: FrontDoor, approach: Approach, depth: number): Exposure[] {
    return door.forwards.flatMap((forward) => {
      const { group, targets, balancers, missing } = targetsOf(this.#gatehouse.view, balancer.scope, forward.to);
      const narrowed = this.#narrow(approach, forward);
      if (missing !== undefined) {
        const resourceId = forward.to.kind === 'target-group' ? forward.to.arn : balancer.arn;
        return [this.row({ ...narrowed, group: bothOf(narrowed.group, unknownClients(approach.family, [missing])) }, { resourceId, via: approach.via })];
      }
      const attributes = group && this.#preserves(balancer, group.TargetGroupArn, group.TargetType, group.Protocol);
      const hop: Hop = {
        family: approach.family, targetFamily: group?.IpAddressType === 'ipv6' ? 'ipv6' : 'ipv4', protocol: approach.protocol, preserves: attributes ?? CLOSED,
      };
      const judged = new Map<string, Outcome>();
      return [
        ...targets.map((target) => this.#target(balancer, target, narrowed, hop, judged)),
        ...(depth < MOST_HOPS ? balancers.flatMap(({ arn, port }) => this.#chained(balancer, arn, port ?? approach.port, narrowed, hop, depth)) : []),
      ];
    });
  }

  #front(balancer: Balancer, door: FrontDoor, family: Family, gate: Tri): Approach {
    const key = portRange(door.protocol, door.port, door.port)?.from ?? 0;
    const groups = this.#gatehouse.groups;
    const group = balancer.groupIds ? groups.of(balancer.scope, balancer.groupIds, balancer.arn) : groups.unguarded();
    const doors = this.#doors(balancer, family, key);
    const middlebox = doors.find((candidate) => candidate.route.middlebox !== undefined)?.route.middlebox;
    return {
      family, doors, group: valueAt(group[family], key), via: balancer.arn, clientAddress: balancer.address, protocol: door.protocol, port: door.port,
      address: balancer.subnetIds.length > 0 ? gate : unknownGate(`subnets of ${balancer.arn} are not in the estate`),
      notes: middlebox === undefined ? [] : [`every packet passes ${middlebox}, which an edge route table puts in between`],
      confidence: middlebox === undefined ? 1 : MIDDLEBOX_CONFIDENCE,
    };
  }

  #doors(balancer: Balancer, family: Family, key: number): Door[] {
    const subnetIds: readonly (string | undefined)[] = balancer.subnetIds.length > 0 ? balancer.subnetIds : [undefined];
    return subnetIds.map((subnetId) => {
      const block = subnetId === undefined ? undefined : this.#gatehouse.view.byId('subnet', subnetId)?.CidrBlock;
      const { account, route, acl } = this.#gatehouse.subnet(balancer.scope, subnetId, balancer.vpcId, family, family === 'ipv4' ? block?.split('/')[0] : undefined);
      return { account, route, passage: valueAt(acl[family].passage, key) };
    });
  }

  #narrow(approach: Approach, forward: Forward): Approach {
    const listed = forward.sources?.flatMap((text) => parseCidr(text) ?? []).filter((cidr) => cidr.family === approach.family).map(({ first, last }) => ({ first, last }));
    const bySource = listed ? bothOf(approach.group, exactly(cidrSet(listed))) : approach.group;
    const group = forward.missing === undefined ? bySource : bothOf(bySource, unknownClients(approach.family, [forward.missing]));
    return { ...approach, group, notes: [...approach.notes, ...forward.notes] };
  }

  /** Off by default for addresses over TCP and TLS, else on (ELB API, `preserve_client_ip.enabled`); only network balancers do it. */
  #preserves(balancer: Balancer, targetGroupArn: string, targetType: string | undefined, protocol: string | undefined): Tri {
    if (balancer.kind !== 'network') return CLOSED;
    const set = this.#gatehouse.view.byId('targetGroupAttributes', targetGroupArn)?.Attributes['preserve_client_ip.enabled'];
    if (set !== undefined) return { open: set === 'true' };
    const mayDiffer = protocol === 'TCP' || protocol === 'TLS';
    const gap = this.#gatehouse.view.gap(balancer.scope, 'targetGroupAttributes');
    if (gap && mayDiffer) return unknownGate(gap);
    return targetType === 'ip' && mayDiffer ? CLOSED : OPEN;
  }

  /** `judged`: targets of one forward that sit alike fare alike. */
  #target(balancer: Balancer, target: Target, approach: Approach, hop: Hop, judged: Map<string, Outcome>): Exposure {
    const key = JSON.stringify([target.subnetId, target.groupIds, target.port, target.guarded, target.silent, this.#inner.addressMatters(balancer, target, hop) ? target.privateAddress : '']);
    const outcome = judged.get(key) ?? this.#judge({ ...this.#through(balancer, target, approach, hop), ...(target.silent ? { address: CLOSED } : {}) });
    judged.set(key, outcome);
    return this.#told({ ...approach, notes: [...approach.notes, ...target.notes] }, {
      resourceId: target.resourceId, via: approach.via, targetPort: target.port,
      ...(target.networkInterfaceId === undefined ? {} : { networkInterfaceId: target.networkInterfaceId }),
      ...(target.privateAddress === undefined ? {} : { privateAddress: target.privateAddress }),
    }, outcome);
  }

  /** An application balancer behind a network one: its group sees the client, then its listener's rules go on from there. */
  #chained(balancer: Balancer, arn: string, port: number, approach: Approach, hop: Hop, depth: number): Exposure[] {
    const next = this.#byArn.get(arn);
    if (!next) return [this.row({ ...approach, group: bothOf(approach.group, unknownClients(approach.family, [`${arn} is not in the estate (elasticloadbalancing:DescribeLoadBalancers)`])) }, { resourceId: arn, via: approach.via })];
    const seen: Target = {
      resourceId: arn, networkInterfaceId: undefined, privateAddress: undefined, subnetId: next.subnetIds.find((id) => balancer.subnetIds.includes(id)) ?? next.subnetIds[0],
      vpcId: next.vpcId, groupIds: next.groupIds, port, guarded: true, silent: false, notes: [],
      spans: cidrSet(next.subnetIds.flatMap((id) => parseCidr(this.#gatehouse.view.byId('subnet', id)?.CidrBlock ?? '') ?? []).map(({ first, last }) => ({ first, last }))),
    };
    const reached = { ...this.#through(balancer, seen, approach, hop), notes: [...approach.notes, `through ${arn}`] };
    const doors = next.frontDoors.filter((door) => door.protocol === 'tcp' && door.port === port);
    return [
      this.row({ ...reached, notes: approach.notes }, { resourceId: arn, via: approach.via, targetPort: port }),
      ...doors.flatMap((door) => this.behind(next, door, reached, depth + 1)),
    ];
  }

  /** Listeners that could not be read: what the balancer lets in is not known at all. */
  #unread(balancer: Balancer): Exposure[] {
    const { missing } = balancer;
    if (missing === undefined) return [];
    return balancer.addressGates.filter(({ gate }) => gate.open !== false).map(({ family }) => ({
      resourceId: balancer.arn, address: balancer.address, family, protocol: 'all', fromPort: 0, toPort: 65_535,
      sources: [], verdict: 'unknown', closedGates: [], via: 'direct', missing: [missing],
    }));
  }

  /** One row, judged once. */
  row(approach: Approach, who: Who): Exposure {
    return this.#told(approach, who, this.#judge(approach));
  }

  #judge({ family, address, doors, group }: Approach): Outcome {
    return this.#gatehouse.judgeAt(family, address, doors, group);
  }

  #told(approach: Approach, who: Who, outcome: Outcome): Exposure {
    const { protocol, port, confidence, notes } = approach;
    const subject = { ...who, address: approach.clientAddress, family: approach.family, ...(confidence < 1 ? { confidence } : {}), ...(notes.length > 0 ? { notes: [...notes] } : {}) };
    return exposureRow(subject, { traffic: { protocol, fromPort: port, toPort: port }, outcome });
  }

  #through(balancer: Balancer, target: Target, approach: Approach, hop: Hop): Approach {
    const { group, passage } = this.#inner.of(balancer, target, hop);
    const doors = approach.doors.map((door) => ({ ...door, passage: { full: bothOf(door.passage.full, passage.full), any: bothOf(door.passage.any, passage.any) } }));
    return { ...approach, doors, group: bothOf(approach.group, group) };
  }
}

type Who = Pick<RowSubject, 'resourceId' | 'via' | 'networkInterfaceId' | 'privateAddress' | 'targetPort'>;
