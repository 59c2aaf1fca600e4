import type { Evidence } from '../model/index.ts';
import { twelveFactor, wellArchitected } from './controls.ts';
import { describePath, entryPathsGap, entryPathsOf } from './facts/entry-path.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** What the reading of start scripts calls the state that lies in files. */
const STATE_IN_FILES: ReadonlySet<string> = new Set(['uploads', 'sessions']);

/** A load-balanced instance that keeps data on its own disks. */
export const stateOnLocalDisk = defineRule({
  id: 'state-on-local-disk',
  code: 'M04',
  title: 'Load-balanced instances keep no data on their own disks',
  severity: 'high',
  subject: 'instance',
  needs: ['volume'],
  wants: ['targetHealth', 'classicLoadBalancer'],
  controls: [...wellArchitected('REL05-BP06'), ...twelveFactor('VI Processes')],
  why: 'Uploads, sessions and queues on a disk are gone when a container ends, and two instances show their users different files.',
  remediation: {
    summary: 'Move what is kept to S3 (uploads), ElastiCache or DynamoDB (sessions) or SQS (queues); then prove it by replacing an instance.',
    command: 'aws s3 sync <local-directory> s3://<bucket>/<prefix>',
    cost: 'About USD 0.023 per GB-month in S3 instead of 0.08 to 0.10 on a volume; three to fifteen days in the application.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_stateless.html',
    'https://12factor.net/processes',
  ],
  thresholds: {
    rootSize: { value: 100, unit: 'GiB', source: PROPOSAL },
    writeRate: { value: 50, unit: 'KiB/s, the median hour', source: PROPOSAL },
    coverage: COVERAGE_FLOOR,
  },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const paths = entryPathsOf(instance, context);
    if (paths.length === 0) {
      const gap = entryPathsGap(context);
      return gap === undefined ? notApplicable('no load balancer sends traffic to it') : undecided(`whether a load balancer sends traffic to it is not known: ${gap}`);
    }
    const kept = (context.insight.bootOf(instance.id)?.state ?? []).filter(({ kind }) => STATE_IN_FILES.has(kind)).flatMap(({ evidence }) => evidence);
    const suspects: Evidence[] = [];
    const written: Evidence[] = [];
    const unmeasured: string[] = [];
    for (const { DeviceName, Ebs } of instance.BlockDeviceMappings ?? []) {
      if (Ebs?.VolumeId === undefined) continue;
      const isRoot = DeviceName !== undefined && DeviceName === instance.RootDeviceName;
      const size = context.get('volume', Ebs.VolumeId)?.Size;
      if (isRoot && (size === undefined || size <= context.threshold('rootSize'))) continue;
      const outlives = !isRoot && Ebs.DeleteOnTermination === false ? ', kept when the instance is terminated' : '';
      suspects.push({
        text: `${isRoot ? 'the root volume' : 'data volume'} ${Ebs.VolumeId} at ${DeviceName ?? 'an unnamed device'}, ${size ?? 'an unknown number of'} GiB${isRoot ? ` (limit ${context.threshold('rootSize')} GiB)` : ''}${outlives}`,
        basis: 'configuration', resourceId: Ebs.VolumeId,
      });
      const writes = readFigure(context.insight, [Ebs.VolumeId], { namespace: 'AWS/EBS', metric: 'VolumeWriteBytes', stats: ['p50'] }, context.threshold('coverage'));
      if (writes.known && writes.value > context.threshold('writeRate') * 1024) {
        written.push({ ...writes.evidence, text: `${writes.evidence.text}, more than ${context.threshold('writeRate')} KiB/s`, resourceId: Ebs.VolumeId });
      } else if (!writes.known) unmeasured.push(writes.reason);
      else if (!writes.covered) unmeasured.push(`too few datapoints of VolumeWriteBytes for ${Ebs.VolumeId}`);
    }
    if (written.length > 0 || kept.length > 0) {
      return fail(...(written.length > 0 ? suspects : []), ...written, ...kept, ...paths.slice(0, 1).map((path) => ({ text: describePath(path), basis: 'configuration' as const })));
    }
    return unmeasured.length > 0 ? undecided(`whether data is written there is not known: ${unmeasured[0]}`, ...suspects) : pass(...suspects);
  },
});
