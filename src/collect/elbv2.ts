import { isObject, objectsIn, textOf, type JsonObject, type JsonValue } from '../aws/index.ts';
import { listing, question, type Context, type Listing } from './listing.ts';

const PAGE = { PageSize: 400 };
const ofParent = (_item: JsonObject, { parentId = '' }: Context) => parentId;
const balancers = { of: ['loadBalancer'], ids: (item: JsonObject) => [textOf(item['LoadBalancerArn'])], batch: 1, names: 'LoadBalancerArn' } as const;
const targetGroups = { of: ['targetGroup'], ids: (item: JsonObject) => [textOf(item['TargetGroupArn'])], batch: 1, names: 'TargetGroupArn' } as const;

export const elbv2: readonly Listing[] = [
  listing('loadBalancer', { items: 'LoadBalancers[]', input: PAGE, id: 'LoadBalancerArn', arn: 'LoadBalancerArn' }),
  listing('loadBalancerAttributes', {
    items: '', id: ofParent, shape: foldAttributes,
    each: { ...balancers, mayBeEmpty: false, answer: 'Attributes', input: ([LoadBalancerArn = '']) => ({ LoadBalancerArn }) },
  }),
  listing('listener', {
    items: 'Listeners[]', input: PAGE, id: 'ListenerArn', arn: 'ListenerArn',
    shape: (item, { parentId }) => (parentId === undefined || 'LoadBalancerArn' in item ? item : { ...item, LoadBalancerArn: parentId }),
    each: { ...balancers, input: ([LoadBalancerArn = '']) => ({ LoadBalancerArn }) },
  }),
  listing('listenerRule', {
    items: 'Rules[]', input: PAGE, id: 'RuleArn', arn: 'RuleArn',
    shape: (item, { parentId = '' }) => ({ ...item, ListenerArn: parentId }),
    each: {
      of: ['listener'], ids: (item) => [textOf(item['ListenerArn'])], batch: 1, names: 'ListenerArn',
      input: ([ListenerArn = '']) => ({ ListenerArn }),
    },
  }),
  listing('targetGroup', { items: 'TargetGroups[]', input: PAGE, id: 'TargetGroupArn', arn: 'TargetGroupArn' }),
  listing('targetGroupAttributes', {
    items: '', id: ofParent, shape: foldAttributes,
    each: { ...targetGroups, mayBeEmpty: false, answer: 'Attributes', input: ([TargetGroupArn = '']) => ({ TargetGroupArn }) },
  }),
  listing('targetHealth', {
    items: '', id: ofParent, shape: (item) => ({ TargetHealthDescriptions: item['TargetHealthDescriptions'] ?? [] }),
    each: { ...targetGroups, answer: 'TargetHealthDescriptions', input: ([TargetGroupArn = '']) => ({ TargetGroupArn }) },
  }),
  listing('sslPolicy', { items: 'SslPolicies[]', input: PAGE, id: 'Name' }),
  question('balancerTags', 'elbv2', 'DescribeTags', {
    action: 'elasticloadbalancing:DescribeTags',
    items: 'TagDescriptions[]',
    each: {
      of: ['loadBalancer', 'targetGroup'], batch: 20, names: 'ResourceArn',
      ids: (item) => [textOf(item['TargetGroupArn']) || textOf(item['LoadBalancerArn'])],
      input: (ResourceArns) => ({ ResourceArns }),
    },
    adds: (item) => {
      const id = textOf(item['ResourceArn']);
      return [{ kind: id.includes(':targetgroup/') ? 'targetGroup' : 'loadBalancer', id, tags: objectsIn(item['Tags']) }];
    },
  }),
];

/** `[{Key, Value}]` as a map. A dump may hold the map already. */
function foldAttributes(item: JsonObject): JsonObject {
  const given = item['Attributes'];
  if (isObject(given)) return { Attributes: given };
  const attributes: Record<string, JsonValue> = {};
  for (const { Key: key, Value: value } of objectsIn(given)) if (typeof key === 'string') attributes[key] = typeof value === 'string' ? value : '';
  return { Attributes: attributes };
}
