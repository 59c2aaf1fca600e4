import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/** One way by which a load balancer sends traffic to an instance. */
export interface EntryPath {
  /** Target group ARN, or the name of a classic load balancer. */
  readonly through: string;
  readonly kind: 'target-group' | 'classic-load-balancer';
  /** The port that the instance is reached on, where it is stated. */
  readonly port: number | undefined;
}

export type EntryKinds = 'targetHealth' | 'classicLoadBalancer';

/** Every target group and classic load balancer that the instance is registered with, by id or by its primary private address. */
export function entryPathsOf(instance: ResourceOf<'instance'>, context: RuleContext<EntryKinds>): readonly EntryPath[] {
  const paths: EntryPath[] = [];
  for (const id of [instance.id, instance.PrivateIpAddress]) {
    if (id === undefined) continue;
    for (const group of context.where('targetHealth', 'target id', targetIds, id)) {
      for (const { Target } of group.TargetHealthDescriptions) {
        if (Target.Id === id) paths.push({ through: group.id, kind: 'target-group', port: Target.Port });
      }
    }
  }
  for (const balancer of context.where('classicLoadBalancer', 'registered instance', registeredInstances, instance.id)) {
    const ports = new Set((balancer.ListenerDescriptions ?? []).map(({ Listener }) => Listener?.InstancePort));
    for (const port of ports.size === 0 ? [undefined] : ports) paths.push({ through: balancer.LoadBalancerName, kind: 'classic-load-balancer', port });
  }
  return paths;
}

/** Why the paths may not be all; undefined where they are. */
export function entryPathsGap(context: RuleContext<EntryKinds>): string | undefined {
  for (const kind of ['targetHealth', 'classicLoadBalancer'] as const) {
    const completeness = context.completeness(kind);
    if (completeness.state !== 'complete') return completeness.reason;
  }
  return undefined;
}

export function describePath(path: EntryPath): string {
  const port = path.port === undefined ? '' : ` on port ${path.port}`;
  return path.kind === 'target-group' ? `target of ${targetGroupName(path.through)}${port}` : `registered with the classic load balancer ${path.through}${port}`;
}

/** `shop-web` of `arn:…:targetgroup/shop-web/0123456789abcdef`. */
export function targetGroupName(arn: string): string {
  return arn.split('/')[1] ?? arn;
}

function targetIds(group: ResourceOf<'targetHealth'>): readonly string[] {
  return group.TargetHealthDescriptions.map(({ Target }) => Target.Id);
}

function registeredInstances(balancer: ResourceOf<'classicLoadBalancer'>): readonly (string | undefined)[] {
  return (balancer.Instances ?? []).map(({ InstanceId }) => InstanceId);
}
