import type { LoadBalancer, ClassicLoadBalancer, Listener } from '../../model/resources/balancing.ts';
import type { Scope } from '../../model/index.ts';
import { CLOSED, OPEN, unknownGate, type Tri } from '../bounded.ts';
import type { Family } from '../cidr.ts';
import type { EstateView } from '../estate-view.ts';
import { forwardsOf, possibleForwards, type Forward } from './forwards.ts';

/** What a listener opens: a port at which clients knock, and where it leads. */
export interface FrontDoor {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly forwards: readonly Forward[];
}

/** Application, network and classic load balancers in one shape. */
export interface Balancer {
  readonly scope: Scope;
  readonly arn: string;
  /** `app/<name>/<id>`, `net/<name>/<id>` or the classic balancer's name: what its interfaces' descriptions say after `ELB `. */
  readonly label: string;
  readonly kind: 'application' | 'network' | 'classic';
  /** What a client would use. */
  readonly address: string;
  readonly vpcId: string | undefined;
  readonly subnetIds: readonly string[];
  /** Undefined where it has none, as a network load balancer may: then nothing filters its clients. */
  readonly groupIds: readonly string[] | undefined;
  /** The address gate of each family in which it has addresses. */
  readonly addressGates: readonly { readonly family: Family; readonly gate: Tri }[];
  readonly frontDoors: readonly FrontDoor[];
  /** Set where listeners could not be read: there may be doors that are not here. */
  readonly missing: string | undefined;
}

export function balancersOf(view: EstateView): Balancer[] {
  return [
    ...view.all('loadBalancer').filter((lb) => lb.Type === 'application' || lb.Type === 'network').map((lb) => modern(view, lb)),
    ...view.all('classicLoadBalancer').map((lb) => classic(view, lb)),
  ];
}

function modern(view: EstateView, lb: LoadBalancer): Balancer {
  const kind = lb.Type === 'network' ? 'network' : 'application';
  const groups = lb.SecurityGroups ?? [];
  const listeners = view.where('listener', 'load balancer', (listener) => [listener.LoadBalancerArn], lb.LoadBalancerArn);
  return {
    scope: lb,
    arn: lb.LoadBalancerArn,
    label: lb.LoadBalancerArn.split(':loadbalancer/')[1] ?? lb.LoadBalancerName ?? '',
    kind,
    address: lb.DNSName ?? lb.LoadBalancerArn,
    vpcId: lb.VpcId,
    subnetIds: (lb.AvailabilityZones ?? []).flatMap((zone) => zone.SubnetId ?? []),
    groupIds: kind === 'network' && groups.length === 0 ? undefined : [...groups].sort(),
    addressGates: modernAddressGates(view, lb),
    frontDoors: listeners.flatMap((listener) => doorsOf(view, lb, listener)),
    missing: view.gap(lb, 'listener'),
  };
}

function modernAddressGates(view: EstateView, lb: LoadBalancer): Balancer['addressGates'] {
  const facing = schemeGate(lb.Scheme, lb.LoadBalancerArn);
  const type = lb.IpAddressType ?? 'ipv4';
  const ipv4 = { family: 'ipv4' as const, gate: type === 'dualstack-without-public-ipv4' ? CLOSED : facing };
  return type.startsWith('dualstack') ? [ipv4, { family: 'ipv6', gate: ipv6Gate(view, lb) }] : [ipv4];
}

/** `ipv6.deny_all_igw_traffic` is false for internet-facing balancers and true for internal ones, unless someone changed it. */
function ipv6Gate(view: EstateView, lb: LoadBalancer): Tri {
  const denies = view.byId('loadBalancerAttributes', lb.LoadBalancerArn)?.Attributes['ipv6.deny_all_igw_traffic'];
  if (denies !== undefined) return denies === 'true' ? CLOSED : OPEN;
  const gap = view.gap(lb, 'loadBalancerAttributes');
  return gap ? unknownGate(gap) : schemeGate(lb.Scheme, lb.LoadBalancerArn);
}

function schemeGate(scheme: string | undefined, arn: string): Tri {
  if (scheme === undefined) return unknownGate(`scheme of ${arn}`);
  return scheme === 'internet-facing' ? OPEN : CLOSED;
}

const TRANSPORTS: Readonly<Record<string, readonly ('tcp' | 'udp')[]>> = { UDP: ['udp'], QUIC: ['udp'], TCP_UDP: ['tcp', 'udp'], TCP_QUIC: ['tcp', 'udp'] };

function doorsOf(view: EstateView, lb: LoadBalancer, listener: Listener): FrontDoor[] {
  const { Port: port } = listener;
  if (port === undefined) return [];
  const forwards = [...forwardsOf(view, listener), ...(lb.Type === 'application' ? possibleForwards(view, listener) : [])];
  return (TRANSPORTS[listener.Protocol ?? ''] ?? ['tcp']).map((protocol) => ({ protocol, port, forwards }));
}

function classic(view: EstateView, lb: ClassicLoadBalancer): Balancer {
  const partition = view.estate.accounts.find((account) => account.id === lb.account)?.partition ?? 'aws';
  return {
    scope: lb,
    arn: lb.arn ?? `arn:${partition}:elasticloadbalancing:${lb.region}:${lb.account}:loadbalancer/${lb.LoadBalancerName}`,
    label: lb.LoadBalancerName,
    kind: 'classic',
    address: lb.DNSName ?? lb.LoadBalancerName,
    vpcId: lb.VPCId,
    subnetIds: lb.Subnets ?? [],
    groupIds: [...(lb.SecurityGroups ?? [])].sort(),
    addressGates: [{ family: 'ipv4', gate: schemeGate(lb.Scheme, lb.LoadBalancerName) }],
    frontDoors: (lb.ListenerDescriptions ?? []).flatMap(({ Listener: listener }) => {
      if (listener?.LoadBalancerPort === undefined) return [];
      const to = { kind: 'instances' as const, instanceIds: (lb.Instances ?? []).flatMap((i) => i.InstanceId ?? []), port: listener.InstancePort ?? listener.LoadBalancerPort };
      return [{ protocol: 'tcp' as const, port: listener.LoadBalancerPort, forwards: [{ to, sources: undefined, missing: undefined, notes: [] }] }];
    }),
    missing: undefined,
  };
}
