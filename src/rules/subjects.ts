import { GLOBAL, isGlobalKind, type Account, type EstateIndex, type Insight, type Kind, type ResourceBase, type Scope } from '../model/index.ts';
import { resourceArn } from './resource-arn.ts';
import type { Subject } from './rule.ts';

/** Something to be judged, with what every finding on it repeats. */
export interface SubjectEntry {
  readonly subject: unknown;
  readonly resourceId: string;
  readonly resourceName: string | undefined;
}

/**
 * What rules are judged on, by kind and scope, in the order of resource ids. Each list is made once and shared by every rule
 * with that subject, so the names that findings repeat are shared too.
 */
export class Subjects {
  readonly #index: EstateIndex;
  readonly #partitions: ReadonlyMap<string, string>;
  readonly #insight: Insight;
  readonly #lists = new Map<string, readonly SubjectEntry[]>();
  #workloads: Map<string, SubjectEntry[]> | undefined;
  readonly #globalScopes: readonly Scope[];
  readonly #regionalScopes: readonly Scope[];

  constructor(index: EstateIndex, insight: Insight) {
    this.#index = index;
    this.#insight = insight;
    this.#partitions = new Map(index.estate.accounts.map((account: Account) => [account.id, account.partition]));
    this.#regionalScopes = [...index.scopes].sort((a, b) => order(a.region, b.region) || order(a.account, b.account));
    this.#globalScopes = index.estate.accounts.map((account) => ({ account: account.id, region: GLOBAL }));
  }

  /** A global service's kinds are judged once per account, everything else in each region. */
  scopes(subject: Subject): readonly Scope[] {
    return subject !== 'scope' && subject !== 'workload' && isGlobalKind(subject) ? this.#globalScopes : this.#regionalScopes;
  }

  in(scope: Scope, subject: Subject): readonly SubjectEntry[] {
    const key = `${subject} ${scope.account} ${scope.region}`;
    let list = this.#lists.get(key);
    if (!list) {
      list = this.#make(scope, subject).sort((a, b) => order(a.resourceId, b.resourceId));
      this.#lists.set(key, list);
    }
    return list;
  }

  #make(scope: Scope, subject: Subject): SubjectEntry[] {
    if (subject === 'scope') return [{ subject: scope, resourceId: scopeId(scope), resourceName: undefined }];
    if (subject === 'workload') return this.#workloadsByScope().get(scopeId(scope)) ?? [];
    const partition = this.#partitions.get(scope.account) ?? 'aws';
    // A global resource that a regional listing also shows is judged in the global scope only.
    return (this.#index.list(scope, subject) as readonly ResourceBase[])
      .filter((resource) => resource.region === scope.region)
      .map((resource) => ({ subject: resource, resourceId: resourceArn(subject, resource, partition), resourceName: nameOf(subject, resource) }));
  }

  /** A workload lies where its first instance does; one whose instances are not in the estate lies in the first scope. */
  #workloadsByScope(): Map<string, SubjectEntry[]> {
    if (this.#workloads) return this.#workloads;
    const scopeOfInstance = new Map((this.#index.estate.resources.instance ?? []).map((instance) => [instance.id, scopeId(instance)]));
    const first = this.#regionalScopes[0];
    const byScope = new Map<string, SubjectEntry[]>();
    for (const workload of this.#insight.workloads) {
      const home = workload.instanceIds.map((id) => scopeOfInstance.get(id)).find((id) => id !== undefined) ?? (first && scopeId(first));
      if (home === undefined) continue;
      const bucket = byScope.get(home) ?? [];
      bucket.push({ subject: workload, resourceId: workload.id, resourceName: workload.name });
      byScope.set(home, bucket);
    }
    this.#workloads = byScope;
    return byScope;
  }
}

/** How findings name an account and region as a whole. */
export function scopeId(scope: Scope): string {
  return `${scope.account}/${scope.region}`;
}

/** Code-unit order: the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** AWS's own name fields, for kinds that people know by them rather than by a tag. */
const NAME_FIELDS: Partial<Record<Kind, string>> = {
  securityGroup: 'GroupName',
  loadBalancer: 'LoadBalancerName',
  classicLoadBalancer: 'LoadBalancerName',
  targetGroup: 'TargetGroupName',
  launchTemplate: 'LaunchTemplateName',
  launchConfiguration: 'LaunchConfigurationName',
  autoScalingGroup: 'AutoScalingGroupName',
  image: 'Name',
  certificate: 'DomainName',
  dbInstance: 'DBInstanceIdentifier',
  dbCluster: 'DBClusterIdentifier',
  address: 'PublicIp',
};

function nameOf(kind: Kind, resource: ResourceBase): string | undefined {
  if (resource.tags['Name'] !== undefined) return resource.tags['Name'];
  const field = NAME_FIELDS[kind];
  const value = field === undefined ? undefined : (resource as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
}
