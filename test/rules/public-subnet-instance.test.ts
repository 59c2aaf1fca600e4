import { publicSubnetInstance } from '../../src/rules/public-subnet-instance.ts';
import { truthTable, type JudgeOptions, type Literals } from './case.ts';

type Kind = NonNullable<NonNullable<JudgeOptions['insight']>['subnets']>[number]['kind'];
const subnets = (kinds: Record<string, Kind>, role?: 'nat' | 'bastion' | 'web') => ({
  insight: {
    subnets: Object.entries(kinds).map(([subnetId, kind]) => ({ subnetId, kind, reason: `${kind} by rtb-1` })),
    workloads: role ? [{ id: 'w', name: 'w', role, instanceIds: ['i-1'], groupedBy: 'tags', confidence: 1, state: [], seams: [] }] : [],
  },
});
const instance = (SubnetId?: string, ...others: string[]): Literals => ({
  instance: [{ id: 'i-1', SubnetId, State: { Name: 'running' } }],
  networkInterface: others.map((id, i) => ({ id: `eni-${i}`, SubnetId: id, Attachment: { InstanceId: 'i-1' } })),
});

truthTable(publicSubnetInstance, 'i-1', [
  ['in a public subnet', instance('subnet-a'), 'fail medium', { ...subnets({ 'subnet-a': 'public' }), says: 'subnet-a is public: public by rtb-1' }],
  ['second interface in a public subnet', instance('subnet-a', 'subnet-b'), 'fail medium', subnets({ 'subnet-a': 'private', 'subnet-b': 'public' })],
  ['a NAT instance belongs there', instance('subnet-a'), 'fail low', subnets({ 'subnet-a': 'public' }, 'nat')],
  ['a web server does not', instance('subnet-a'), 'fail medium', subnets({ 'subnet-a': 'public' }, 'web')],
  ['in a private subnet', instance('subnet-a'), 'pass', subnets({ 'subnet-a': 'private' })],
  ['in an isolated subnet', instance('subnet-a'), 'pass', subnets({ 'subnet-a': 'isolated' })],
  ['route tables denied', instance('subnet-a'), 'unknown', { ...subnets({ 'subnet-a': 'unknown' }), says: 'unknown by rtb-1' }],
  ['the subnet is not in the estate', instance('subnet-a'), 'unknown', subnets({})],
  ['the subnet is not stated', instance(), 'unknown', subnets({})],
  ['terminated', { instance: [{ id: 'i-1', State: { Name: 'terminated' } }] }, 'not-applicable', subnets({})],
]);
