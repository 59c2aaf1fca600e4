import { weakDesyncMitigation } from '../../src/rules/weak-desync-mitigation.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (value?: string, Type = 'application'): Literals => ({
  loadBalancer: [{ id: 'lb', Type }], loadBalancerAttributes: [{ id: 'lb', Attributes: value === undefined ? {} : { 'routing.http.desync_mitigation_mode': value } }],
});

truthTable(weakDesyncMitigation, 'lb', [
  ['monitor', balancer('monitor'), 'fail medium'],
  ['defensive', balancer('defensive'), 'pass'],
  ['strictest', balancer('strictest'), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer('monitor'), 'unknown', { denied: ['loadBalancerAttributes'] }],
  ['a network load balancer', balancer(undefined, 'network'), 'not-applicable'],
]);
