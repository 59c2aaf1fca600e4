import type { ResourceOf } from '../../model/index.ts';

/** Tags that AWS services put on the instances that they run, and the service's name. `aws:` tags cannot be set by hand. */
const MANAGER_TAGS: readonly (readonly [key: string, manager: string])[] = [
  ['aws:autoscaling:groupName', 'Auto Scaling group'],
  ['elasticbeanstalk:environment-name', 'Elastic Beanstalk environment'],
  ['aws:elasticmapreduce:job-flow-id', 'EMR cluster'],
  ['eks:cluster-name', 'EKS cluster'],
  ['aws:eks:cluster-name', 'EKS cluster'],
  ['karpenter.sh/nodepool', 'Karpenter node pool'],
  ['aws:ecs:clusterName', 'ECS cluster'],
  ['aws:ec2:fleet-id', 'EC2 fleet'],
  ['aws:ec2spot:fleet-request-id', 'Spot fleet'],
];

const CONTAINER_HOST_KEYS: readonly string[] = ['eks:cluster-name', 'aws:eks:cluster-name', 'karpenter.sh/nodepool', 'aws:ecs:clusterName'];

/** What replaces the instance when it fails, in words; undefined where its tags name nothing. */
export function managerOf(instance: ResourceOf<'instance'>): string | undefined {
  for (const [key, manager] of MANAGER_TAGS) {
    const name = instance.tags[key];
    if (name !== undefined) return `${manager} ${name}`;
  }
  return undefined;
}

/** Whether an orchestrator's tags make the instance a host of containers. */
export function isContainerHost(instance: ResourceOf<'instance'>): boolean {
  return CONTAINER_HOST_KEYS.some((key) => instance.tags[key] !== undefined)
    || Object.keys(instance.tags).some((key) => key.startsWith('kubernetes.io/cluster/'));
}
