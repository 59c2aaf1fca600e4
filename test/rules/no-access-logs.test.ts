import { noAccessLogs } from '../../src/rules/no-access-logs.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (value?: string, Type = 'application', listener?: string): Literals => ({
  loadBalancer: [{ id: 'lb', Type }], loadBalancerAttributes: [{ id: 'lb', Attributes: value === undefined ? {} : { 'access_logs.s3.enabled': value } }],
  listener: listener === undefined ? [] : [{ id: 'l', LoadBalancerArn: 'lb', Protocol: listener }],
});

truthTable(noAccessLogs, 'lb', [
  ['off', balancer('false'), 'fail medium'],
  ['off, network with TLS', balancer('false', 'network', 'TLS'), 'fail medium'],
  ['on', balancer('true'), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer('true'), 'unknown', { denied: ['loadBalancerAttributes'] }],
  ['off, network, listeners denied', balancer('false', 'network'), 'unknown', { denied: ['listener'] }],
  ['off, network without TLS', balancer('false', 'network', 'TCP'), 'not-applicable'],
  ['a gateway load balancer', balancer('false', 'gateway'), 'not-applicable'],
]);
