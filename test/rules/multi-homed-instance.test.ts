import { multiHomedInstance } from '../../src/rules/multi-homed-instance.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const one = [{ NetworkInterfaceId: 'eni-1' }];
const two = [{ NetworkInterfaceId: 'eni-2' }, { NetworkInterfaceId: 'eni-1' }];

truthTable(multiHomedInstance, 'i-1', [
  ['one interface', 'pass', { instance: [running({ NetworkInterfaces: one })] }],
  ['two interfaces', 'fail info', { instance: [running({ NetworkInterfaces: two })] }, { says: /2 network interfaces \(eni-1, eni-2\)/ }],
  ['two interfaces of an EKS node', 'not-applicable', { instance: [running({ NetworkInterfaces: two, tags: { 'kubernetes.io/cluster/shop': 'owned' } })] }],
  ['paravirtual', 'fail high', { instance: [running({ NetworkInterfaces: one, VirtualizationType: 'paravirtual' })] }],
  ['interfaces not listed', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
