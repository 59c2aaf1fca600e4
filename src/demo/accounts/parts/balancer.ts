import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';
import type { JsonObject } from '../../json.ts';

export interface TargetGroupSpec {
  readonly name: string;
  readonly port: number;
  readonly vpc: string;
  readonly balancer?: string;
  readonly healthPath: string;
  readonly matcher?: string;
  readonly sticky?: boolean;
  readonly targets: readonly { readonly id: string; readonly state?: string; readonly reason?: string }[];
}

/** Adds a target group of instances with its attributes and health; returns its ARN. */
export function addTargetGroup(draft: AccountDraft, spec: TargetGroupSpec): string {
  const arn = draft.arn('elasticloadbalancing', `targetgroup/${spec.name}/${draft.id('tg', spec.name).slice(4)}`);
  draft.add('elbv2-describe-target-groups', 'TargetGroups', {
    TargetGroupArn: arn, TargetGroupName: spec.name, Protocol: 'HTTP', Port: spec.port, VpcId: spec.vpc, HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port', HealthCheckEnabled: true, HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2, HealthCheckPath: spec.healthPath, Matcher: { HttpCode: spec.matcher ?? '200' },
    LoadBalancerArns: spec.balancer === undefined ? [] : [spec.balancer], TargetType: 'instance', ProtocolVersion: 'HTTP1', IpAddressType: 'ipv4',
  });
  draft.putFor('elbv2-describe-target-group-attributes', arn, { Attributes: attributes({
    'stickiness.enabled': String(spec.sticky ?? false), 'deregistration_delay.timeout_seconds': '300', 'stickiness.type': 'lb_cookie',
    'stickiness.lb_cookie.duration_seconds': '86400', 'slow_start.duration_seconds': '0', 'load_balancing.algorithm.type': 'round_robin',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
  }) });
  draft.putFor('elbv2-describe-target-health', arn, {
    TargetHealthDescriptions: spec.targets.map((target) => ({
      Target: { Id: target.id, Port: spec.port }, HealthCheckPort: String(spec.port),
      TargetHealth: { State: target.state ?? 'healthy', ...(target.reason === undefined ? {} : { Reason: target.reason }) },
    })),
  });
  return arn;
}

export interface BalancerSpec {
  readonly name: string;
  readonly vpc: string;
  readonly created: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** One node per subnet, with the public address that a client would use. */
  readonly nodes: readonly { readonly subnet: string; readonly zone: string; readonly privateIp: string; readonly publicIp: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

export function balancerArn(draft: AccountDraft, name: string): string {
  return draft.arn('elasticloadbalancing', `loadbalancer/app/${name}/${draft.id('alb', name).slice(5)}`);
}

/** Adds an internet-facing Application Load Balancer with AWS's default attributes and its network interfaces; returns its ARN. */
export function addBalancer(draft: AccountDraft, spec: BalancerSpec): string {
  const arn = balancerArn(draft, spec.name);
  draft.add('elbv2-describe-load-balancers', 'LoadBalancers', {
    LoadBalancerArn: arn, DNSName: `${spec.name}-1893472651.${draft.region}.elb.amazonaws.com`, CanonicalHostedZoneId: 'Z35SXDOTRQ7X7K',
    CreatedTime: spec.created, LoadBalancerName: spec.name, Scheme: 'internet-facing', VpcId: spec.vpc, State: { Code: 'active' }, Type: 'application',
    AvailabilityZones: spec.nodes.map((node) => ({ ZoneName: node.zone, SubnetId: node.subnet, LoadBalancerAddresses: [] })),
    SecurityGroups: spec.groups.map((group) => group.id), IpAddressType: 'ipv4',
  });
  draft.putFor('elbv2-describe-load-balancer-attributes', arn, { Attributes: attributes({
    'access_logs.s3.enabled': 'false', 'access_logs.s3.bucket': '', 'access_logs.s3.prefix': '', 'idle_timeout.timeout_seconds': '60',
    'deletion_protection.enabled': 'false', 'routing.http2.enabled': 'true', 'routing.http.drop_invalid_header_fields.enabled': 'false',
    'routing.http.xff_client_port.enabled': 'false', 'routing.http.preserve_host_header.enabled': 'false', 'routing.http.xff_header_processing.mode': 'append',
    'load_balancing.cross_zone.enabled': 'true', 'routing.http.desync_mitigation_mode': 'defensive', 'client_keep_alive.seconds': '3600',
    'waf.fail_open.enabled': 'false', 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': 'false', 'connection_logs.s3.enabled': 'false',
    'connection_logs.s3.bucket': '', 'connection_logs.s3.prefix': '', 'zonal_shift.config.enabled': 'false',
  }) });
  draft.add('elbv2-describe-tags', 'TagDescriptions', { ResourceArn: arn, Tags: tagList(spec.tags) });
  for (const [at, node] of spec.nodes.entries()) addNode(draft, spec, node, at);
  return arn;
}

function addNode(draft: AccountDraft, spec: BalancerSpec, node: BalancerSpec['nodes'][number], at: number): void {
  const association = { IpOwnerId: 'amazon-elb', PublicDnsName: '', PublicIp: node.publicIp };
  draft.add('ec2-describe-network-interfaces', 'NetworkInterfaces', {
    NetworkInterfaceId: draft.id('eni', `${spec.name}-${at}`), InterfaceType: 'interface', Status: 'in-use', VpcId: spec.vpc, SubnetId: node.subnet,
    Description: `ELB ${balancerArn(draft, spec.name).split(':loadbalancer/')[1] ?? ''}`, AvailabilityZone: node.zone, OwnerId: draft.account,
    RequesterId: 'amazon-elb', RequesterManaged: true, SourceDestCheck: true, PrivateIpAddress: node.privateIp, Ipv6Addresses: [], TagSet: [],
    Groups: spec.groups.map((group) => ({ GroupId: group.id, GroupName: group.name })), Association: association,
    Attachment: { AttachTime: spec.created, AttachmentId: draft.id('ela-attach', `${spec.name}-${at}`), DeleteOnTermination: false, DeviceIndex: 1, InstanceOwnerId: 'amazon-elb', Status: 'attached' },
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: node.privateIp, Association: association }],
  });
}

export interface ListenerSpec {
  readonly balancer: string;
  readonly port: number;
  readonly defaultTarget: string;
  readonly paths: readonly { readonly priority: number; readonly patterns: readonly string[]; readonly target: string }[];
}

/** Adds an HTTP listener that forwards by path; returns its ARN. */
export function addHttpListener(draft: AccountDraft, spec: ListenerSpec): string {
  const tail = spec.balancer.split(':loadbalancer/')[1] ?? '';
  const id = draft.id('listener', `${tail}-${spec.port}`).slice(10);
  const arn = draft.arn('elasticloadbalancing', `listener/${tail}/${id}`);
  draft.addFor('elbv2-describe-listeners', spec.balancer, 'Listeners', {
    ListenerArn: arn, LoadBalancerArn: spec.balancer, Port: spec.port, Protocol: 'HTTP', DefaultActions: [forward(spec.defaultTarget)],
  });
  const rule = (name: string): string => draft.arn('elasticloadbalancing', `listener-rule/${tail}/${id}/${draft.id('rule', `${tail}-${name}`).slice(6)}`);
  draft.putFor('elbv2-describe-rules', arn, {
    Rules: [
      ...spec.paths.map((path) => ({
        RuleArn: rule(String(path.priority)), Priority: String(path.priority), IsDefault: false, Actions: [forward(path.target)],
        Conditions: [{ Field: 'path-pattern', Values: path.patterns, PathPatternConfig: { Values: path.patterns } }],
      })),
      { RuleArn: rule('default'), Priority: 'default', Conditions: [], Actions: [forward(spec.defaultTarget)], IsDefault: true },
    ],
  });
  return arn;
}

function forward(target: string): JsonObject {
  return {
    Type: 'forward', TargetGroupArn: target,
    ForwardConfig: { TargetGroups: [{ TargetGroupArn: target, Weight: 1 }], TargetGroupStickinessConfig: { Enabled: false } },
  };
}

function attributes(values: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}
