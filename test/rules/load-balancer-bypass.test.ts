import { loadBalancerBypass } from '../../src/rules/load-balancer-bypass.ts';
import { exposure, truthTable, type Literals } from './case.ts';

const behind = (Id: string, TargetType = 'instance'): Literals => ({
  targetGroup: [{ id: 'tg-1', TargetType, Port: 8080 }],
  targetHealth: [{ id: 'tg-1', TargetHealthDescriptions: [{ Target: { Id, Port: 8080 } }] }],
  networkInterface: [{ id: 'eni-1', PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.5' }] }],
});
const row = (fields = {}) => ({ insight: { exposures: [exposure({ fromPort: 8080, toPort: 8080, privateAddress: '10.0.0.5', ...fields })] } });

truthTable(loadBalancerBypass, 'tg-1', [
  ['reached directly on the target port', behind('i-1'), 'fail high', { ...row(), says: 'i-1 answers port 8080 directly' }],
  ['an address target reached directly', behind('10.0.0.5', 'ip'), 'fail high', row()],
  ['reached by some addresses', behind('i-1'), 'fail high', row({ verdict: 'exposed-restricted' })],
  ['reached through the balancer only', behind('i-1'), 'pass', row({ via: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/x/1' })],
  ['reached on another port', behind('i-1'), 'pass', row({ fromPort: 22, toPort: 22 })],
  ['latent', behind('i-1'), 'pass', row({ verdict: 'latent', closedGates: ['address'] })],
  ['the path could not be read', behind('i-1'), 'unknown', { ...row({ verdict: 'unknown', missing: ['ec2:DescribeNetworkAcls was denied'] }), says: 'DescribeNetworkAcls' }],
  ['target health denied', behind('i-1'), 'unknown', { denied: ['targetHealth'], says: 'elasticloadbalancing:DescribeTargetHealth' }],
  ['no target', { targetGroup: [{ id: 'tg-1', TargetType: 'instance' }] }, 'not-applicable'],
  ['a function', { targetGroup: [{ id: 'tg-1', TargetType: 'lambda' }] }, 'not-applicable'],
]);
