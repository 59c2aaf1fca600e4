import type { BootFacts, Component, Dependency, Estate, Exposure, MoveGroup, SharedService, SubnetKind, Workload } from '../model/index.ts';
import { configuredEdges } from './dependencies/configured.ts';
import { EdgeSet } from './dependencies/edges.ts';
import { moveGroups, sharedServices } from './dependencies/move-groups.ts';
import { permittedEdges } from './dependencies/permitted.ts';
import { targetSetsOf } from './grouping/targets.ts';
import { workloadsOf } from './grouping/workloads.ts';
import { readEstateScripts } from './user-data/of-estate.ts';

export interface WorkloadInsight {
  readonly components: Component[];
  readonly boot: BootFacts[];
  readonly workloads: Workload[];
  /** Permitted and configured; observed ones join from traffic. */
  readonly dependencies: Dependency[];
  readonly moveGroups: MoveGroup[];
  readonly sharedServices: SharedService[];
}

/**
 * What runs in an estate, in which workloads, and what they need. Pure; every distinct script is read once. What was not
 * collected lowers confidence and says nothing more: an instance whose user data was denied has no components here.
 */
export function analyseWorkloads(estate: Estate, network: { readonly exposures: readonly Exposure[]; readonly subnets: readonly SubnetKind[] }): WorkloadInsight {
  const scripts = readEstateScripts(estate);
  const grouped = workloadsOf(estate, targetSetsOf(estate), scripts, network.exposures);
  const edges = new EdgeSet();
  permittedEdges(estate, grouped, edges);
  configuredEdges(estate, grouped, edges);
  const dependencies = edges.sorted();
  const shared = sharedServices(grouped, dependencies);
  return {
    components: scripts.components,
    boot: scripts.boot,
    workloads: grouped.map(({ workload }) => workload),
    dependencies,
    moveGroups: moveGroups(dependencies, shared),
    sharedServices: shared,
  };
}
