import { stateOnLocalDisk } from '../../src/rules/state-on-local-disk.ts';
import { boot, figure, running, stopped, targeted } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const disk = (DeviceName: string, VolumeId: string, DeleteOnTermination = true) => ({ DeviceName, Ebs: { VolumeId, DeleteOnTermination } });
const root = disk('/dev/xvda', 'vol-root');
const web = (disks: readonly ReturnType<typeof disk>[], sizes: Record<string, number>) => ({
  instance: [running({ RootDeviceName: '/dev/xvda', BlockDeviceMappings: [...disks] })],
  targetHealth: [targeted(80)],
  volume: Object.entries(sizes).map(([id, Size]) => ({ id, VolumeId: id, Size })),
});
const plain = web([root], { 'vol-root': 20 });
const data = web([root, disk('/dev/sdf', 'vol-data', false)], { 'vol-root': 20, 'vol-data': 200 });
const writes = (kib: number, coverage = 1, resourceId = 'vol-data') => ({ baseline: { utilisation: [figure('VolumeWriteBytes', 'p50', kib * 1024, { namespace: 'AWS/EBS', resourceId, unit: 'B/s', coverage })] } });

truthTable(stateOnLocalDisk, 'i-1', [
  ['a small root volume only', 'pass', plain],
  ['uploads in the start script', 'fail high', plain, { insight: { boot: [boot({ state: [{ kind: 'uploads', evidence: [{ text: 'mkdir /var/www/uploads', basis: 'text', line: 9 }] }] })] }, says: /uploads/ }],
  ['a data volume that is written all day', 'fail high', data, { ...writes(51), says: /more than 50 KiB\/s/ }],
  ['a data volume that is written at the limit', 'pass', data, writes(50)],
  ['a data volume that is hardly written', 'pass', data, writes(49)],
  ['hardly written, in half a window', 'unknown', data, { ...writes(49, 0.5), says: /too few/ }],
  ['written all day, in half a window', 'fail high', data, writes(51, 0.5)],
  ['a data volume, no metrics', 'unknown', data, { says: /kept when the instance is terminated/ }],
  ['a large root volume, no metrics', 'unknown', web([root], { 'vol-root': 101 }), { says: /101 GiB \(limit 100 GiB\)/ }],
  ['a root volume at the limit', 'pass', web([root], { 'vol-root': 100 })],
  ['volumes denied', 'unknown', { ...data, volume: [] }, { denied: ['volume'] }],
  ['behind nothing', 'not-applicable', { ...data, targetHealth: [] }],
  ['behind nothing that is known', 'unknown', { ...data, targetHealth: [] }, { denied: ['targetHealth'] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
