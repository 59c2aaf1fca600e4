import { singleZoneWorkload } from '../../src/rules/single-zone-workload.ts';
import { running, workload } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const at = (id: string, AvailabilityZone: string | undefined, more = {}) => running({ id, InstanceId: id, Placement: { AvailabilityZone }, ...more });
const both = { insight: { workloads: [workload({ instanceIds: ['i-1', 'i-2'] })] } };

truthTable(singleZoneWorkload, 'w-1', [
  ['two zones', 'pass', { instance: [at('i-1', 'eu-west-1a'), at('i-2', 'eu-west-1b')] }, both],
  ['one zone', 'fail high', { instance: [at('i-1', 'eu-west-1a'), at('i-2', 'eu-west-1a')] }, { ...both, says: /all 2 running instances are in eu-west-1a \(at least 2 zones\)/ }],
  ['one zone, for tests', 'fail medium', { instance: [at('i-1', 'eu-west-1a', { tags: { env: 'dev' } }), at('i-2', 'eu-west-1a', { tags: { env: 'dev' } })] }, both],
  ['one instance', 'fail high', { instance: [at('i-1', 'eu-west-1a')] }, both],
  ['the second zone is stopped', 'fail high', { instance: [at('i-1', 'eu-west-1a'), at('i-2', 'eu-west-1b', { State: { Name: 'stopped' } })] }, both],
  ['a zone that is not stated', 'unknown', { instance: [at('i-1', 'eu-west-1a'), at('i-2', undefined)] }, both],
  ['all stopped', 'not-applicable', { instance: [at('i-1', 'eu-west-1a', { State: { Name: 'stopped' } })] }, { insight: { workloads: [workload()] } }],
  ['a bastion', 'not-applicable', { instance: [at('i-1', 'eu-west-1a')] }, { insight: { workloads: [workload({ role: 'bastion' })] } }],
  ['instances denied', 'unknown', {}, { ...both, denied: ['instance'] }],
]);
