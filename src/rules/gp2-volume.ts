import { wellArchitected } from './controls.ts';
import { compareWithGp3, VOLUME_PRICES_AS_OF } from './facts/volume-prices.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

const OLD: ReadonlySet<string> = new Set(['gp2', 'io1', 'standard']);

/** A volume type that gp3 (or io2) does better for less. */
export const gp2Volume = defineRule({
  id: 'gp2-volume',
  code: 'M19',
  title: 'Volumes are of a current type',
  severity: 'low',
  subject: 'volume',
  needs: [],
  controls: wellArchitected('COST06-BP02'),
  why: 'A change without downtime that pays for other steps, and IOPS that no longer hang on the size make the storage of the target easy to plan.',
  remediation: {
    summary: 'Change the type to gp3, with the IOPS and throughput that the volume has today; a change takes up to a day and cannot be followed by another one for six hours.',
    command: 'aws ec2 modify-volume --volume-id <volume-id> --volume-type gp3 --iops <iops> --throughput <mib-per-second>',
    cost: 'Saves about a fifth of the storage price of gp2; minutes for each volume.',
    interrupts: 'no',
  },
  phase: 'optimise',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/modify-volume-requirements.html',
  ],
  judge(volume) {
    const type = volume.VolumeType;
    if (type === undefined) return undecided('the description of the volume does not state VolumeType');
    if (!OLD.has(type)) return pass();
    const size = volume.Size;
    const kind = { text: `VolumeType is ${type}${size === undefined ? '' : `, ${size} GiB`}`, basis: 'configuration' } as const;
    const compared = size === undefined ? undefined : compareWithGp3(type, size, volume.Iops);
    if (!compared) return fail(kind);
    const { today, asGp3, iops, mibps } = compared;
    return fail(kind, {
      text: `list price us-east-1 of ${VOLUME_PRICES_AS_OF}: USD ${today.toFixed(2)} a month today, ${asGp3.toFixed(2)} as gp3 with ${iops} IOPS and ${mibps} MiB/s`,
      basis: 'configuration',
    });
  },
});
