import { notManagedBySsm } from '../../src/rules/not-managed-by-ssm.ts';
import { running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const managed = (PingStatus?: string) => [{ id: 'i-1', InstanceId: 'i-1', PingStatus, LastPingDateTime: '2026-11-01T00:00:00Z' }];

truthTable(notManagedBySsm, 'i-1', [
  ['online', 'pass', { instance: [running()], managedInstance: managed('Online') }],
  ['lost', 'fail medium', { instance: [running()], managedInstance: managed('ConnectionLost') }, { says: /ConnectionLost, last heard of at 2026-11-01/ }],
  ['not listed', 'fail medium', { instance: [running()] }],
  ['not listed, the list is not whole', 'unknown', { instance: [running()] }, { partial: ['managedInstance'] }],
  ['lost, the list is not whole', 'fail medium', { instance: [running()], managedInstance: managed('ConnectionLost') }, { partial: ['managedInstance'] }],
  ['denied', 'unknown', { instance: [running()] }, { denied: ['managedInstance'], says: /ssm:DescribeInstanceInformation was denied/ }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
