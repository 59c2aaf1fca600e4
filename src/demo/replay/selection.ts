import { isObject, listOf, stringsOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Member, Shape } from '../wire/shape.ts';
import type { Call } from './call.ts';
import { passesFilters, unknownFilter } from './filters.ts';
import { notFound } from './not-found.ts';
import { PAGING_MEMBERS } from './pager.ts';

/** Selecting members whose item carries the value under another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'elbv2:DescribeLoadBalancers.Names': 'LoadBalancerName',
  'elbv2:DescribeTargetGroups.Names': 'TargetGroupName',
  'elbv2:DescribeTargetGroups.LoadBalancerArn': 'LoadBalancerArns',
  'elbv2:DescribeSSLPolicies.Names': 'Name',
  'autoscaling:DescribePolicies.PolicyNames': 'PolicyName',
  'cloudwatch:DescribeAlarms.AlarmNames': 'AlarmName',
  'ec2:DescribeLaunchTemplates.LaunchTemplateNames': 'LaunchTemplateName',
  'elb:DescribeLoadBalancers.LoadBalancerNames': 'LoadBalancerName',
};

/**
 * Narrows a whole answer to what the input selects: an input `InstanceIds` or `InstanceId` selects by the items' `InstanceId`,
 * and so for every input that names a field of the items; `Filters` as EC2 reads them. An id that is not there is the service's error.
 */
export function narrow(call: Call, whole: JsonObject): JsonObject {
  const { output } = call.operation;
  if (output.kind !== 'struct') return whole;
  const out: Record<string, unknown> = { ...whole };
  for (const member of output.members) {
    const shape = member.shape();
    const items = whole[member.name];
    if (shape.kind === 'list' && Array.isArray(items)) out[member.name] = select(call, shape.item.shape(), items);
  }
  return out;
}

/** The items of one list that the input selects. */
export function select(call: Call, item: Shape, items: readonly unknown[]): readonly unknown[] {
  if (item.kind !== 'struct' || call.operation.input.kind !== 'struct') return items;
  let kept = items;
  for (const member of call.operation.input.members) {
    const asked = call.input[member.name];
    if (asked === undefined || PAGING_MEMBERS.includes(member.name)) continue;
    const field = fieldOf(call, member, item);
    const wanted = typeof asked === 'string' ? [asked] : stringsOf(asked);
    if (field === undefined || wanted.length === 0) continue;
    kept = kept.filter((one) => isObject(one) && (typeof one[field] === 'string' ? wanted.includes(one[field]) : stringsOf(one[field]).some((value) => wanted.includes(value))));
    const missing = wanted.find((id) => !items.some((one) => isObject(one) && (one[field] === id || stringsOf(one[field]).includes(id))));
    const fault = missing === undefined ? undefined : notFound(call.service, field, missing);
    if (fault !== undefined) throw fault;
  }
  const filters = listOf(call.input['Filters']);
  const unknown = unknownFilter(item, filters);
  if (unknown !== undefined) throw call.fault('invalid-parameter', `The filter '${unknown}' is invalid`);
  return filters.length === 0 ? kept : kept.filter((one) => isObject(one) && passesFilters(one, filters));
}

function fieldOf(call: Call, input: Member, item: Extract<Shape, { kind: 'struct' }>): string | undefined {
  const other = OTHER_NAMES[`${call.service}:${call.operation.name}.${input.name}`];
  if (other !== undefined) return other;
  const singular = input.name.replace(/s$/, '');
  return item.members.find((member) => member.name === input.name || member.name === singular)?.name;
}
