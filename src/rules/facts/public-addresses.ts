import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/** Elastic IP addresses that are associated with the instance or with one of its network interfaces. */
export function elasticAddressesOf(instance: ResourceOf<'instance'>, context: RuleContext<'address'>): readonly ResourceOf<'address'>[] {
  return context.where('address', 'instance', ({ InstanceId }) => [InstanceId], instance.id);
}
