import { longUptime } from '../../src/rules/long-uptime.ts';
import { running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const since = (LaunchTime?: string) => ({ instance: [running({ LaunchTime, NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] })] });
const eni = (AttachTime: string) => [{ id: 'eni-1', NetworkInterfaceId: 'eni-1', Attachment: { DeviceIndex: 0, AttachTime } }];

truthTable(longUptime, 'i-1', [
  ['180 days', 'pass', since('2026-05-24T00:00:00Z')],
  ['181 days', 'fail medium', since('2026-05-23T00:00:00Z'), { says: /started on 2026-05-23, 181 days ago \(limit 180 days\)/ }],
  ['181 days, where a year is allowed', 'pass', since('2026-05-23T00:00:00Z'), { thresholds: { days: 365 } }],
  ['restarted since its first boot', 'fail medium', { ...since('2026-05-23T00:00:00Z'), networkInterface: eni('2019-03-01T00:00:00Z') }, { says: /first booted on 2019-03-01/ }],
  ['nobody knows', 'unknown', since()],
  ['no instant', 'unknown', since('yesterday')],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
