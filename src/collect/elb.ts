import { objectsIn, textOf, type JsonObject } from '../aws/index.ts';
import { listing, question, type Context, type Listing } from './listing.ts';

const ofParent = (_item: JsonObject, { parentId = '' }: Context) => parentId;
const balancers = { of: ['classicLoadBalancer'], ids: (item: JsonObject) => [textOf(item['LoadBalancerName'])], batch: 1, names: 'LoadBalancerName' } as const;
const oneBalancer = ([LoadBalancerName = '']: readonly string[]) => ({ LoadBalancerName });

/** Classic load balancers. */
export const elb: readonly Listing[] = [
  listing('classicLoadBalancer', {
    items: 'LoadBalancerDescriptions[]', input: { PageSize: 400 }, id: 'LoadBalancerName',
    arn: 'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{id}',
  }),
  listing('classicLoadBalancerAttributes', { items: '', id: ofParent, each: { ...balancers, mayBeEmpty: false, answer: 'LoadBalancerAttributes', input: oneBalancer } }),
  listing('classicLoadBalancerPolicies', {
    items: '', id: ofParent, shape: (item) => ({ PolicyDescriptions: item['PolicyDescriptions'] ?? [] }),
    each: { ...balancers, answer: 'PolicyDescriptions', input: oneBalancer },
  }),
  listing('classicInstanceHealth', {
    items: '', id: ofParent, shape: (item) => ({ InstanceStates: item['InstanceStates'] ?? [] }),
    each: { ...balancers, answer: 'InstanceStates', input: oneBalancer },
  }),
  question('classicBalancerTags', 'elb', 'DescribeTags', {
    action: 'elasticloadbalancing:DescribeTags',
    items: 'TagDescriptions[]',
    each: { ...balancers, batch: 20, input: (LoadBalancerNames) => ({ LoadBalancerNames }) },
    adds: (item) => [{ kind: 'classicLoadBalancer', id: textOf(item['LoadBalancerName']), tags: objectsIn(item['Tags']) }],
  }),
];
