import { stoppedInstance } from '../../src/rules/stopped-instance.ts';
import { running } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const since = (StateTransitionReason: string) => running({
  State: { Name: 'stopped' }, StateTransitionReason, BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-1' } }],
});
const volume = [{ id: 'vol-1', VolumeId: 'vol-1', Size: 80 }];

truthTable(stoppedInstance, 'i-1', [
  ['stopped for 30 days', 'pass', { instance: [since('User initiated (2026-10-21 00:00:00 GMT)')] }, { says: /30 days ago/ }],
  ['stopped for 31 days', 'fail low', { instance: [since('User initiated (2026-10-20 00:00:00 GMT)')], volume }, { says: /31 days ago \(limit 30 days\)[^]*80 GiB/ }],
  ['stopped for 31 days, where 60 are allowed', 'pass', { instance: [since('User initiated (2026-10-20 00:00:00 GMT)')] }, { thresholds: { days: 60 } }],
  ['stopped, nobody knows since when', 'unknown', { instance: [since('')] }],
  ['a reason without a date', 'unknown', { instance: [since('Server.SpotInstanceShutdown: out of capacity')] }],
  ['running', 'not-applicable', { instance: [running()] }],
  ['no state', 'unknown', { instance: [running({ State: undefined })] }],
]);
