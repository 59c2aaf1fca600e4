import type { Insight, PhaseId, PlanStep, Workload } from '../model/index.ts';
import { effortOf, LARGE, MEDIUM, SMALL } from './effort.ts';
import type { Target } from './target.ts';

const SERVING = ['web', 'app', 'batch', 'queue', 'unknown'] as const;
const WEIGHTS = '1 %, 10 %, 50 %, 100 %';

/** The steps that move each workload, in the phases where they belong; none where no target could be named. */
export function moveSteps(phase: PhaseId, insight: Insight, target: Target): PlanStep[] {
  if (target.services.length === 0) return [];
  const serving = insight.workloads.filter((workload) => (SERVING as readonly string[]).includes(workload.role));
  const databases = insight.workloads.filter((workload) => workload.role === 'database');
  if (phase === 'decouple') return databases.map((workload) => moveDatabase(workload));
  if (phase === 'migrate') return serving.flatMap((workload) => [buildImage(workload, insight), moveTraffic(workload)]);
  if (phase === 'optimise') return serving.map((workload) => retire(workload));
  return [];
}

function buildImage(workload: Workload, insight: Insight): PlanStep {
  const found = [...new Set(insight.components.filter((component) => workload.instanceIds.includes(component.resourceId))
    .map((component) => (component.version ? `${component.component} ${component.version}` : component.component)))].toSorted();
  return {
    id: `image-${workload.id}`,
    title: `Build an image of ${workload.name}`,
    why: found.length > 0 ? `Its instances are put together at boot; an image holds ${found.join(', ')} as they were tested.` : 'What runs on its instances is not known from user data: it has to be listed by hand first.',
    preconditions: ['The application starts without user data, from a build that runs in a pipeline', 'Configuration and secrets come from outside the image'],
    actions: ['Write a Dockerfile from the user data', 'Build and scan it in the pipeline', 'Run the application\'s own tests against the container'],
    checks: [{ text: `The container of ${workload.name} passes the application's own tests`, kind: 'manual', resourceIds: workload.instanceIds }],
    rollback: 'Nothing serves from it yet: drop the image.',
    effortDays: effortOf(LARGE, found.length === 0 ? 2 : 1),
    interrupts: 'no',
    closes: [],
  };
}

function moveTraffic(workload: Workload): PlanStep {
  const seams = workload.seams.map((seam) => seam.description);
  return {
    id: `traffic-${workload.id}`,
    title: `Move the traffic of ${workload.name} to the new platform`,
    why: seams.length > 0 ? `It can be cut at: ${seams.join('; ')}.` : 'No seam was found: all of it moves together, by weight.',
    preconditions: ['A load test of the new platform is no worse than one of the old', 'Alarms on errors and latency of the balancer exist'],
    actions: [
      'Register the new platform as a second target group of the same listener',
      `Forward by weight: ${WEIGHTS}; one hour at least between steps${seams.length > 0 ? ', one seam after the other' : ''}`,
    ],
    checks: [{ text: 'The new platform is no worse than the benchmark of this run', kind: 'manual', resourceIds: workload.instanceIds }],
    rollback: 'Set the weight of the new target group to 0: the old instances still run.',
    effortDays: effortOf(MEDIUM, Math.max(1, seams.length)),
    interrupts: 'no',
    closes: [],
  };
}

function moveDatabase(workload: Workload): PlanStep {
  return {
    id: `database-${workload.id}`,
    title: `Move ${workload.name} to a managed database`,
    why: 'A database on an instance is backed up, patched and failed over by hand, and it ties the application to its host.',
    preconditions: ['A restore from backup has been tried', 'Every client of the database is known (flow logs)'],
    actions: ['Create the managed database in private subnets', 'Copy the data and keep it in step by replication', 'Stop writes, wait for the replica, switch the connection string'],
    checks: [{ text: 'No client connects to the old database any more', kind: 'manual', resourceIds: workload.instanceIds }],
    rollback: 'Until the switch: drop the replica. After it: only with replication in the other direction, so set that up first.',
    effortDays: effortOf(LARGE, 2),
    interrupts: 'brief',
    closes: [],
  };
}

function retire(workload: Workload): PlanStep {
  return {
    id: `retire-${workload.id}`,
    title: `Retire the old instances of ${workload.name}`,
    why: 'Until they are gone they cost money, and somebody may still use them.',
    preconditions: ['No request has reached them for two weeks (RequestCount per target group)', 'A snapshot of their volumes exists'],
    actions: [`Stop, wait a week, then terminate ${workload.instanceIds.length === 1 ? 'the instance' : `the ${workload.instanceIds.length} instances`}`],
    checks: [{ text: 'The instances are not there any more', kind: 'manual', resourceIds: workload.instanceIds }],
    rollback: 'Start them again; after termination, restore from the snapshot.',
    effortDays: effortOf(SMALL, workload.instanceIds.length),
    interrupts: 'no',
    closes: [],
  };
}
