import { unevenTargetsWithoutCrossZone } from '../../src/rules/uneven-targets-without-cross-zone.ts';
import { truthTable, type Literals } from './case.ts';

const KEY = 'load_balancing.cross_zone.enabled';
const group = (own: string | undefined, balancers: string | undefined, targets: string[], TargetType = 'instance'): Literals => ({
  targetGroup: [{ id: 'tg', TargetType, LoadBalancerArns: ['lb'] }],
  targetGroupAttributes: [{ id: 'tg', Attributes: own === undefined ? {} : { [KEY]: own } }],
  loadBalancer: [{ id: 'lb', AvailabilityZones: [{ ZoneName: 'a' }, { ZoneName: 'b' }] }],
  loadBalancerAttributes: [{ id: 'lb', Attributes: balancers === undefined ? {} : { [KEY]: balancers } }],
  targetHealth: [{ id: 'tg', TargetHealthDescriptions: targets.map((_, i) => ({ Target: { Id: `i-${i}` } })) }],
  instance: targets.map((AvailabilityZone, i) => ({ id: `i-${i}`, Placement: { AvailabilityZone } })),
});

truthTable(unevenTargetsWithoutCrossZone, 'tg', [
  ['off, three against one', group(undefined, 'false', ['a', 'a', 'a', 'b']), 'fail low', { says: 'a: 3, b: 1 targets (threshold 1)' }],
  ['off, an empty zone counts', group(undefined, 'false', ['a', 'a']), 'fail low', { says: 'b: 0' }],
  ['off by the group, on by the balancer', group('false', 'true', ['a', 'a']), 'fail low'],
  ['on by the group, off by the balancer', group('true', 'false', ['a', 'a']), 'pass'],
  ['the group leaves it to the balancer', group('use_load_balancer_configuration', 'true', ['a', 'a']), 'pass'],
  ['off, even', group(undefined, 'false', ['a', 'b']), 'pass'],
  ['off, one of difference', group(undefined, 'false', ['a', 'a', 'b']), 'pass'],
  ['not stated', group(undefined, undefined, ['a', 'a']), 'unknown'],
  ['zones not known', { ...group(undefined, 'false', ['a', 'a']), instance: [] }, 'unknown'],
  ['health denied', group(undefined, 'false', ['a', 'a']), 'unknown', { denied: ['targetHealth'] }],
  ['no targets', group(undefined, 'false', []), 'not-applicable'],
  ['a function', group(undefined, 'false', ['a'], 'lambda'), 'not-applicable'],
]);
