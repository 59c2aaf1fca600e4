import { publicSnapshotOrImage } from '../../src/rules/public-snapshot-or-image.ts';
import { ACCOUNT, truthTable } from './case.ts';

truthTable(publicSnapshotOrImage, undefined, [
  ['an EBS snapshot', { publicSnapshot: [{ id: 'snap-1' }] }, 'fail critical', { says: 'snap-1 may be restored' }],
  ['an RDS snapshot', { publicDbSnapshot: [{ id: 'nightly' }] }, 'fail critical'],
  ['an own image', { image: [{ id: 'ami-1', Public: true, OwnerId: ACCOUNT }] }, 'fail critical'],
  ['found, while another listing was denied', { publicSnapshot: [{ id: 'snap-1' }] }, 'fail critical', { denied: ['image'] }],
  ['somebody else\'s public image', { image: [{ id: 'ami-1', Public: true, OwnerId: '444455556666' }] }, 'pass'],
  ['nothing', { snapshotBlockPublicAccess: [{ id: 'eu-west-1', State: 'block-all-sharing' }] }, 'pass', { says: 'block-all-sharing' }],
  ['nothing found, snapshots denied', {}, 'unknown', { denied: ['publicSnapshot'], says: 'ec2:DescribeSnapshots' }],
  ['nothing found, RDS not asked', {}, 'unknown', { skipped: ['publicDbSnapshot'], says: 'rds:DescribeDBSnapshots' }],
]);
