import { deletionProtectionOff } from '../../src/rules/deletion-protection-off.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (value?: string): Literals => ({
  loadBalancer: [{ id: 'lb' }], loadBalancerAttributes: [{ id: 'lb', Attributes: value === undefined ? {} : { 'deletion_protection.enabled': value } }],
});

truthTable(deletionProtectionOff, 'lb', [
  ['off', balancer('false'), 'fail low'],
  ['on', balancer('true'), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer('true'), 'unknown', { denied: ['loadBalancerAttributes'] }],
]);
