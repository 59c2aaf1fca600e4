import { volumeWithoutBackup } from '../../src/rules/volume-without-backup.ts';
import { running } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const volume = [{ id: 'vol-1', VolumeId: 'vol-1', Attachments: [{ InstanceId: 'i-1' }] }];
const snapshot = (StartTime: string, more = {}) => [{ id: 'snap-1', SnapshotId: 'snap-1', VolumeId: 'vol-1', StartTime, ...more }];
const protectedResource = (LastBackupTime: string) => [{ id: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1', ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1', LastBackupTime }];

truthTable(volumeWithoutBackup, 'vol-1', [
  ['a snapshot of a week ago', 'pass', { volume, snapshot: snapshot('2026-11-13T00:00:00Z') }],
  ['a snapshot of eight days ago', 'fail high', { volume, snapshot: snapshot('2026-11-12T00:00:00Z') }, { says: /of 2026-11-12, 8 days ago \(at most 7 days\)/ }],
  ['an old snapshot and a fresh recovery point', 'pass', { volume, snapshot: snapshot('2020-01-01T00:00:00Z'), protectedResource: protectedResource('2026-11-19T00:00:00Z') }],
  ['a snapshot that failed', 'fail high', { volume, snapshot: snapshot('2026-11-19T00:00:00Z', { State: 'error' }) }],
  ['nothing', 'fail high', { volume }, { says: /no snapshot and no recovery point/ }],
  ['nothing, AWS Backup denied', 'unknown', { volume }, { denied: ['protectedResource'], says: /ListProtectedResources was denied/ }],
  ['a fresh snapshot, AWS Backup denied', 'pass', { volume, snapshot: snapshot('2026-11-19T00:00:00Z') }, { denied: ['protectedResource'] }],
  ['of an instance that is replaced anyway', 'not-applicable', { volume, instance: [running({ tags: { 'aws:autoscaling:groupName': 'web' } })] }],
  ['attached to nothing', 'not-applicable', { volume: [{ id: 'vol-1', VolumeId: 'vol-1' }] }],
]);
truthTable(volumeWithoutBackup, undefined, [['volumes denied', 'unknown', {}, { denied: ['volume'] }]]);
