import { wellArchitected } from './controls.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Something is written to disks that are lost when the instance stops. */
export const dataOnInstanceStore = defineRule({
  id: 'data-on-instance-store',
  code: 'M05',
  title: 'Nothing is kept on instance store disks',
  severity: 'critical',
  subject: 'instance',
  needs: ['instanceType'],
  controls: wellArchitected('REL09-BP03'),
  why: 'An image does not hold these disks: a move by image, and every stop, loses what is on them without a word.',
  remediation: {
    summary: 'Find out what is written. Copy data to a volume or to S3 before the first stop; scratch space and caches may stay.',
    command: 'aws s3 sync <instance-store-directory> s3://<bucket>/<prefix>',
    cost: 'About USD 0.08 per GB-month for a gp3 volume; one to three days.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html'],
  thresholds: { coverage: COVERAGE_FLOOR },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const type = instance.InstanceType === undefined ? undefined : context.get('instanceType', instance.InstanceType);
    if (!type) return undecided(`what the type ${instance.InstanceType ?? '(not stated)'} has is not known`);
    const size = type.InstanceStorageInfo?.TotalSizeInGB;
    if (type.InstanceStorageSupported === false || (type.InstanceStorageSupported === undefined && size === undefined)) return notApplicable(`${type.id} has no instance store`);
    const store = { text: `${type.id} has ${size ?? 'an unknown number of'} GB of instance store`, basis: 'configuration' } as const;
    const writes = readFigure(context.insight, [instance.id, instance.arn], { namespace: 'AWS/EC2', metric: 'DiskWriteBytes', stats: ['p95', 'Maximum', 'Sum'] }, context.threshold('coverage'));
    if (!writes.known) return undecided(`whether it is written to is not known: ${writes.reason}`, store);
    if (writes.value > 0) return fail(store, writes.evidence, { text: 'whether what is written has a replica elsewhere is not known', basis: 'metric' });
    return writes.covered ? pass(store, writes.evidence) : undecided('too few datapoints of DiskWriteBytes to say that nothing is written', store, writes.evidence);
  },
});
