import type { Evidence } from '../model/index.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** Storage that takes long to replicate. */
export const largeOrManyVolumes = defineRule({
  id: 'large-or-many-volumes',
  code: 'M27',
  title: 'The storage of the instance is quick to replicate',
  severity: 'info',
  subject: 'instance',
  needs: ['volume'],
  controls: [],
  why: 'Size and number of the volumes decide how long the first replication takes and how wide the window of the cut-over must be.',
  remediation: {
    summary: 'Delete what is not needed, move bulk data to S3 beforehand, start replication early; take crash-consistent snapshots of all volumes at once.',
    command: 'aws ec2 create-snapshots --instance-specification InstanceId=<instance-id> --description <text>',
    cost: 'Snapshot storage (about USD 0.05 per GB-month); days of replication, hours of work.',
    interrupts: 'no',
  },
  phase: 'migrate',
  sources: [
    'https://docs.aws.amazon.com/mgn/latest/ug/what-is-application-migration-service.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html',
  ],
  thresholds: {
    size: { value: 1024, unit: 'GiB attached', source: PROPOSAL },
    volumes: { value: 3, unit: 'volumes', source: PROPOSAL },
  },
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    if (instance.BlockDeviceMappings === undefined) return undecided('the description of the instance does not list its block devices');
    const ids = instance.BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.VolumeId ?? []);
    const volumes = ids.flatMap((id) => context.get('volume', id) ?? []);
    const sizes = volumes.flatMap(({ Size }) => Size ?? []);
    const gib = sizes.reduce((sum, size) => sum + size, 0);
    const faults: Evidence[] = [];
    if (gib > context.threshold('size')) faults.push({ text: `${gib} GiB attached, more than ${context.threshold('size')}`, basis: 'configuration' });
    if (ids.length > context.threshold('volumes')) faults.push({ text: `${ids.length} volumes, more than ${context.threshold('volumes')}`, basis: 'configuration' });
    for (const { id } of volumes.filter(({ MultiAttachEnabled }) => MultiAttachEnabled === true)) faults.push({ text: `${id} can be attached to several instances at once`, basis: 'configuration', resourceId: id });
    if (faults.length > 0) return fail(...faults);
    return sizes.length < ids.length ? undecided(`the size of ${ids.length - sizes.length} of ${ids.length} volumes is not known`) : pass();
  },
});
