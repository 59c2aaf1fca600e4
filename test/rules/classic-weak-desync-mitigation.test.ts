import { classicWeakDesyncMitigation } from '../../src/rules/classic-weak-desync-mitigation.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (mode?: string, Protocol = 'HTTP'): Literals => ({
  classicLoadBalancer: [{ id: 'clb', ListenerDescriptions: [{ Listener: { Protocol } }] }],
  classicLoadBalancerAttributes: [{ id: 'clb', LoadBalancerAttributes: { AdditionalAttributes: mode === undefined ? [] : [{ Key: 'elb.http.desyncmitigationmode', Value: mode }] } }],
});

truthTable(classicWeakDesyncMitigation, 'clb', [
  ['monitor', balancer('monitor'), 'fail medium'],
  ['defensive', balancer('defensive'), 'pass'],
  ['strictest', balancer('strictest'), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer('monitor'), 'unknown', { denied: ['classicLoadBalancerAttributes'] }],
  ['TCP only', balancer('monitor', 'TCP'), 'not-applicable'],
]);
