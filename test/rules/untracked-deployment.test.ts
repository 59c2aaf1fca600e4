import { untrackedDeployment } from '../../src/rules/untracked-deployment.ts';
import { component, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const tagged = (tags: Record<string, string>) => ({ instance: [running({ tags })] });

truthTable(untrackedDeployment, 'i-1', [
  ['no tags', 'fail low', tagged({}), { says: /none of its tags name a deployment tool/ }],
  ['only a name', 'fail low', tagged({ Name: 'web' })],
  ['CloudFormation', 'pass', tagged({ 'aws:cloudformation:stack-name': 'shop' })],
  ['Terraform, by custom', 'pass', tagged({ ManagedBy: 'Terraform' })],
  ['Terraform, by key', 'pass', tagged({ terraform: 'true' })],
  ['managed by hand, and proud of it', 'fail low', tagged({ ManagedBy: 'hand' })],
  ['its group has a stack', 'pass', { ...tagged({ 'aws:autoscaling:groupName': 'web' }), autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', tags: { 'aws:cloudformation:stack-name': 'shop' } }] }],
  ['its group has none', 'fail low', { ...tagged({ 'aws:autoscaling:groupName': 'web' }), autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web' }] }, { says: /Auto Scaling group/ }],
  ['CodeDeploy\'s agent', 'pass', tagged({}), { insight: { components: [component('codedeploy-agent')] } }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
truthTable(untrackedDeployment, undefined, [['instances denied', 'unknown', {}, { denied: ['instance'] }]]);
