import { dataOnInstanceStore } from '../../src/rules/data-on-instance-store.ts';
import { figure, running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const store = { instance: [running({ InstanceType: 'm5d.large' })], instanceType: [{ id: 'm5d.large', InstanceType: 'm5d.large', InstanceStorageSupported: true, InstanceStorageInfo: { TotalSizeInGB: 75 } }] };
const writes = (value: number | null, coverage?: number) => ({ baseline: { utilisation: [figure('DiskWriteBytes', 'p95', value, coverage === undefined ? {} : { coverage })] } });

truthTable(dataOnInstanceStore, 'i-1', [
  ['written', 'fail critical', store, { ...writes(2048), says: /75 GB of instance store/ }],
  ['not written', 'pass', store, writes(0)],
  ['not written in half a window', 'unknown', store, writes(0, 0.5)],
  ['not measured', 'unknown', store],
  ['measured without an answer', 'unknown', store, writes(null)],
  ['a type without a store', 'not-applicable', { ...store, instanceType: [{ id: 'm5d.large', InstanceType: 'm5d.large', InstanceStorageSupported: false }] }],
  ['a type that only states a size', 'fail critical', { ...store, instanceType: [{ id: 'm5d.large', InstanceType: 'm5d.large', InstanceStorageInfo: { TotalSizeInGB: 75 } }] }, writes(2048)],
  ['a type that states nothing of it', 'not-applicable', { ...store, instanceType: [{ id: 'm5d.large', InstanceType: 'm5d.large' }] }],
  ['a type that nobody described', 'unknown', { ...store, instanceType: [] }],
  ['types denied', 'unknown', { ...store, instanceType: [] }, { denied: ['instanceType'] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
