import type { Insight, Workload } from '../model/index.ts';

export interface Target {
  readonly summary: string;
  /** AWS services by their AWS names, in the order in which a request meets them. */
  readonly services: readonly string[];
}

/** A service of the target and the fact that calls for it. */
interface Call {
  readonly service: string;
  readonly because: string;
}

const DATABASES = new Set(['postgresql', 'mysql', 'mariadb', 'mssqlserver', 'oracle-database']);
const CACHES = new Set(['redis', 'valkey', 'memcached']);

/**
 * The platform that today's facts point at: containers behind the balancer for what serves requests, a managed service for every
 * kind of state that was found on an instance. A starting point: it is held against no alternative here.
 */
export function targetOf(insight: Insight): Target {
  const serving = insight.workloads.filter((workload) => ['web', 'app', 'batch', 'queue', 'unknown'].includes(workload.role));
  if (serving.length === 0) {
    return { summary: 'No target can be named: no instance was found that serves anything.', services: [] };
  }
  const calls = [...entryCalls(serving, insight), ...platformCalls(serving, insight), ...stateCalls(insight)];
  const services = [...new Set(calls.map((call) => call.service))];
  const reasons = [...new Set(calls.map((call) => `${call.service}: ${call.because}`))];
  return { summary: `A starting point from what was found, not yet compared with alternatives. ${reasons.join('. ')}.`, services };
}

function entryCalls(serving: readonly Workload[], insight: Insight): Call[] {
  const balanced = insight.exposures.some((exposure) => exposure.via !== 'direct') || serving.some((workload) => workload.groupedBy === 'target-group');
  return balanced
    ? [{ service: 'Elastic Load Balancing', because: 'the entry point stays, and lets traffic move by weight' }]
    : [{ service: 'Elastic Load Balancing', because: 'clients need an entry point that is not an instance' }];
}

function platformCalls(serving: readonly Workload[], insight: Insight): Call[] {
  const windows = new Set(insight.boot.filter((boot) => boot.format === 'powershell').map((boot) => boot.resourceId));
  const onWindows = serving.filter((workload) => workload.instanceIds.some((id) => windows.has(id)));
  const calls: Call[] = [];
  if (onWindows.length > 0) calls.push({ service: 'Amazon EC2 Auto Scaling', because: `${names(onWindows)} runs on Windows, which is re-hosted before it is changed` });
  const onLinux = serving.filter((workload) => !onWindows.includes(workload));
  if (onLinux.length > 0) {
    calls.push(
      { service: 'Amazon ECS', because: `runs ${names(onLinux)} as containers` },
      { service: 'AWS Fargate', because: 'no hosts to patch' },
      { service: 'Amazon ECR', because: 'holds the images that replace the user-data scripts' },
    );
  }
  return calls;
}

function stateCalls(insight: Insight): Call[] {
  const components = new Set(insight.components.map((component) => component.component));
  const states = new Set(insight.workloads.flatMap((workload) => workload.state.map((state) => state.kind)));
  const databases = [...components].filter((component) => DATABASES.has(component)).toSorted();
  const caches = [...components].filter((component) => CACHES.has(component)).toSorted();
  const calls: Call[] = [];
  if (databases.length > 0) calls.push({ service: 'Amazon RDS', because: `takes ${databases.join(' and ')} off the instances` });
  if (caches.length > 0 || states.has('sessions')) {
    calls.push({ service: 'Amazon ElastiCache', because: caches.length > 0 ? `takes ${caches.join(' and ')} off the instances` : 'keeps the sessions' });
  }
  if (components.has('mongodb')) calls.push({ service: 'Amazon DocumentDB', because: 'takes mongodb off the instances, once its compatibility is tested' });
  if (components.has('rabbitmq') || components.has('activemq')) calls.push({ service: 'Amazon MQ', because: 'takes the message broker off the instances' });
  if (states.has('uploads')) calls.push({ service: 'Amazon S3', because: 'keeps the uploads' });
  if (states.has('shared-file-system')) calls.push({ service: 'Amazon EFS', because: 'keeps the shared files' });
  if (states.has('cron') || insight.boot.some((boot) => boot.scheduledJobs.length > 0)) {
    calls.push({ service: 'Amazon EventBridge Scheduler', because: 'runs the scheduled jobs once, however many tasks there are' });
  }
  if (insight.boot.some((boot) => boot.secrets.length > 0)) calls.push({ service: 'AWS Secrets Manager', because: 'holds the secrets that lie in user data' });
  calls.push({ service: 'Amazon CloudWatch', because: 'logs, metrics and the alarms that stop a bad cutover' });
  return calls;
}

function names(workloads: readonly Workload[]): string {
  return workloads.map((workload) => workload.name).toSorted().join(', ');
}
