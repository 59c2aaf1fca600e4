import { singleZoneLoadBalancer } from '../../src/rules/single-zone-load-balancer.ts';
import { truthTable, type Literals } from './case.ts';

/** Targets as `zone` or `zone!` (unhealthy); instance targets, so that the zone is the instance's. */
const balancer = (zones: string[], targets: string[] = [], TargetType = 'instance'): Literals => ({
  loadBalancer: [{ id: 'lb', AvailabilityZones: zones.map((ZoneName) => ({ ZoneName })) }],
  targetGroup: [{ id: 'tg', TargetGroupName: 'web', TargetType, LoadBalancerArns: ['lb'] }],
  targetHealth: [{ id: 'tg', TargetHealthDescriptions: targets.map((zone, i) => ({ Target: { Id: `i-${i}` }, TargetHealth: { State: zone.endsWith('!') ? 'unhealthy' : 'healthy' } })) }],
  instance: targets.map((zone, i) => ({ id: `i-${i}`, Placement: { AvailabilityZone: zone.replace('!', '') } })),
});

truthTable(singleZoneLoadBalancer, 'lb', [
  ['one zone', balancer(['a']), 'fail high', { says: 'enabled in 1 zone (a), threshold 2' }],
  ['two zones, targets in one', balancer(['a', 'b'], ['a', 'a']), 'fail high', { says: 'healthy targets of web are in 1 zone (a)' }],
  ['two zones, healthy targets in one', balancer(['a', 'b'], ['a', 'b!']), 'fail high'],
  ['two zones, targets in both', balancer(['a', 'b'], ['a', 'b']), 'pass'],
  ['two zones, no targets yet', balancer(['a', 'b']), 'pass'],
  ['two zones, a function', balancer(['a', 'b'], ['a'], 'lambda'), 'pass'],
  ['two zones, threshold three', balancer(['a', 'b'], ['a', 'b']), 'fail high', { thresholds: { zones: 3 } }],
  ['targets whose zone nobody knows', { ...balancer(['a', 'b'], ['a', 'b']), instance: [] }, 'unknown', { denied: ['instance'] }],
  ['health denied', balancer(['a', 'b'], ['a', 'b']), 'unknown', { denied: ['targetHealth'] }],
  ['targets in one zone, health in part', balancer(['a', 'b'], ['a']), 'unknown', { partial: ['targetHealth'] }],
]);
