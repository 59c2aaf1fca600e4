import { petInstance } from '../../src/rules/pet-instance.ts';
import { exposure } from './case.ts';
import { running, stopped, targeted } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const behindBalancer = { instance: [running()], targetHealth: [targeted(80)] };
const classic = { id: 'old', LoadBalancerName: 'old', Instances: [{ InstanceId: 'i-1' }], ListenerDescriptions: [{ Listener: { LoadBalancerPort: 80, InstancePort: 8080 } }] };

truthTable(petInstance, 'i-1', [
  ['behind a balancer, alone', 'fail high', behindBalancer, { says: /target of shop-web on port 80/ }],
  ['behind a balancer, by its address', 'fail high', {
    instance: [running({ PrivateIpAddress: '10.0.1.10' })], targetHealth: [{ id: 'arn:x:targetgroup/shop-web/1', TargetHealthDescriptions: [{ Target: { Id: '10.0.1.10', Port: 80 } }] }],
  }],
  ['behind a classic balancer, alone', 'fail high', { instance: [running()], classicLoadBalancer: [classic] }, { says: /classic load balancer old on port 8080/ }],
  ['holds an Elastic IP address', 'fail high', { instance: [running()], address: [{ id: 'eipalloc-1', PublicIp: '203.0.113.10', InstanceId: 'i-1' }] }, { says: /203\.0\.113\.10/ }],
  ['open to the internet', 'fail high', { instance: [running()] }, { insight: { exposures: [exposure({ fromPort: 443, toPort: 443 })] } }],
  ['alone, for tests', 'fail medium', { ...behindBalancer, instance: [running({ tags: { Environment: 'staging' } })] }],
  ['alone, in production', 'fail high', { ...behindBalancer, instance: [running({ tags: { Environment: 'Production' } })] }],
  ['tagged by its group', 'pass', { ...behindBalancer, instance: [running({ tags: { 'aws:autoscaling:groupName': 'web' } })] }, { says: /Auto Scaling group web/ }],
  ['listed by its group', 'pass', { ...behindBalancer, autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', Instances: [{ InstanceId: 'i-1' }] }] }],
  ['an EKS node', 'pass', { ...behindBalancer, instance: [running({ tags: { 'eks:cluster-name': 'shop' } })] }],
  ['off the entry path', 'not-applicable', { instance: [running()] }],
  ['off the entry path, target health denied', 'unknown', { instance: [running()] }, { denied: ['targetHealth'], says: /DescribeTargetHealth was denied/ }],
  ['off the entry path, addresses denied', 'unknown', { instance: [running()] }, { denied: ['address'] }],
  ['behind a balancer, groups denied: its tags decide', 'fail high', behindBalancer, { denied: ['autoScalingGroup'] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
