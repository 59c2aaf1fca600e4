import { expect, test } from 'vitest';
import { ec2HealthCheckBehindLoadBalancer } from '../../src/rules/ec2-health-check-behind-load-balancer.ts';
import { estateOf, judgeOne, truthTable, type Literal, type Literals } from './case.ts';

const group = (fields: Partial<Literal<'autoScalingGroup'>>): Literals => ({ autoScalingGroup: [{ id: 'web', ...fields }] });

truthTable(ec2HealthCheckBehindLoadBalancer, 'web', [
  ['a target group, EC2 checks', group({ TargetGroupARNs: ['tg'], HealthCheckType: 'EC2' }), 'fail medium'],
  ['a classic balancer, EC2 checks', group({ LoadBalancerNames: ['clb'], HealthCheckType: 'EC2' }), 'fail medium'],
  ['a traffic source, EC2 and EBS checks', group({ TrafficSources: [{ Identifier: 'tg' }], HealthCheckType: 'EC2,EBS' }), 'fail medium'],
  ['ELB checks', group({ TargetGroupARNs: ['tg'], HealthCheckType: 'ELB' }), 'pass'],
  ['ELB among others', group({ TargetGroupARNs: ['tg'], HealthCheckType: 'EC2,ELB' }), 'pass'],
  ['not stated', group({ TargetGroupARNs: ['tg'] }), 'unknown'],
  ['no load balancer', group({ HealthCheckType: 'EC2' }), 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(ec2HealthCheckBehindLoadBalancer, estateOf({}, { denied: ['autoScalingGroup'] })).outcome).toBe('unknown');
});
