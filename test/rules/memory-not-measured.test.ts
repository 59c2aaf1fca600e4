import { memoryNotMeasured } from '../../src/rules/memory-not-measured.ts';
import { figure, running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const on = { instance: [running()] };
const measured = (...utilisation: ReturnType<typeof figure>[]) => ({ baseline: { utilisation } });
const cpu = figure('CPUUtilization', 'Maximum', 40, { unit: 'Percent' });
const agent = (metric: string, value: number | null) => figure(metric, 'Maximum', value, { namespace: 'CWAgent', unit: 'Percent' });

truthTable(memoryNotMeasured, 'i-1', [
  ['Linux memory', 'pass', on, measured(cpu, agent('mem_used_percent', 61))],
  ['Windows memory', 'pass', on, measured(cpu, agent('Memory % Committed Bytes In Use', 61))],
  ['CPU and no memory', 'fail medium', on, measured(cpu)],
  ['CPU and an empty memory figure', 'fail medium', on, measured(cpu, agent('mem_used_percent', null))],
  ['no metrics at all', 'unknown', on],
  ['metrics that could not be read', 'unknown', on, { ...measured(figure('CPUUtilization', 'Maximum', null, { reason: 'cloudwatch:GetMetricData was denied' })), says: /denied/ }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
