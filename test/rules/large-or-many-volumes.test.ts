import { largeOrManyVolumes } from '../../src/rules/large-or-many-volumes.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const disks = (...sizes: (number | undefined)[]) => ({
  instance: [running({ BlockDeviceMappings: sizes.map((_, at) => ({ Ebs: { VolumeId: `vol-${at}` } })) })],
  volume: sizes.flatMap((Size, at) => (Size === undefined ? [] : [{ id: `vol-${at}`, VolumeId: `vol-${at}`, Size }])),
});

truthTable(largeOrManyVolumes, 'i-1', [
  ['1 TiB in three volumes', 'pass', disks(24, 500, 500)],
  ['over 1 TiB', 'fail info', disks(25, 500, 500), { says: /1025 GiB attached, more than 1024/ }],
  ['four volumes', 'fail info', disks(1, 1, 1, 1), { says: /4 volumes, more than 3/ }],
  ['a volume for several instances', 'fail info', { ...disks(8), volume: [{ id: 'vol-0', VolumeId: 'vol-0', Size: 8, MultiAttachEnabled: true }] }],
  ['a volume of unknown size', 'unknown', disks(8, undefined)],
  ['over 1 TiB with a volume of unknown size', 'fail info', disks(2000, undefined)],
  ['volumes denied', 'unknown', { ...disks(8), volume: [] }, { denied: ['volume'] }],
  ['devices not listed', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
