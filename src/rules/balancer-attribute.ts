import type { Kind, ResourceOf } from '../model/index.ts';
import { undecided, type Judgement, type RuleContext } from './rule.ts';

/**
 * One attribute of an application or network load balancer, or the verdict that it is not known. An attribute that AWS did not
 * return is not taken for its default: the answer may be an old or cut dump.
 */
export function balancerAttribute<K extends Kind>(
  balancer: ResourceOf<'loadBalancer'>, key: string, context: RuleContext<K | 'loadBalancerAttributes'>,
): { readonly value: string } | { readonly unknown: Judgement } {
  const value = context.get('loadBalancerAttributes', balancer.id)?.Attributes[key];
  return value === undefined ? { unknown: undecided(`the attribute ${key} is not in the estate`) } : { value };
}
