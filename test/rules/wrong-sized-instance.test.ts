import { wrongSizedInstance } from '../../src/rules/wrong-sized-instance.ts';
import { figure, running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

// 0.75 Gbit/s of baseline bandwidth are 93,750,000 bytes a second; a fifth of that is 18,750,000.
const m5 = {
  instance: [running({ InstanceType: 'm5.large' })],
  instanceType: [{ id: 'm5.large', InstanceType: 'm5.large', NetworkInfo: { NetworkCards: [{ BaselineBandwidthInGbps: 0.75 }] } }],
};
const cpu = (value: number | null, coverage = 1) => figure('CPUUtilization', 'p99.5 of Maximum', value, { unit: 'Percent', coverage: value === null ? 0 : coverage });
const network = (bytes: number) => figure('NetworkOut', 'p95', bytes, { unit: 'B/s' });
const memory = (value: number) => figure('mem_used_percent', 'p99.5 of Maximum', value, { namespace: 'CWAgent', unit: 'Percent' });
const measured = (...utilisation: ReturnType<typeof figure>[]) => ({ baseline: { utilisation } });

truthTable(wrongSizedInstance, 'i-1', [
  ['busy at 80 %', 'pass', m5, measured(cpu(80))],
  ['over 80 %', 'fail high', m5, { ...measured(cpu(81)), says: /more than 80 %: too small[^]*memory is not known/ }],
  ['over 80 %, memory measured', 'fail high', m5, { ...measured(cpu(81), memory(55)), says: /mem_used_percent p99\.5 of Maximum 55 Percent/ }],
  ['30 %', 'pass', m5, measured(cpu(30))],
  ['idle CPU and network', 'fail low', m5, { ...measured(cpu(12), network(1_000_000)), says: /less than 30 %: too large[^]*1\.1 % of the baseline bandwidth \(limit 20 %\)/ }],
  ['idle CPU, a fifth of the network', 'pass', m5, measured(cpu(12), network(18_750_000))],
  ['idle CPU and network, little memory', 'fail low', m5, measured(cpu(12), network(1000), memory(49))],
  ['idle CPU, memory half full', 'pass', m5, measured(cpu(12), network(1000), memory(50))],
  ['idle CPU, network not measured', 'unknown', m5, measured(cpu(12))],
  ['idle CPU, network for half a window', 'unknown', m5, measured(cpu(12), { ...network(1000), coverage: 0.5 })],
  ['idle CPU, bandwidth not known', 'unknown', { ...m5, instanceType: [] }, measured(cpu(12), network(1000))],
  ['idle where 10 % is the limit', 'pass', m5, { ...measured(cpu(12), network(1000)), thresholds: { cpuLow: 10 } }],
  ['half a window', 'unknown', m5, { ...measured(cpu(95, 0.5)), says: /70 %/ }],
  ['not measured', 'unknown', m5],
  ['an empty figure', 'unknown', m5, measured(cpu(null))],
  ['burstable', 'not-applicable', { instance: [running({ InstanceType: 't3.large' })] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
