import { classicNoAccessLogs } from '../../src/rules/classic-no-access-logs.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (Enabled?: boolean): Literals => ({
  classicLoadBalancer: [{ id: 'clb' }], classicLoadBalancerAttributes: [{ id: 'clb', LoadBalancerAttributes: Enabled === undefined ? {} : { AccessLog: { Enabled } } }],
});

truthTable(classicNoAccessLogs, 'clb', [
  ['off', balancer(false), 'fail medium'],
  ['on', balancer(true), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer(true), 'unknown', { denied: ['classicLoadBalancerAttributes'] }],
]);
